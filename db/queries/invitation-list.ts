import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { DeliveryGroup, InvitationState, ListedInvitation } from "@/lib/domain/invitation-views";
import { anyOf } from "./any-of";
import { type ContactSearch, holding } from "./contacts";
import { invitationDelivery, invitationError, latestMessage } from "./delivery";
import { isHeldBy } from "./holding";
import { isOfInvitation } from "./invitation-kinds";
import { openedBy } from "./invitations";
import { isBetweenStarts } from "./starts";

/** Who looks: admins at every invitation of the organization, others at the portal's and those of their workspaces. */
export type Viewer = { orgId: string; contactId: string; isAdmin: boolean };

export type InvitationAge = "today" | "7-days" | "30-days" | "older";

/** What a list of invitations is narrowed to. A workspace one is not in has none. */
export type InvitationFilter = Viewer & {
  timeZone: string;
  state: InvitationState | null;
  delivery: DeliveryGroup | null;
  age: InvitationAge | null;
  inviter: string | null;
  workspace: { id: string | null } | null;
  group: string | null;
  /** What the person's name, e-mail or phone begins with. */
  search: ContactSearch | null;
  /** Whether its words are looked for inside instead. */
  isInside: boolean;
};

type Json = {
  [K in keyof ListedInvitation]: Date extends ListedInvitation[K] ? number : ListedInvitation[K];
};
export type InvitationJson = Omit<Json, "place" | "mayCancel" | "mayChange"> & {
  workspaceId: string | null;
  workspaceName: string | null;
  isMember: boolean;
  isOwner: boolean;
  isClient: boolean;
  openedBy: string;
};

const isMine = ({ orgId, contactId }: Viewer) => sql`i.workspace_id in (select m.workspace_id from members m
  where m.org_id = ${orgId} and m.contact_id = ${contactId} and m.joined_at is not null)`;

const isSeen = (viewer: Viewer) =>
  viewer.isAdmin ? sql`true` : sql`(i.workspace_id is null or ${isMine(viewer)})`;

const isPast = sql`i.expires_at <= now()`;

const states: Record<InvitationState, SQL> = {
  pending: sql`i.status = 'pending' and not ${isPast}`,
  expired: sql`(i.status = 'expired' or (i.status = 'pending' and ${isPast}))`,
  accepted: sql`i.status = 'accepted'`,
  declined: sql`i.status = 'declined'`,
  cancelled: sql`i.status = 'revoked'`,
};

const ages = (timeZone: string): Record<InvitationAge, SQL> => ({
  today: sql`i.created_at >= date_trunc('day', now(), ${timeZone})`,
  "7-days": sql`i.created_at > now() - interval '7 days'`,
  "30-days": sql`i.created_at > now() - interval '30 days'`,
  older: sql`i.created_at <= now() - interval '30 days'`,
});

/** Spelled out, so that the indexes of what waits and what went wrong serve them. */
const deliveries: Record<DeliveryGroup, SQL> = {
  waiting: sql`o.state = 'queued'`,
  sent: sql`o.state in ('sent', 'delayed')`,
  delivered: sql`o.state = 'delivered'`,
  problem: sql`o.state in ('bounced', 'complained', 'failed', 'suppressed', 'uncertain')`,
};

/** Of an invitation that is open what is known of its address counts more than what became of its latest message. */
function isDelivered(orgId: string, delivery: DeliveryGroup): SQL {
  const latest = sql`(i.id, i.address) in (select o.subject_id, o.address from messages o
    where o.org_id = ${orgId} and ${isOfInvitation(sql`o.kind`)} and ${deliveries[delivery]}
      and not exists (select from messages p where p.org_id = o.org_id and p.subject_id = o.subject_id
        and ${isOfInvitation(sql`p.kind`)} and p.number > o.number))`;
  const isBlocked = sql`(i.status in ('pending', 'expired')
    and i.address in (select s.address from suppressions s where s.org_id = ${orgId}))`;
  return delivery === "problem" ? sql`(${latest} or ${isBlocked})` : sql`${latest} and not ${isBlocked}`;
}

const startsOf = ({ name, email, phone }: ContactSearch): SQL[] => [
  isBetweenStarts("sort_key", name),
  isBetweenStarts("email", email),
  ...(phone ? [isBetweenStarts("phone", phone)] : []),
];

function isOf(orgId: string, search: ContactSearch, isInside: boolean): SQL {
  const hits = isInside ? [holding(search).hit] : startsOf(search);
  const found = hits.map(
    (hit) => sql`select c.id from contacts c
    where c.org_id = ${orgId} and c.kind in ('internal', 'client') and ${hit}`,
  );
  return sql`i.contact_id in (${sql.join(found, sql` union `)})`;
}

