import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

export type SuppressionRow = {
  address: string;
  reason: "opted_out" | "bounced" | "complained";
  detail: string | null;
  /** Milliseconds since 1970. */
  createdAt: number;
};

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
