import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "./any-of";

type At = { orgId: string; workspaceId: string; roleId: string };

/** Who holds a role: a member, or a group of the workspace. */
export type RoleHolder = { id: string; name: string; isGroup: boolean };

export type RoleToFill = {
  id: string;
  name: string;
  audience: "internal" | "client" | "any";
  holder: RoleHolder | null;
  firstAction: string | null;
};

const columns = sql`r.id, r.name, r.audience,
  case when r.holder_id is not null or r.holder_group_id is not null then json_build_object(
    'id', coalesce(r.holder_id, r.holder_group_id), 'name', coalesce(c.name, c.email, c.phone, g.name),
    'isGroup', r.holder_group_id is not null) end as holder`;

const withHolders = sql`roles r
  left join contacts c on c.org_id = r.org_id and c.id = r.holder_id
  left join groups g on g.org_id = r.org_id and g.id = r.holder_group_id`;

/** A role of a workspace with who holds it and the first thing its holder will have to do. */
export async function selectRole(tx: Database, at: At): Promise<RoleToFill | null> {
  const [row] = await tx.execute<RoleToFill>(sql`
    select ${columns},
      (select a.title from actions a where a.org_id = r.org_id and a.role_id = r.id and a.completed_at is null
        and a.declined_at is null order by a.position limit 1) as "firstAction"
    from ${withHolders}
    where r.org_id = ${at.orgId} and r.workspace_id = ${at.workspaceId} and r.id = ${at.roleId}`);
  return row ?? null;
}

/** The same, once nobody else changes who holds it until the transaction ends. */
export async function lockRole(tx: Database, at: At): Promise<RoleToFill | null> {
  await tx.execute(sql`select id from roles
    where org_id = ${at.orgId} and workspace_id = ${at.workspaceId} and id = ${at.roleId} for no key update`);
  return selectRole(tx, at);
}

/**
 * Locks the roles that people hold in these workspaces, in order: take it before their memberships, as whoever
 * gives a role does, so that the two wait for each other instead of both.
 */
export async function lockHeldRoles(tx: Database, orgId: string, workspaces: string[]): Promise<void> {
  await tx.execute(sql`select id from roles
    where org_id = ${orgId} and workspace_id = ${anyOf(workspaces)} and holder_id is not null
    order by id for no key update`);
}

export type NamedRole = Pick<RoleToFill, "id" | "name" | "audience"> & { holder: string | null };

/** The roles of a workspace, in their order, with the name of who holds each. */
export async function selectRoleNames(
  db: Database,
  at: { orgId: string; workspaceId: string },
): Promise<NamedRole[]> {
  const rows = await db.execute<NamedRole>(sql`
    select r.id, r.name, r.audience, coalesce(c.name, c.email, c.phone, g.name) as holder from roles r
    left join contacts c on c.org_id = r.org_id and c.id = r.holder_id
    left join groups g on g.org_id = r.org_id and g.id = r.holder_group_id
    where r.org_id = ${at.orgId} and r.workspace_id = ${at.workspaceId} order by r.position, r.id`);
  return [...rows];
}

/** Every role of a workspace in order, with the first thing its holder will have to do and where that stands. */
export async function selectRoles(
  tx: Database,
  at: { orgId: string; workspaceId: string },
): Promise<(RoleToFill & { firstAt: number | null })[]> {
  const rows = await tx.execute<RoleToFill & { firstAt: number | null }>(sql`
    select ${columns}, f.title as "firstAction", f.position as "firstAt"
    from ${withHolders} left join lateral (
      select a.title, a.position from actions a where a.org_id = r.org_id and a.role_id = r.id
        and a.completed_at is null order by a.position limit 1) f on true
    where r.org_id = ${at.orgId} and r.workspace_id = ${at.workspaceId} order by r.position, r.id`);
  return [...rows];
}
