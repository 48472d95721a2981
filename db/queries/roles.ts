import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

export type RoleToFill = {
  id: string;
  name: string;
  audience: "internal" | "client" | "any";
  isFree: boolean;
  firstAction: string | null;
};

/** A role of a workspace with the first thing its holder will have to do. */
export async function selectRole(
  tx: Database,
  at: { orgId: string; workspaceId: string; roleId: string },
): Promise<RoleToFill | null> {
  const [row] = await tx.execute<RoleToFill>(sql`
    select r.id, r.name, r.audience, r.holder_id is null and r.holder_group_id is null as "isFree",
      (select a.title from actions a where a.org_id = r.org_id and a.role_id = r.id and a.completed_at is null
        and a.declined_at is null order by a.position limit 1) as "firstAction"
    from roles r
    where r.org_id = ${at.orgId} and r.workspace_id = ${at.workspaceId} and r.id = ${at.roleId}`);
  return row ?? null;
}

/** Every role of a workspace in order, with the first thing its holder will have to do and where that stands. */
export async function selectRoles(
  tx: Database,
  at: { orgId: string; workspaceId: string },
): Promise<(RoleToFill & { firstAt: number | null })[]> {
  const rows = await tx.execute<RoleToFill & { firstAt: number | null }>(sql`
    select r.id, r.name, r.audience, r.holder_id is null and r.holder_group_id is null as "isFree",
      f.title as "firstAction", f.position as "firstAt"
    from roles r left join lateral (
      select a.title, a.position from actions a where a.org_id = r.org_id and a.role_id = r.id
        and a.completed_at is null order by a.position limit 1) f on true
    where r.org_id = ${at.orgId} and r.workspace_id = ${at.workspaceId} order by r.position, r.id`);
  return [...rows];
}
