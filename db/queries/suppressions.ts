import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { EVERY } from "./outbox";

export type SuppressionRow = {
  address: string;
  reason: "opted_out" | "bounced" | "complained";
  detail: string | null;
  /** Milliseconds since 1970. */
  createdAt: number;
};

/**
 * Part of a statement: no organization of the installation writes to the addresses any more, since all have the same
 * sender, whose reputation it is. `found` selects address, reason and detail; who knew a reason before keeps it.
 */
export const suppressEverywhere = (found: SQL): SQL => sql`
  insert into suppressions (org_id, address, reason, detail)
  select o.id, f.address, f.reason, f.detail from (${found}) as f(address, reason, detail) cross join organizations o
  order by o.id, f.address on conflict (org_id, address) do nothing`;

/** Suppressed addresses of an organization by address, those after `after`, that hold `part`. */
export async function selectSuppressions(
  db: Database,
  { orgId, part, after, limit }: { orgId: string; part: string; after: string; limit: number },
): Promise<SuppressionRow[]> {
  const rows = await db.execute<SuppressionRow>(sql`
    select address, reason, detail, (extract(epoch from created_at) * 1000)::float8 as "createdAt" from suppressions
    where org_id = ${orgId} and address > ${after} and position(${part} in address) > 0
    order by address limit ${limit}`);
  return [...rows];
}

/** Takes addresses from the list; answers those that were on it. */
export async function deleteSuppressions(
  db: Database,
  { orgId, addresses }: { orgId: string; addresses: readonly string[] },
): Promise<string[]> {
  const rows = await db.execute<{ address: string }>(sql`
    delete from suppressions where org_id = ${orgId}
      and address in (select value from json_array_elements_text(${JSON.stringify(addresses)}::json))
    returning address`);
  return rows.map(({ address }) => address).sort();
}

/** Forgets, in every organization, that a number is not written to for this reason. */
export async function freeNumber(
  db: Database,
  { number, detail }: { number: string; detail: string },
): Promise<void> {
  await db.execute(sql`${EVERY} delete from suppressions
    where address = ${number} and reason = 'opted_out' and detail = ${detail}`);
}
