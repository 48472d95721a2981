import { and, eq, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { contacts } from "@/db/schema";
import { recordActivity } from "./activity";
import { type Address, displayAddress, parseAddress } from "./address";
import type { Context } from "./context";
import { DomainError } from "./errors";
import { newId } from "./id";
import { authorize } from "./permissions";
import { sortKey } from "./text";

/** A person to add, as typed into a form whose texts have been checked. At least one of e-mail and phone. */
export type NewContact = {
  kind: "internal" | "client";
  isAdmin?: boolean;
  name: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  title: string | null;
  language: string | null;
};

/**
 * Adds a person to the contacts, quietly: nothing is sent. A contact that has one of the addresses already is
 * reused as it is (`isNew` false), however many add it at once. Refuses addresses that cannot be read, and an
 * e-mail and a phone number that belong to two contacts. New internal users are for admins to add.
 */
export async function createContact(
  ctx: Context,
  input: NewContact,
): Promise<{ id: string; isNew: boolean }> {
  authorize(ctx, input.kind === "internal" ? "contacts:create-internal" : "contacts:create");
  const email = addressIn(ctx, "email", input.email);
  const phone = addressIn(ctx, "phone", input.phone);
  if (!email && !phone)
    throw new DomainError("invalid", "Enter an email or a phone number. Nothing was added.", {
      email: "Enter an email or a phone number.",
    });
  return ctx.db.transaction(async (tx) => {
    const id = newId();
    const { kind, isAdmin = false, name, company, title, language } = input;
    const made = await tx
      .insert(contacts)
      .values({
        ...{ orgId: ctx.org.id, id, kind, isAdmin, name, company, title, language },
        email: email?.value,
        phone: phone?.value,
        companyKey: company && sortKey(company),
        sortKey: sortKey(name ?? displayAddress(email?.value ?? phone?.value ?? "")),
        createdBy: ctx.actor.contactId,
      })
      .onConflictDoNothing()
      .returning({ id: contacts.id });
    if (made.length === 0) return { id: await ownerOf(tx, ctx, email, phone), isNew: false };
    await recordActivity(
      tx,
      { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId, contactId: id },
      [
        {
          kind: "contact_created",
          data: { name: name ?? displayAddress(email?.value ?? phone?.value ?? "") },
        },
      ],
    );
    return { id, isNew: true };
  });
}

const NEEDS = { email: "needs an email", phone: "needs a phone number" };

/** The address of that kind that was typed; refuses another kind, and says what was not done. */
export function addressIn(
  ctx: Context,
  kind: Address["kind"],
  typed: string | null,
  lost = "Nothing was added.",
): Address | null {
  if (!typed) return null;
  const parsed = parseAddress(typed, ctx.org.country);
  const isRight = parsed.ok && parsed.address.kind === kind;
  if (isRight) return parsed.address;
  const reason = parsed.ok ? NEEDS[kind] : parsed.reason;
  throw new DomainError("invalid", `${typed}: ${reason}. ${lost}`, {
    [kind]: `${typed}: ${reason}.`,
  });
}

/** The one contact these addresses belong to. */
async function ownerOf(
  tx: Database,
  ctx: Context,
  email: Address | null,
  phone: Address | null,
): Promise<string> {
  const owners = await tx
    .select({
      id: contacts.id,
      name: sql<string>`coalesce(${contacts.name}, ${contacts.email}, ${contacts.phone})`,
    })
    .from(contacts)
    .where(
      and(
        eq(contacts.orgId, ctx.org.id),
        or(
          email ? eq(contacts.email, email.value) : undefined,
          phone ? eq(contacts.phone, phone.value) : undefined,
        ),
      ),
    )
    .limit(2);
  const [owner, another] = owners;
  if (owner && !another) return owner.id;
  const [first = "", second = ""] = owners.map(({ name }) => name);
  throw new DomainError(
    "conflict",
    `The email belongs to one contact and the phone number to another: ${first} and ${second}. Nothing was added.`,
    { phone: "This number belongs to another contact." },
  );
}
