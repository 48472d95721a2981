import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

export type DuplicateRow = {
  id: string;
  name: string;
  kind: "internal" | "client";
  company: string | null;
  isDeactivated: boolean;
  /** Has one of the addresses; otherwise name and company are alike. */
  isSame: boolean;
};

type By = {
  email: string | null;
  phone: string | null;
  nameKey: string | null;
  companyKey: string | null;
  except: string | null;
};

/** Contacts with one of these addresses, and a few with the same name and company. One index range each. */
export async function selectDuplicates(db: Database, orgId: string, by: By): Promise<DuplicateRow[]> {
  const rows = await db.execute<DuplicateRow>(sql`
    with found as (
      select c.id, true as same from contacts c where c.org_id = ${orgId} and c.email = ${by.email}::text collate "C"
      union all
      select c.id, true from contacts c where c.org_id = ${orgId} and c.phone = ${by.phone}::text collate "C"
      union all
      (select c.id, false from contacts c where c.org_id = ${orgId} and c.company_key = ${by.companyKey}::text collate "C"
        and c.sort_key = ${by.nameKey}::text collate "C" limit 5)
    )
    select c.id, coalesce(c.name, c.email, c.phone) as name, c.kind, c.company,
      c.deactivated_at is not null as "isDeactivated", bool_or(f.same) as "isSame"
    from found f join contacts c on c.org_id = ${orgId} and c.id = f.id
    where c.id is distinct from ${by.except}::uuid
    group by c.org_id, c.id order by 6 desc, c.sort_key, c.id`);
  return [...rows];
}
