import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";

export type DuplicateRow = {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  kind: "internal" | "client";
  company: string | null;
  isDeactivated: boolean;
  /** Has one of the addresses; otherwise only name and company are the same. */
  isSame: boolean;
};

/** So many of each kind of likeness: who is looked at is among them. */
const MOST = 6;

/** Contacts with one of these addresses, then those with this name and company: one range of an index each. */
export async function selectDuplicates(
  db: Database,
  by: {
    orgId: string;
    email: string | null;
    phone: string | null;
    nameKey: string | null;
    companyKey: string | null;
    except: string | null;
  },
): Promise<DuplicateRow[]> {
  const branch = (isSame: boolean, hit: SQL) => sql`
    (select ${sql.raw(String(isSame))} as same, c.id from contacts c where c.org_id = ${by.orgId} and ${hit}
      limit ${sql.raw(String(MOST))})`;
  const named = (kind: "client" | "internal") =>
    branch(
      false,
      sql`c.kind = ${sql.raw(`'${kind}'`)} and c.sort_key = ${by.nameKey}
        and c.company_key is not distinct from ${by.companyKey}::text collate "C"`,
    );
  const rows = await db.execute<DuplicateRow>(sql`
    with found as (
      ${branch(true, sql`c.email = ${by.email}`)} union all ${branch(true, sql`c.phone = ${by.phone}`)}
      union all ${named("client")} union all ${named("internal")}
    )
    select c.id, c.name, c.email, c.phone, c.kind, c.company, c.deactivated_at is not null as "isDeactivated",
      bool_or(f.same) as "isSame"
    from found f join contacts c on c.org_id = ${by.orgId} and c.id = f.id
    where c.id is distinct from ${by.except}::uuid
    group by c.org_id, c.id order by "isSame" desc, c.sort_key, c.id`);
  return [...rows];
}
