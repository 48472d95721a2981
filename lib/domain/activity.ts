import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { activity, workspaces } from "@/db/schema";
import { displayAddress } from "./address";
import type { Context } from "./context";
import { newId } from "./id";
import { archived } from "./permissions";

/** Told, when the transaction commits, that open pages may show something old. */
export const LIVE_CHANNEL = "foyer_live";

export type ActivityKind =
  | "workspace_created"
  | "workspace_edited"
  | "workspace_archived"
  | "workspace_restored"
  | "workspace_handed_over"
  | "members_invited"
  | "members_added"
  | "member_joined"
  | "member_removed"
  | "member_restored"
  | "members_left"
  | "portal_invited"
  | "group_added"
  | "group_removed"
  | "group_created"
  | "group_edited"
  | "group_deleted"
  | "group_people_added"
  | "group_people_removed"
  | "contact_created"
  | "contact_edited"
  | "contacts_merged"
  | "contact_deactivated"
  | "contact_reactivated"
  | "contacts_exported"
  | "invitations_exported"
  | "invite_undone"
  | "invitation_resent"
  | "invitation_cancelled"
  | "invitation_restored"
  | "invitation_declined"
  | "link_copied"
  | "link_replaced"
  | "link_requested"
  | "link_created"
  | "link_changed"
  | "link_refreshed"
  | "address_changed"
  | "role_assigned"
  | "role_reassigned"
  | "role_taken"
  | "role_unassigned"
  | "member_added_self"
  | "action_completed"
  | "action_declined"
  | "action_reopened"
  | "action_added"
  | "action_edited"
  | "action_removed"
  | "flow_completed"
  | "flow_reopened"
  | "flow_reordered"
  | "role_added"
  | "role_edited"
  | "role_removed"
  | "internal_requested"
  | "internal_request_answered"
  | "join_requested"
  | "request_withdrawn"
  | "requests_approved"
  | "requests_declined"
  | "requests_restored"
  | "opted_out"
  | "suppression_lifted"
  | "settings_changed"
  | "reminders_changed"
  | "reminders_stopped"
  | "reminders_resumed"
  | "message_sent_again"
  | "sending_paused"
  | "sending_continued";

/** What happened among the internal users alone. */
const INTERNAL_MATTERS: ActivityKind[] = [
  "internal_requested",
  "internal_request_answered",
  "link_created",
  "link_changed",
  "link_refreshed",
  "join_requested",
  "request_withdrawn",
  "requests_declined",
  "requests_restored",
  "reminders_changed",
  "reminders_stopped",
  "reminders_resumed",
];

/** What the person is not shown of a workspace's activity. */
export const unseenBy = ({ actor }: Pick<Context, "actor">): ActivityKind[] =>
  actor.kind === "client" ? INTERNAL_MATTERS : [];

/** What also happens to an archived workspace: it is put away and brought back, and people come to do that or leave. */
const IN_ARCHIVE: ActivityKind[] = [
  "workspace_archived",
  "workspace_restored",
  "member_added_self",
  "members_left",
  "group_removed",
  "request_withdrawn",
  "invitation_declined",
];

/** `id`: for what is referred to later, such as a request. */
export type NewActivity = { id?: string; kind: ActivityKind; data?: Record<string, unknown> };

/** Refuses an archived workspace; one that is not stays so until the transaction ends. */
export async function keepOpen(tx: Database, at: { orgId: string; workspaceId: string }): Promise<void> {
  const open = await tx.execute(sql`select id from workspaces
    where org_id = ${at.orgId} and id = ${at.workspaceId} and archived_at is null for no key update`);
  if (open.length === 0) throw archived();
}

type Where = { orgId: string; workspaceId: string | null; actorId: string | null; contactId?: string };

/**
 * Appends what happened, in the caller's transaction, and moves the workspace up in timelines. Of archiving it and an
 * act that is under way one comes after the other: the act ends before, or is refused.
 */
export async function recordActivity(tx: Database, where: Where, list: NewActivity[]): Promise<void> {
  if (list.length === 0) return;
  await tx
    .insert(activity)
    .values(list.map(({ id = newId(), kind, data = {} }) => ({ ...where, id, kind, data })));
  if (!where.workspaceId) return;
  const isOnlyOpen = list.some(({ kind }) => !IN_ARCHIVE.includes(kind));
  const moved = await tx
    .update(workspaces)
    .set({ activeAt: sql`now()` })
    .where(
      and(
        eq(workspaces.orgId, where.orgId),
        eq(workspaces.id, where.workspaceId),
        isOnlyOpen ? isNull(workspaces.archivedAt) : undefined,
      ),
    )
    .returning({ told: sql`pg_notify(${LIVE_CHANNEL}, '')` });
  if (moved.length === 0) throw archived();
}

/**
 * Appends what happened to many at several places at once, one entry a place (null: the organization), and moves the
 * workspaces up in timelines: two statements however many. Refuses when one of them was archived meanwhile.
 */
export async function recordAtPlaces(
  tx: Database,
  ctx: Context,
  kind: ActivityKind,
  people: { workspaceId: string | null; name: string }[],
): Promise<void> {
  if (people.length === 0) return;
  const places = new Map<string | null, string[]>();
  for (const { workspaceId, name } of people) {
    const names = places.get(workspaceId);
    if (names) names.push(name);
    else places.set(workspaceId, [name]);
  }
  const rows = [...places].map(([workspace, names]) => ({
    id: newId(),
    workspace,
    data: { ...namesOf(names), name: displayAddress(names[0] ?? "") },
  }));
  await tx.execute(sql`
    insert into activity (org_id, id, workspace_id, actor_id, kind, data)
    select ${ctx.org.id}, r.id, r.workspace, ${ctx.actor.contactId}, ${kind}, r.data
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, workspace uuid, data jsonb)`);
  const workspaceIds = rows.flatMap(({ workspace }) => workspace ?? []);
  if (workspaceIds.length === 0) return;
  const moved = await tx.execute(sql`
    with told as (select pg_notify(${LIVE_CHANNEL}, '')), locked as (
      select id from workspaces where org_id = ${ctx.org.id} and id = ${anyOf(workspaceIds)} and archived_at is null
      order by id for update)
    update workspaces w set active_at = now() from locked l, told where w.org_id = ${ctx.org.id} and w.id = l.id
    returning w.id`);
  if (moved.length < workspaceIds.length) throw archived();
}

/** The names a sentence can hold, numbers among them as people write them; the rest is a count. */
export const namesOf = (names: string[]) => ({
  names: names.slice(0, 3).map(displayAddress),
  count: names.length,
});

/** Appends one entry to the history of each of these contacts: one statement however many. */
export async function recordForEach(
  tx: Database,
  ctx: Context,
  kind: ActivityKind,
  people: { contact: string; name: string }[],
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map(({ contact, name }) => ({
    id: newId(),
    contact,
    data: { name: displayAddress(name) },
  }));
  await tx.execute(sql`
    insert into activity (org_id, id, contact_id, actor_id, kind, data)
    select ${ctx.org.id}, r.id, r.contact, ${ctx.actor.contactId}, ${kind}, r.data
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, contact uuid, data jsonb)`);
}