function conditionOf(filter: InvitationFilter): SQL {
  const { orgId, state, delivery, age, inviter, workspace, group, search, isInside } = filter;
  const parts = [sql`i.org_id = ${orgId}`, isSeen(filter)];
  if (state) parts.push(states[state]);
  if (age) parts.push(ages(filter.timeZone)[age]);
  if (inviter) parts.push(sql`i.invited_by = ${inviter}`);
  if (workspace)
    parts.push(
      workspace.id
        ? sql`i.workspace_id = ${workspace.id} and ${isMine(filter)}`
        : sql`i.workspace_id is null`,
    );
  if (group)
    parts.push(sql`i.contact_id in (select g.contact_id from group_members g
      where g.org_id = ${orgId} and g.group_id = ${group})`);
  if (search) parts.push(isOf(orgId, search, isInside));
  if (delivery) parts.push(isDelivered(orgId, delivery));
  return sql.join(parts, sql` and `);
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** What a list tells of invitations `i`; the name of a workspace and of a role in it only to who is in it. */
const telling = (found: SQL, { contactId }: Viewer): SQL => sql`
  select i.id, i.contact_id as "contactId", coalesce(c.name, '') as name, c.kind = 'client' as "isClient", i.address, i.channel,
    i.workspace_id as "workspaceId", case when me.contact_id is not null then w.name end as "workspaceName",
    me.contact_id is not null as "isMember", w.owner_id is not distinct from ${contactId} as "isOwner",
    case when me.contact_id is not null then r.name end as role,
    ${openedBy} as "openedBy", coalesce(b.name, b.email, b.phone) as "invitedBy",
    ${ms("i.created_at")} as "invitedAt", ${ms("i.sent_at")} as "sentAt", i.sends, ${ms("i.expires_at")} as "expiresAt",
    i.reminders_stopped_at is not null and i.status = 'pending' as "hasStoppedReminders",
    case when i.status = 'pending' and i.expires_at <= now() then 'expired' when i.status = 'revoked' then 'cancelled'
      else i.status end as state,
    ${invitationDelivery} as delivery, ${invitationError} as "deliveryError"
  from ${found}
  join contacts c on c.org_id = i.org_id and c.id = i.contact_id
  join contacts b on b.org_id = i.org_id and b.id = i.invited_by
  left join workspaces w on w.org_id = i.org_id and w.id = i.workspace_id
  left join members me on me.org_id = i.org_id and me.workspace_id = i.workspace_id
    and me.contact_id = ${contactId} and me.joined_at is not null
  left join suppressions s on s.org_id = i.org_id and s.address = i.address and i.status in ('pending', 'expired')
  left join lateral (select roles.name from roles
    where roles.org_id = i.org_id and roles.workspace_id = i.workspace_id and ${isHeldBy(sql`i.contact_id`)}
    order by roles.position limit 1) r on true
  ${latestMessage}
  order by i.id desc`;

/** The next invitations a filter finds, newest first, behind the one named. */
export async function selectListed(
  db: Database,
  filter: InvitationFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<InvitationJson[]> {
  const page = sql`(select i.* from invitations i
    where ${conditionOf(filter)} and ${after ? sql`i.id < ${after}::uuid` : sql`true`}
    order by i.id desc limit ${sql.raw(String(limit))}) i`;
  return [...(await db.execute<InvitationJson>(telling(page, filter)))];
}

/** Those of the invitations named that somebody may see, newest first. */
export async function selectNamed(db: Database, viewer: Viewer, ids: string[]): Promise<InvitationJson[]> {
  const named = sql`(select i.* from invitations i
    where i.org_id = ${viewer.orgId} and i.id = ${anyOf(ids)} and ${isSeen(viewer)} offset 0) i`;
  return [...(await db.execute<InvitationJson>(telling(named, viewer)))];
}

/** The ids a filter finds, newest first, at most `limit`. */
export async function selectListedIds(
  db: Database,
  filter: InvitationFilter,
  limit: number,
): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select i.id from invitations i where ${conditionOf(filter)} order by i.id desc limit ${sql.raw(String(limit))}`);
  return rows.map(({ id }) => id);
}

/** How many a filter finds, counted up to `most`. */
export async function countListed(db: Database, filter: InvitationFilter, most: number): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count from (
    select from invitations i where ${conditionOf(filter)} limit ${sql.raw(String(most))}) t`);
  return row?.count ?? 0;
}

type Standing = { id: string; name: string; isOwner: boolean };

/** How somebody stands to those of the invitations named that they may see, and whom each is for. */
export async function selectStandings(db: Database, viewer: Viewer, ids: string[]): Promise<Standing[]> {
  const rows = await db.execute<Standing>(sql`
    select i.id, coalesce(c.name, c.email, c.phone) as name, coalesce(w.owner_id = ${viewer.contactId}, false) as "isOwner"
    from (select v.* from invitations v where v.org_id = ${viewer.orgId} and v.id = ${anyOf(ids)} offset 0) i
    cross join lateral (select * from contacts where org_id = i.org_id and id = i.contact_id offset 0) c
    left join workspaces w on w.org_id = i.org_id and w.id = i.workspace_id
    where ${isSeen(viewer)} order by i.id desc`);
  return [...rows];
}
