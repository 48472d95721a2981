import { selectDuplicates } from "@/db/queries/duplicates";
import { displayAddress, parseAddress } from "./address";
import type { Context } from "./context";
import { authorize } from "./permissions";
import { sortKey } from "./text";

/** A person about to be added, as typed, or (with `except`) a contact there is. */
type Described = {
  email?: string | null;
  phone?: string | null;
  name?: string | null;
  company?: string | null;
  except?: string | null;
};

/** A contact that may be the same person: certainly, when an address is the same, else likely. */
export type Duplicate = {
  id: string;
  name: string;
  addresses: string[];
  kind: "internal" | "client";
  company: string | null;
  isDeactivated: boolean;
  isSame: boolean;
};

/**
 * Contacts that are probably the person described: with the same e-mail or phone number, or with the same name at the
 * same company (or both without one). A few, the certain ones first; one statement, served by indexes. Addresses that
 * cannot be read find nobody.
 */
export async function findDuplicates(ctx: Context, input: Described): Promise<Duplicate[]> {
  authorize(ctx, "contacts:view");
  const rows = await selectDuplicates(ctx.db, {
    orgId: ctx.org.id,
    email: normalised(ctx, "email", input.email),
    phone: normalised(ctx, "phone", input.phone),
    nameKey: key(input.name),
    companyKey: key(input.company),
    except: input.except ?? null,
  });
  return rows.map(({ name, email, phone, ...row }) => {
    const addresses = [email, phone].flatMap((address) => (address ? [displayAddress(address)] : []));
    return { ...row, name: name ?? addresses[0] ?? "", addresses };
  });
}

function normalised(ctx: Context, kind: "email" | "phone", text: string | null | undefined): string | null {
  const parsed = text ? parseAddress(text, ctx.org.country) : null;
  return parsed?.ok && parsed.address.kind === kind ? parsed.address.value : null;
}

const key = (text: string | null | undefined) =>
  sortKey((text ?? "").replaceAll("\0", "").toWellFormed()) || null;
