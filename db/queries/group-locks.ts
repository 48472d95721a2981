import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "./any-of";

export type LockedGroup = {
  id: string;
  kind: "team" | "client_group";
  name: string;
  isManager: boolean;
};

/**
 * The named groups, locked in the order of their ids until the transaction ends: who is in a group and
 * where a group is change one after the other. Unknown and foreign ones are absent.
 */
export async function lockGroups(
  tx: Database,
  at: { orgId: string; contactId: string },
  ids: string[],
): Promise<LockedGroup[]> {
  const rows = await tx.execute<LockedGroup>(sql`
    select g.id, g.kind, g.name, exists (select from group_managers k where k.org_id = g.org_id
      and k.group_id = g.id and k.contact_id = ${at.contactId}) as "isManager"
    from groups g where g.org_id = ${at.orgId} and g.id = ${anyOf(ids)} order by g.id for update`);
  return [...rows];
}

/** Locks every group that could make one of the contacts a member of the workspace: those there, and those they are in. */
export async function lockGroupsAround(
  tx: Database,
  at: { orgId: string; workspaceId: string },
  contacts: string[],
): Promise<void> {
  await tx.execute(sql`
    select g.id from groups g where g.org_id = ${at.orgId} and (
      g.id in (select group_id from workspace_groups where org_id = ${at.orgId} and workspace_id = ${at.workspaceId})
      or g.id in (select group_id from group_members where org_id = ${at.orgId} and contact_id = ${anyOf(contacts)}))
    order by g.id for update`);
}

/** Locks every group that one of the contacts is in or looks after. */
export async function lockGroupsOf(tx: Database, orgId: string, contacts: string[]): Promise<void> {
  await tx.execute(sql`
    select g.id from groups g where g.org_id = ${orgId} and (
      g.id in (select group_id from group_members where org_id = ${orgId} and contact_id = ${anyOf(contacts)})
      or g.id in (select group_id from group_managers where org_id = ${orgId} and contact_id = ${anyOf(contacts)}))
    order by g.id for update`);
}

/** Who is in these groups, by name; read it after locking them. A look into an index for each, as `offset 0` makes it. */
export async function selectGroupPeople(
  tx: Database,
  orgId: string,
  ids: string[],
): Promise<{ groupId: string; contactId: string }[]> {
  const rows = await tx.execute<{ groupId: string; contactId: string }>(sql`
    select p.group_id as "groupId", p.contact_id as "contactId"
    from group_members p
    cross join lateral (select sort_key from contacts where org_id = ${orgId} and id = p.contact_id offset 0) c
    where p.org_id = ${orgId} and p.group_id = ${anyOf(ids)}
    order by p.group_id, c.sort_key, p.contact_id`);
  return [...rows];
}

export type GroupPlace = { id: string; name: string; isArchived: boolean };

/** The workspaces a group has been added to. */
export async function selectGroupPlaces(tx: Database, orgId: string, groupId: string): Promise<GroupPlace[]> {
  const rows = await tx.execute<GroupPlace>(sql`
    select w.id, w.name, w.archived_at is not null as "isArchived"
    from workspace_groups g join workspaces w on w.org_id = g.org_id and w.id = g.workspace_id
    where g.org_id = ${orgId} and g.group_id = ${groupId} order by w.id`);
  return [...rows];
}
