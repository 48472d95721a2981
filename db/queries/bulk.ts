import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

export type Choice = { id: string; name: string };
export type WorkspaceChoice = Choice & { roles: (Choice & { audience: "internal" | "client" | "any" })[] };
export type GroupChoice = Choice & { kind: "team" | "client_group" };

type At = { orgId: string; contactId: string };

/** The workspaces somebody has joined and that are not archived, latest activity first, with their free roles. */
export async function selectWorkspaceChoices(
  db: Database,
  at: At,
  by: { find: string | null; limit: number },
): Promise<WorkspaceChoice[]> {
  const rows = await db.execute<WorkspaceChoice>(sql`
    select w.id, w.name, coalesce((
      select json_agg(json_build_object('id', r.id, 'name', r.name, 'audience', r.audience) order by r.position)
      from roles r where r.org_id = w.org_id and r.workspace_id = w.id and r.holder_id is null
        and r.holder_group_id is null), '[]') as roles
    from members m join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
    where m.org_id = ${at.orgId} and m.contact_id = ${at.contactId} and m.joined_at is not null
      and w.archived_at is null and ${by.find ? sql`strpos(w.sort_key, ${by.find}) > 0` : sql`true`}
    order by w.active_at desc, w.id limit ${by.limit}`);
  return [...rows];
}

/** The groups of these kinds whose people somebody may change: admins all, others those they manage. */
export async function selectGroupChoices(
  db: Database,
  at: At & { isAdmin: boolean },
  by: { kinds: GroupChoice["kind"][]; find: string | null; limit: number },
): Promise<GroupChoice[]> {
  const managed = sql`exists (select from group_managers k
    where k.org_id = g.org_id and k.group_id = g.id and k.contact_id = ${at.contactId})`;
  const rows = await db.execute<GroupChoice>(sql`
    select g.id, g.name, g.kind from groups g
    where g.org_id = ${at.orgId} and ${at.isAdmin ? sql`true` : managed} and g.kind = any(${sql.param(`{${by.kinds.join(",")}}`)}::text[])
      and ${by.find ? sql`strpos(g.sort_key, ${by.find}) > 0` : sql`true`}
    order by g.sort_key, g.id limit ${by.limit}`);
  return [...rows];
}

export type Person = { id: string; name: string; kind: "internal" | "client"; isDeactivated: boolean };

/** Who these contacts are, in the order of the ids. */
export async function selectPeople(db: Database, orgId: string, ids: string[]): Promise<Person[]> {
  const rows = await db.execute<Person>(sql`
    select c.id, coalesce(c.name, c.email, c.phone) as name, c.kind, c.deactivated_at is not null as "isDeactivated"
    from json_array_elements_text(${JSON.stringify(ids)}::json) with ordinality as wanted(id, place)
    join contacts c on c.org_id = ${orgId} and c.id = wanted.id::uuid
    order by wanted.place`);
  return [...rows];
}
