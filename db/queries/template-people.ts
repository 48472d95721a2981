import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** What was typed for a role: a name, as the key lists sort by, or an address; or the group that was chosen. */
export type Asked = { i: number; key?: string; email?: string; phone?: string; group?: string };

export type FoundHolder = {
  i: number;
  /** The name it was found by, if it was. */
  key: string | null;
  type: "contact" | "group";
  id: string;
  /** What the contact is, or what the group is made of. */
  kind: "internal" | "client";
};

/**
 * The group that was chosen, contacts with the address, and contacts and groups with the name, of each; at most three for
 * a name. One statement.
 */
export async function selectHolders(tx: Database, orgId: string, asked: Asked[]): Promise<FoundHolder[]> {
  if (asked.length === 0) return [];
  const rows = await tx.execute<FoundHolder>(sql`
    with wanted as materialized (
      select * from json_to_recordset(${JSON.stringify(asked)}::json) as r(i int, key text, email text, phone text, "group" uuid)
    )
    select r.i, r.key, 'contact' as type, c.id, c.kind from wanted r
      join contacts c on c.org_id = ${orgId} and c.email = r.email collate "C"
    union all
    select r.i, r.key, 'contact', c.id, c.kind from wanted r
      join contacts c on c.org_id = ${orgId} and c.phone = r.phone collate "C"
    union all
    select r.i, r.key, 'group', g.id, case g.kind when 'team' then 'internal' else 'client' end from wanted r
      join groups g on g.org_id = ${orgId} and g.sort_key = r.key collate "C"
    union all
    select r.i, r.key, 'group', g.id, case g.kind when 'team' then 'internal' else 'client' end from wanted r
      join groups g on g.org_id = ${orgId} and g.id = r."group"
    union all
    select r.i, r.key, 'contact', c.id, c.kind from wanted r cross join lateral (
      select c.id, c.kind from contacts c
      where c.org_id = ${orgId} and c.kind in ('internal', 'client') and c.sort_key = r.key collate "C"
        and c.deactivated_at is null limit 3) c
    where r.key is not null`);
  return [...rows];
}

/** What the fields for people suggest: groups and internal users, the first of each by name. */
export async function selectSuggested(
  db: Database,
  orgId: string,
): Promise<{ text: string; kind: "internal" | "client" }[]> {
  const rows = await db.execute<{ text: string; kind: "internal" | "client" }>(sql`
    (select g.name as text, case g.kind when 'team' then 'internal' else 'client' end as kind
      from groups g where g.org_id = ${orgId} order by g.sort_key limit 200)
    union all
    (select c.name || ' <' || coalesce(c.email, c.phone) || '>', c.kind from contacts c
      where c.org_id = ${orgId} and c.kind = 'internal' and c.deactivated_at is null and c.name is not null
      order by c.sort_key limit 200)
    union all
    (select c.name || ' <' || coalesce(c.email, c.phone) || '>', c.kind from contacts c
      where c.org_id = ${orgId} and c.kind = 'client' and c.deactivated_at is null and c.name is not null
      order by c.sort_key limit 200)`);
  return [...rows];
}
