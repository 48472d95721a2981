import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { EVERY } from "./outbox";

/** Which of these beginnings of numbers, all but the last four digits, are of somebody who has joined. */
async function selectPrefixes(tx: Database, prefixes: string[], isOurs: SQL): Promise<Set<string>> {
  const rows = await tx.execute<{ prefix: string }>(sql`
    select p.prefix from json_array_elements_text(${JSON.stringify(prefixes)}::json) as p(prefix)
    where exists (select from proven_addresses a join contacts c on c.user_id = a.user_id and ${isOurs}
      where a.address between p.prefix || '0000' and p.prefix || '9999' and a.kind = 'phone'
        and length(a.address) = length(p.prefix) + 4 and c.deactivated_at is null)`);
  return new Set(rows.map(({ prefix }) => prefix));
}

/** Of people of one organization, by numbers that they have proven. */
export const selectJoinedPrefixes = (tx: Database, orgId: string, prefixes: string[]): Promise<Set<string>> =>
  selectPrefixes(tx, prefixes, sql`c.org_id = ${orgId}`);

/** Of people of any organization: for codes, which belong to the installation. */
export const selectKnownPrefixes = (tx: Database, prefixes: string[]): Promise<Set<string>> =>
  selectPrefixes(tx, prefixes, sql`true ${EVERY}`);

/** The countries of the installation's organizations; the first one's stands first. */
export async function selectHomeCountries(db: Database): Promise<string[]> {
  const rows = await db.execute<{ country: string }>(
    sql`select country from organizations group by country order by min(number)`,
  );
  return rows.map(({ country }) => country);
}

/** The country an organization is at home in. */
export async function selectCountry(tx: Database, orgId: string): Promise<string> {
  const [row] = await tx.execute<{ country: string }>(
    sql`select country from organizations where id = ${orgId}`,
  );
  if (!row) throw new Error("There is no such organization.");
  return row.country;
}
