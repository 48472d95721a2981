import { type DuplicateRow, selectDuplicates } from "@/db/queries/duplicates";
import type { Context } from "./context";
import { authorize } from "./permissions";
import { sortKey } from "./text";

export type Duplicate = DuplicateRow;

type Looked = {
  /** Addresses as they are stored. */
  email?: string | null;
  phone?: string | null;
  name?: string | null;
  company?: string | null;
  except?: string | null;
};

/** Contacts that may be the same person: who has one of the addresses first, then same name and company. */
export async function findDuplicates(ctx: Context, looked: Looked): Promise<Duplicate[]> {
  authorize(ctx, "contacts:view");
  return selectDuplicates(ctx.db, ctx.org.id, {
    email: looked.email ?? null,
    phone: looked.phone ?? null,
    nameKey: looked.name ? sortKey(looked.name) : null,
    companyKey: looked.company ? sortKey(looked.company) : null,
    except: looked.except ?? null,
  });
}
