import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

export type OwnAddress = { address: string; isProven: boolean };

/** The addresses that open a user's account, e-mail before phone, in the order they were proven. */
export async function selectOwnAddresses(db: Database, userId: string): Promise<OwnAddress[]> {
  const rows = await db.execute<OwnAddress>(sql`
    select address, verified_at is not null as "isProven" from user_addresses
    where user_id = ${userId} order by kind, verified_at, address`);
  return [...rows];
}

/** The same, while nobody else adds to them until the transaction ends. */
export async function lockOwnAddresses(tx: Database, userId: string): Promise<OwnAddress[]> {
  await tx.execute(sql`select id from users where id = ${userId} for no key update`);
  return selectOwnAddresses(tx, userId);
}

/** Makes an address that was just proven the user's own; false when it opens somebody else's account. */
export async function claimAddress(
  tx: Database,
  { address, kind, userId }: { address: string; kind: "email" | "phone"; userId: string },
): Promise<boolean> {
  const claimed = await tx.execute(sql`
    insert into user_addresses as a (address, kind, user_id, verified_at) values (${address}, ${kind}, ${userId}, now())
    on conflict (address) do update set user_id = a.user_id where a.user_id = excluded.user_id
    returning a.address`);
  return claimed.length === 1;
}

/** Writes an address into the contact where it has none of that kind and no other contact has it. */
export async function fillContact(
  tx: Database,
  by: { orgId: string; contactId: string; kind: "email" | "phone"; address: string },
): Promise<boolean> {
  const column = by.kind === "email" ? sql`email` : sql`phone`;
  const filled = await tx.execute(sql`
    update contacts c set ${column} = ${by.address}
    where c.org_id = ${by.orgId} and c.id = ${by.contactId} and c.${column} is null
      and not exists (select from contacts o where o.org_id = c.org_id and o.${column} = ${by.address})
    returning c.id`);
  return filled.length === 1;
}
