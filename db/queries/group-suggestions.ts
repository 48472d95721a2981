import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** A group as the People field offers it. `isAdded`: it is in the workspace already. */
export type GroupSuggestion = {
  group: string;
  name: string;
  kind: "client_group" | "team";
  size: number;
  isAdded: boolean;
};

/** Groups whose name begins with the text, then those with words that begin with each of the words. */
export async function selectGroupsByName(
  db: Database,
  at: { orgId: string; workspaceId: string | null },
  by: { name: string; kinds: GroupSuggestion["kind"][]; limit: number },
): Promise<GroupSuggestion[]> {
  const words = by.name.split(" ").map((word) => sql`strpos(f.words, ${` ${word}`}) > 0`);
  const rows = await db.execute<GroupSuggestion>(sql`
    with named as (
      select g.*, translate(' ' || g.sort_key, '-.''', '   ') as words from groups g
      where g.org_id = ${at.orgId} and g.kind = any(${sql.param(`{${by.kinds.join(",")}}`)}::text[])
    ), found as materialized (
      select f.org_id, f.id, f.name, f.kind, f.sort_key, starts_with(f.sort_key, ${by.name}) as is_start from named f
      where starts_with(f.sort_key, ${by.name}) or (${sql.join(words, sql` and `)})
      order by is_start desc, f.sort_key, f.id limit ${by.limit}
    )
    select f.id as "group", f.name, f.kind,
      (select count(*)::int from group_members p where p.org_id = f.org_id and p.group_id = f.id) as size,
      exists (select from workspace_groups w where w.org_id = f.org_id and w.workspace_id = ${at.workspaceId}::uuid
        and w.group_id = f.id) as "isAdded"
    from found f order by f.kind, f.is_start desc, f.sort_key, f.id`);
  return [...rows];
}

/** Groups that could be added to the workspace, by kind and name. */
export async function selectGroupChoices(
  db: Database,
  at: { orgId: string; workspaceId: string },
  limit: number,
): Promise<GroupSuggestion[]> {
  const rows = await db.execute<GroupSuggestion>(sql`
    with found as materialized (
      select g.org_id, g.id, g.name, g.kind, g.sort_key from groups g
      where g.org_id = ${at.orgId}
        and exists (select from group_members p where p.org_id = g.org_id and p.group_id = g.id)
        and not exists (select from workspace_groups w where w.org_id = g.org_id
          and w.workspace_id = ${at.workspaceId} and w.group_id = g.id)
      order by g.kind, g.sort_key, g.id limit ${limit}
    )
    select f.id as "group", f.name, f.kind, false as "isAdded",
      (select count(*)::int from group_members p where p.org_id = f.org_id and p.group_id = f.id) as size
    from found f order by f.kind, f.sort_key, f.id`);
  return [...rows];
}
