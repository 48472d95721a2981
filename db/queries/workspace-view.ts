import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { ActionView, ActivityItem, Face, RoleView, WorkspaceView } from "@/lib/domain/views";
import { isWaiting } from "./join-requests";

type At = { orgId: string; workspaceId: string; contactId: string };
/** Kinds of activity that the reader does not see. */
type Reader = At & { unseen: string[] };

/** How a contact is named in lists: by name, else by address. */
export const displayName = sql.raw("coalesce(c.name, c.email, c.phone)");

/** Everything the workspace page shows, in four statements that run side by side. */
export async function selectWorkspaceView(db: Database, at: Reader): Promise<WorkspaceView> {
  const [head, roles, actions, activity] = await Promise.all([
    selectHead(db, at),
    selectRoles(db, at),
    selectActions(db, at),
    selectActivity(db, at),
  ]);
  const stage = actions.find((action) => action.completedAt === null)?.stage;
  const open = (roleId: string) =>
    actions.filter((action) => action.role.id === roleId && !action.completedAt);
  return {
    ...head,
    done: actions.filter((action) => action.completedAt).length,
    roles: roles.map((role) => ({ ...role, openActions: open(role.id).map(({ title }) => title) })),
    actions: actions.map((action) => ({
      ...action,
      state: stateOf(action, stage),
      completedAt: momentOf(action.completedAt),
      declinedAt: momentOf(action.declinedAt),
    })),
    activity: activity.map((item) => ({ ...item, at: new Date(item.at) })),
  };
}

const momentOf = (at: number | null) => (at === null ? null : new Date(at));

/** `open` is the first stage that is not completed. */
function stateOf(
  { completedAt, declinedAt, stage }: ActionRow,
  open: number | undefined,
): ActionView["state"] {
  if (completedAt !== null) return "done";
  if (declinedAt !== null) return "declined";
  return stage === open ? "next" : "later";
}

/** Of workspace `w`: since when it is archived, and who did that. */
export const archivedBy = sql`case when w.archived_at is not null then json_build_object(
  'at', (extract(epoch from w.archived_at) * 1000)::float8, 'by', (
    select ${displayName} from activity v left join contacts c on c.org_id = v.org_id and c.id = v.actor_id
    where v.org_id = w.org_id and v.workspace_id = w.id and v.kind = 'workspace_archived'
    order by v.at desc, v.id desc limit 1)) end`;

export const archivedOf = (archived: { at: number; by: string | null } | null) =>
  archived && { ...archived, at: new Date(archived.at) };

async function selectHead(db: Database, at: At) {
  const [row] = await db.execute<{
    id: string;
    name: string;
    dueOn: string | null;
    completedAt: number | null;
    archived: { at: number; by: string | null } | null;
    faces: Face[] | null;
    memberCount: number;
    asking: number;
  }>(sql`
    select w.id, w.name, w.due_on::text as "dueOn", (extract(epoch from w.completed_at) * 1000)::float8 as "completedAt",
      ${archivedBy} as archived,
      (select json_agg(json_build_object('id', f.id, 'name', f.name)) from (
        select c.id, ${displayName} as name from members m
        join contacts c on c.org_id = m.org_id and c.id = m.contact_id
        where m.org_id = w.org_id and m.workspace_id = w.id order by m.joined_at nulls last, m.added_at, c.id limit 3) f
      ) as faces,
      (select count(*)::int from (select from members m where m.org_id = w.org_id and m.workspace_id = w.id
        limit 1001) capped) as "memberCount",
      (select count(*)::int from (select from join_requests r where r.org_id = w.org_id and r.workspace_id = w.id
        and ${isWaiting} limit 1001) capped) as asking
    from workspaces w where w.org_id = ${at.orgId} and w.id = ${at.workspaceId}`);
  if (!row) throw new Error("The workspace vanished between two statements.");
  return {
    ...row,
    faces: row.faces ?? [],
    completedAt: momentOf(row.completedAt),
    archived: archivedOf(row.archived),
  };
}

async function selectRoles(db: Database, at: At) {
  return db.execute<Omit<RoleView, "openActions">>(sql`
    select r.id, r.name, r.audience,
      case when c.id is not null
        then json_build_object('id', c.id, 'name', ${displayName}, 'isJoined', m.joined_at is not null)
        when g.id is not null then json_build_object('id', g.id, 'name', g.name, 'isJoined', true)
      end as holder
    from roles r
    left join contacts c on c.org_id = r.org_id and c.id = r.holder_id
    left join members m on m.org_id = r.org_id and m.workspace_id = r.workspace_id and m.contact_id = r.holder_id
    left join groups g on g.org_id = r.org_id and g.id = r.holder_group_id
    where r.org_id = ${at.orgId} and r.workspace_id = ${at.workspaceId}
    order by r.position, r.id`);
}

type ActionRow = Omit<ActionView, "state" | "completedAt" | "declinedAt"> & {
  completedAt: number | null;
  declinedAt: number | null;
};

async function selectActions(db: Database, at: At) {
  return db.execute<ActionRow>(sql`
    select a.id, a.kind, a.title, a.instructions, a.due_on::text as "dueOn", a.stage,
      json_build_object('id', r.id, 'name', r.name) as role,
      coalesce(${displayName}, g.name) as holder,
      coalesce(r.holder_id = ${at.contactId}, false) or exists (select from group_members gm where gm.org_id = a.org_id
        and gm.group_id = r.holder_group_id and gm.contact_id = ${at.contactId}) as "isMine",
      (extract(epoch from a.completed_at) * 1000)::float8 as "completedAt",
      coalesce(d.name, d.email, d.phone) as "completedBy",
      (extract(epoch from a.declined_at) * 1000)::float8 as "declinedAt",
      coalesce(n.name, n.email, n.phone) as "declinedBy", a.decline_reason as "declineReason"
    from actions a
    join roles r on r.org_id = a.org_id and r.id = a.role_id
    left join contacts c on c.org_id = r.org_id and c.id = r.holder_id
    left join groups g on g.org_id = r.org_id and g.id = r.holder_group_id
    left join contacts d on d.org_id = a.org_id and d.id = a.completed_by
    left join contacts n on n.org_id = a.org_id and n.id = a.declined_by
    where a.org_id = ${at.orgId} and a.workspace_id = ${at.workspaceId}
    order by a.position`);
}

async function selectActivity(db: Database, at: Reader) {
  return db.execute<Omit<ActivityItem, "at"> & { at: number }>(sql`
    select v.id, (extract(epoch from v.at) * 1000)::float8 as at, v.kind, ${displayName} as actor, v.data
    from activity v
    left join contacts c on c.org_id = v.org_id and c.id = v.actor_id
    where v.org_id = ${at.orgId} and v.workspace_id = ${at.workspaceId}
      and v.kind not in (select json_array_elements_text(${JSON.stringify(at.unseen)}::json))
    order by v.at desc, v.id desc limit 20`);
}
