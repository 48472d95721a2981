import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "./any-of";

export type Option = { id: string; name: string };

/** Groups of a kind whose people this contact may change: all for admins, else those they manage. */
export async function selectEditableGroups(
  db: Database,
  at: { orgId: string; contactId: string; isAdmin: boolean },
  by: { kind: "client_group" | "team"; ids?: string[]; limit: number },
): Promise<Option[]> {
  const managed = sql`exists (select from group_managers k
    where k.org_id = g.org_id and k.group_id = g.id and k.contact_id = ${at.contactId})`;
  const rows = await db.execute<Option>(sql`
    select g.id, g.name from groups g
    where g.org_id = ${at.orgId} and g.kind = ${by.kind} and ${at.isAdmin ? sql`true` : managed}
      and ${by.ids ? sql`g.id = ${anyOf(by.ids)}` : sql`true`}
    order by g.sort_key, g.id limit ${by.limit}`);
  return [...rows];
}

/** Internal users who can look after a group; those chosen are among them however long the list. */
export async function selectManagers(
  db: Database,
  orgId: string,
  by: { chosen: string[]; limit: number },
): Promise<Option[]> {
  const rows = await db.execute<Option>(sql`
    select c.id, coalesce(c.name, c.email, c.phone) as name from contacts c
    where c.org_id = ${orgId} and c.kind = 'internal' and c.deactivated_at is null
    order by (c.id = ${anyOf(by.chosen)}) desc, c.sort_key, c.id limit ${by.limit}`);
  return [...rows];
}

type Person = Option & { kind: "internal" | "client"; isDeactivated: boolean; isJoined: boolean };

/** Who these contacts are. */
export async function selectPersons(db: Database, orgId: string, ids: string[]): Promise<Person[]> {
  const rows = await db.execute<Person>(sql`
    select c.id, coalesce(c.name, c.email, c.phone) as name, c.kind,
      c.deactivated_at is not null as "isDeactivated", c.joined_at is not null as "isJoined"
    from contacts c where c.org_id = ${orgId} and c.id = ${anyOf(ids)}`);
  return [...rows];
}

/** Admins with an address to ask them at. */
export async function selectAdmins(
  db: Database,
  orgId: string,
): Promise<(Option & { email: string | null })[]> {
  const rows = await db.execute<Option & { email: string | null }>(sql`
    select c.id, coalesce(c.name, c.email, c.phone) as name, c.email from contacts c
    where c.org_id = ${orgId} and c.kind = 'internal' and c.is_admin and c.joined_at is not null
      and c.deactivated_at is null
    order by c.sort_key, c.id limit 5`);
  return [...rows];
}

export type OwnWorkspace = Option & { roles: Option[] };

/** The contact's own workspaces, latest activity first, with the free roles that fit the audience. */
export async function selectOwnWorkspaces(
  db: Database,
  at: { orgId: string; contactId: string },
  by: { audience: "internal" | "client"; limit: number },
): Promise<OwnWorkspace[]> {
  const rows = await db.execute<Option & { roles: Option[] | null }>(sql`
    select w.id, w.name, (
      select json_agg(json_build_object('id', r.id, 'name', r.name) order by r.position) from roles r
      where r.org_id = w.org_id and r.workspace_id = w.id and r.holder_id is null and r.holder_group_id is null
        and r.audience in ('any', ${by.audience})) as roles
    from members m join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
    where m.org_id = ${at.orgId} and m.contact_id = ${at.contactId} and m.joined_at is not null and w.archived_at is null
    order by w.active_at desc, w.id limit ${by.limit}`);
  return rows.map(({ roles, ...workspace }) => ({ ...workspace, roles: roles ?? [] }));
}

/** Which of these names, as sort keys, groups of the kind have. */
export async function selectTakenNames(
  db: Database,
  orgId: string,
  { kind, keys }: { kind: "client_group" | "team"; keys: string[] },
): Promise<Set<string>> {
  const rows = await db.execute<{ key: string }>(sql`
    select g.sort_key as key from json_array_elements_text(${JSON.stringify(keys)}::json) as wanted(key)
    join groups g on g.org_id = ${orgId} and g.kind = ${kind} and g.sort_key = wanted.key collate "C"`);
  return new Set(rows.map(({ key }) => key));
}

export type Unfinished = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  contact: string | null;
};

/** Somebody's drafts of a kind from the last hours that were left unfinished, the newest first. */
export async function selectUnfinished(
  db: Database,
  by: { orgId: string; actorId: string; kind: string; limit: number },
): Promise<Unfinished[]> {
  const rows = await db.execute<Unfinished>(sql`
    select d.id, d.data #>> '{details,name}' as name, d.data #>> '{details,email}' as email,
      d.data #>> '{details,phone}' as phone, d.data ->> 'contact' as contact
    from drafts d
    where d.org_id = ${by.orgId} and d.actor_id = ${by.actorId} and d.kind = ${by.kind}
      and d.updated_at > now() - interval '12 hours' and d.data -> 'added' is null
    order by d.updated_at desc limit ${by.limit}`);
  return [...rows];
}

/** Who is in a group, by id. */
export async function selectGroupContacts(db: Database, orgId: string, groupId: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select contact_id as id from group_members where org_id = ${orgId} and group_id = ${groupId} order by contact_id`);
  return rows.map(({ id }) => id);
}
