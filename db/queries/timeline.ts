import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Face, TimelineItem } from "@/lib/domain/views";
import { isHeldBy } from "./holding";
import { displayName } from "./workspace-view";

export type TimelineFilter = "all" | "mine" | "waiting" | "not-joined" | "archived";
export type TimelineCursor = { at: number; id: string };

type Row = Omit<TimelineItem, "faces" | "activeAt" | "completedAt"> & {
  faces: Face[] | null;
  activeAt: number;
  completedAt: number | null;
};

/** An open action of workspace `w`, seen by contact `me`: one of theirs, else one of others, else a declined one. */
const nextAction = sql`
  left join lateral (
    select json_build_object('title', a.title, 'role', roles.name, 'holder', coalesce(${displayName}, g.name),
      'isMine', own.is_mine, 'isDeclined', a.declined_at is not null) as next
    from actions a
    join roles on roles.org_id = a.org_id and roles.id = a.role_id
    cross join lateral (
      select a.declined_at is null and coalesce(${isHeldBy(sql`me.contact_id`)}, false) as is_mine
    ) own
    left join contacts c on c.org_id = roles.org_id and c.id = roles.holder_id
    left join groups g on g.org_id = roles.org_id and g.id = roles.holder_group_id
    where a.org_id = w.org_id and a.workspace_id = w.id and a.completed_at is null
      and a.stage = (select min(e.stage) from actions e where e.org_id = w.org_id and e.workspace_id = w.id
        and e.completed_at is null)
    order by own.is_mine desc, a.declined_at is not null, a.position limit 1
  ) n on true`;

/** Whether anything has happened in workspace `w` since `me` last looked that was not done by themselves and is theirs to see. */
const isUnread = (unseen: string[]): SQL => sql`(me.seen_at is null or me.seen_at < w.active_at and exists (
  select from activity v where v.org_id = w.org_id and v.workspace_id = w.id and v.at > me.seen_at
    and v.actor_id is distinct from me.contact_id
    and v.kind not in (select json_array_elements_text(${JSON.stringify(unseen)}::json))))`;

const filters: Record<TimelineFilter, { join: SQL; where: SQL }> = {
  all: { join: sql``, where: sql`true` },
  archived: { join: sql``, where: sql`true` },
  mine: { join: nextAction, where: sql`(n.next ->> 'isMine')::boolean` },
  waiting: { join: nextAction, where: sql`not (n.next ->> 'isMine')::boolean` },
  "not-joined": {
    join: sql``,
    where: sql`exists (select from members x where x.org_id = w.org_id and x.workspace_id = w.id
      and x.joined_at is null)`,
  },
};

/** Workspaces of one contact, latest activity first; one statement, `limit` rows after the cursor. */
export async function selectTimeline(
  db: Database,
  by: {
    orgId: string;
    contactId: string;
    filter: TimelineFilter;
    find: string | null;
    /** A client group that was added to the workspace. */
    group: string | null;
    after: TimelineCursor | null;
    /** Kinds of activity that the reader does not see. */
    unseen: string[];
    limit: number;
  },
): Promise<TimelineItem[]> {
  const after = by.after
    ? sql`(w.active_at, w.id) < (to_timestamp(${by.after.at}::float8 / 1000), ${by.after.id}::uuid)`
    : sql`true`;
  const found = by.find ? sql`position(${by.find} in w.sort_key) > 0` : sql`true`;
  const grouped = by.group
    ? sql`exists (select from workspace_groups x where x.org_id = w.org_id and x.workspace_id = w.id
        and x.group_id = ${by.group})`
    : sql`true`;
  const archived = by.filter === "archived" ? sql`is not null` : sql`is null`;
  const { join, where } = filters[by.filter];
  const rows = await db.execute<Row>(sql`
    with page as (
      select me.org_id, me.workspace_id, me.contact_id, me.seen_at
      from members me
      join workspaces w on w.org_id = me.org_id and w.id = me.workspace_id and w.archived_at ${archived}
      ${join}
      where me.org_id = ${by.orgId} and me.contact_id = ${by.contactId} and me.joined_at is not null
        and ${after} and ${found} and ${grouped} and ${where}
      order by w.active_at desc, w.id desc limit ${by.limit}
    )
    select w.id, w.name, p.done, p.total, n.next, f.faces, k."memberCount", k."notJoined",
      me.seen_at is null as "isNew", ${isUnread(by.unseen)} as "isUnread",
      (extract(epoch from w.active_at) * 1000)::float8 as "activeAt",
      (extract(epoch from w.completed_at) * 1000)::float8 as "completedAt"
    from page me
    join workspaces w on w.org_id = me.org_id and w.id = me.workspace_id
    ${nextAction}
    cross join lateral (
      select count(*)::int as total, count(a.completed_at)::int as done from actions a
      where a.org_id = w.org_id and a.workspace_id = w.id
    ) p
    cross join lateral (
      select json_agg(json_build_object('id', s.id, 'name', s.name)) as faces from (
        select c.id, ${displayName} as name from members m
        join contacts c on c.org_id = m.org_id and c.id = m.contact_id
        where m.org_id = w.org_id and m.workspace_id = w.id order by m.joined_at nulls last, m.added_at, c.id limit 3) s
    ) f
    cross join lateral (
      select count(*)::int as "memberCount", count(*) filter (where m.joined_at is null)::int as "notJoined"
      from (select joined_at from members where org_id = w.org_id and workspace_id = w.id limit 1001) m
    ) k
    order by w.active_at desc, w.id desc`);
  return rows.map((row) => ({
    ...row,
    faces: row.faces ?? [],
    activeAt: new Date(row.activeAt),
    completedAt: row.completedAt === null ? null : new Date(row.completedAt),
  }));
}

/** The client groups that were added to workspaces of this person, by name, at most 200. */
export async function selectTimelineGroups(
  db: Database,
  by: { orgId: string; contactId: string },
): Promise<{ id: string; name: string }[]> {
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select g.id, g.name from groups g
    where g.org_id = ${by.orgId} and g.kind = 'client_group' and exists (
      select from workspace_groups x
      join members me on me.org_id = x.org_id and me.workspace_id = x.workspace_id
        and me.contact_id = ${by.contactId} and me.joined_at is not null
      where x.org_id = g.org_id and x.group_id = g.id)
    order by g.name, g.id limit 200`);
  return [...rows];
}
