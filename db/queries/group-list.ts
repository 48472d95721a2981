import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

export type GroupsFilter = { orgId: string; kind: "client_group" | "team"; find: string | null };

export type GroupJson = {
  id: string;
  name: string;
  sortKey: string;
  people: number;
  notJoined: number;
  /** Who has not joined and is deactivated. */
  gone: number;
  managers: string[] | null;
  workspaces: number;
};

/** One page of groups by name, with their people counted up to 1,001. */
export async function selectGroups(
  db: Database,
  { orgId, kind, find }: GroupsFilter,
  by: { isDescending: boolean; after: { key: string; id: string } | null; limit: number },
): Promise<GroupJson[]> {
  const order = by.isDescending ? sql`g.sort_key desc, g.id desc` : sql`g.sort_key, g.id`;
  const mark = by.after && sql`(${by.after.key}::text, ${by.after.id}::uuid)`;
  const isAfter = by.isDescending ? sql`(g.sort_key, g.id) < ${mark}` : sql`(g.sort_key, g.id) > ${mark}`;
  const rows = await db.execute<GroupJson>(sql`
    with page as materialized (
      select g.* from groups g
      where g.org_id = ${orgId} and g.kind = ${kind} and ${mark ? isAfter : sql`true`}
        and ${find ? sql`position(${find} in g.sort_key) > 0` : sql`true`}
      order by ${order} limit ${sql.raw(String(by.limit))}
    )
    select g.id, g.name, g.sort_key as "sortKey", p.people, p."notJoined", p.gone,
      (select json_agg(coalesce(c.name, c.email, c.phone) order by c.sort_key, c.id) from group_managers k
        join contacts c on c.org_id = k.org_id and c.id = k.contact_id
        where k.org_id = g.org_id and k.group_id = g.id) as managers,
      (select count(*)::int from workspace_groups w where w.org_id = g.org_id and w.group_id = g.id) as workspaces
    from page g
    cross join lateral (
      select count(*)::int as people, (count(*) filter (where c.joined_at is null and c.deactivated_at is null))::int
        as "notJoined", (count(*) filter (where c.joined_at is null and c.deactivated_at is not null))::int as gone
      from (select m.org_id, m.contact_id from group_members m
        where m.org_id = g.org_id and m.group_id = g.id limit 1001) m
      join contacts c on c.org_id = m.org_id and c.id = m.contact_id
    ) p
    order by ${order}`);
  return [...rows];
}

/** The first groups by name, to choose one from; with the chosen one among them. */
export async function selectGroupNames(
  db: Database,
  { orgId, kind, chosen }: { orgId: string; kind: "client_group" | "team"; chosen: string | null },
): Promise<{ id: string; name: string }[]> {
  const rows = await db.execute<{ id: string; name: string; sortKey: string }>(sql`
    (select g.id, g.name, g.sort_key as "sortKey" from groups g where g.org_id = ${orgId} and g.kind = ${kind}
      order by g.sort_key limit 200)
    union
    select g.id, g.name, g.sort_key from groups g where g.org_id = ${orgId} and g.id = ${chosen}::uuid
    order by 3`);
  return rows.map(({ id, name }) => ({ id, name }));
}

/** The name of the group that somebody deleted last, in the last minutes; null when there is none. */
export async function selectDeletedGroup(
  db: Database,
  at: { orgId: string; actorId: string },
): Promise<string | null> {
  const [row] = await db.execute<{ name: string }>(sql`
    select data ->> 'name' as name from activity
    where org_id = ${at.orgId} and workspace_id is null and kind = 'group_deleted' and actor_id = ${at.actorId}
      and at > now() - interval '10 minutes'
    order by at desc, id limit 1`);
  return row?.name ?? null;
}
