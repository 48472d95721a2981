import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { WorkspaceSettings } from "@/lib/domain/workspace-settings";
import { archivedBy, archivedOf, displayName } from "./workspace-view";

type Row = Omit<WorkspaceSettings, "archived"> & { archived: { at: number; by: string | null } | null };

/** What the settings page of a workspace shows, in one statement. Whoever may own it is an internal user who has joined. */
export async function selectWorkspaceSettings(
  db: Database,
  at: { orgId: string; workspaceId: string },
): Promise<WorkspaceSettings | null> {
  const [row] = await db.execute<Row>(sql`
    select w.name, w.due_on::text as "dueOn", ${archivedBy} as archived,
      (select json_build_object('id', c.id, 'name', ${displayName}) from contacts c
        where c.org_id = w.org_id and c.id = w.owner_id) as owner,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', ${displayName}) order by c.sort_key, c.id)
        from members m join contacts c on c.org_id = m.org_id and c.id = m.contact_id
        where m.org_id = w.org_id and m.workspace_id = w.id and m.joined_at is not null
          and c.kind = 'internal' and c.deactivated_at is null and c.id <> w.owner_id), '[]') as successors
    from workspaces w where w.org_id = ${at.orgId} and w.id = ${at.workspaceId}`);
  return row ? { ...row, archived: archivedOf(row.archived) } : null;
}
