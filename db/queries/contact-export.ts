import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { ContactState } from "@/lib/domain/views";
import { isBounced } from "./contacts";

export type ExportRow = {
  name: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  title: string | null;
  kind: "internal" | "client";
  state: ContactState;
  groups: string[];
  /** A calendar day of the organization, "2026-11-25". */
  added: string;
};

/** What an export tells of these contacts, in the order of the ids. */
export async function selectExportRows(
  db: Database,
  at: { orgId: string; timeZone: string },
  ids: string[],
): Promise<ExportRow[]> {
  const rows = await db.execute<ExportRow>(sql`
    select c.name, c.email, c.phone, c.company, c.title, c.kind,
      case when c.state in ('quiet', 'invited') and ${isBounced} then 'bounced' else c.state end as state,
      coalesce((select json_agg(g.name order by g.sort_key) from group_members p
        join groups g on g.org_id = p.org_id and g.id = p.group_id
        where p.org_id = c.org_id and p.contact_id = c.id), '[]') as groups,
      to_char(c.created_at at time zone ${at.timeZone}, 'YYYY-MM-DD') as added
    from json_array_elements_text(${JSON.stringify(ids)}::json) with ordinality as wanted(id, place)
    join contacts c on c.org_id = ${at.orgId} and c.id = wanted.id::uuid
    order by wanted.place`);
  return [...rows];
}
