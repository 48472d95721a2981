import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Delivery } from "@/lib/domain/delivery-words";
import type { InvitationSummary, MemberRow } from "@/lib/domain/views";
import { remindersOf } from "./attention";
import { invitationDelivery, invitationError, latestMessage } from "./delivery";
import { openedBy } from "./invitations";
import { undeliveredIn } from "./undelivered";

export type MembersQuery = {
  orgId: string;
  workspaceId: string;
  contactId: string;
  withInvitations: boolean;
  /** Find people by their addresses too; without it those without a name are not found at all. */
  withAddresses: boolean;
  find: string | null;
  /** Only those who have not joined, or of them those whom their invitation did not reach. */
  only: "not-joined" | "not-delivered" | null;
  /** Members by name, everybody, or the people of one group of the workspace. */
  among: "direct" | "everybody" | { group: string };
  /** The person or group after whom the page begins. */
  after: { rank: number; id: string } | null;
  limit: number;
};

type InvitationJson = {
  [K in keyof InvitationSummary]: Date extends InvitationSummary[K]
    ? number | Exclude<InvitationSummary[K], Date>
    : InvitationSummary[K];
} & { openedBy: string };

export type MemberJson = Omit<MemberRow, "invitation" | "roles" | "through" | "order"> & {
  sortKey: string;
  rank: number;
  roles: string[] | null;
  through: MemberRow["through"] | null;
  invitation:
    | (Omit<InvitationJson, "resendAt" | "mayCancel" | "isExpired" | "delivery" | "linkKey"> & {
        generation: number;
        isExpired: boolean;
        delivery: Delivery | null;
        sentAgo: number;
      })
    | null;
};

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** The newest invitation of a member who has not joined, with the state of its latest message. */
const invitation = sql`
  left join lateral (
    select json_build_object('id', i.id, 'status', i.status, 'invitedBy', coalesce(b.name, b.email, b.phone),
      'openedBy', ${openedBy}, 'invitedAt', ${ms("i.created_at")}, 'channel', i.channel, 'address', i.address, 'generation', i.generation,
      'delivery', ${invitationDelivery}, 'deliveryError', ${invitationError},
      'isBlocked', s.reason is not null, 'sentAt', ${ms("i.sent_at")},
      'sentAgo', extract(epoch from now() - i.sent_at)::float8, 'sends', i.sends, 'sendsHere', coalesce(g.here, 0),
      'expiresAt', ${ms("i.expires_at")}, 'reminders', ${remindersOf},
      'isExpired', i.status = 'expired' or (i.status = 'pending' and i.expires_at <= now())) as invitation
    from invitations i
    join contacts b on b.org_id = i.org_id and b.id = i.invited_by
    left join suppressions s on s.org_id = i.org_id and s.address = i.address
    ${latestMessage}
    where i.org_id = m.org_id and i.contact_id = m.contact_id and i.workspace_id = m.workspace_id
    order by (i.status = 'pending') desc, i.id desc limit 1
  ) v on m.joined_at is null`;

/** Why nothing may be written to somebody who has not joined. */
const isBlocked = sql`(select s.reason from suppressions s where s.org_id = m.org_id
  and s.address = coalesce(m.email, m.phone) and m.joined_at is null)`;

/** The groups of the workspace that member `m` is in. */
const through = sql`group_members p join workspace_groups x on x.org_id = p.org_id and x.group_id = p.group_id
  join groups g on g.org_id = x.org_id and g.id = x.group_id
  where p.org_id = m.org_id and p.contact_id = m.contact_id and x.workspace_id = m.workspace_id`;

function onlyThose({ only, orgId, workspaceId }: MembersQuery) {
  if (only === "not-joined") return sql`m.joined_at is null`;
  if (only === "not-delivered")
    return sql`m.contact_id = any(array(${undeliveredIn({ orgId, workspaceId })}))`;
  return sql`true`;
}

function amongWhom(among: MembersQuery["among"]) {
  if (among === "everybody") return sql`true`;
  if (among === "direct") return sql`m.is_direct`;
  return sql`exists (select from ${through} and g.id = ${among.group})`;
}

/** What a person or group of the organization is sorted by; so that no cursor tells it. */
export const keyOf = (orgId: string, id: string) => sql`coalesce(
  (select sort_key from contacts where org_id = ${orgId} and id = ${id}::uuid),
  (select sort_key from groups where org_id = ${orgId} and id = ${id}::uuid), '')`;

/** One page of members: internal users first, in each kind who has not joined first, then by name. */
export async function selectMembers(db: Database, by: MembersQuery): Promise<MemberJson[]> {
  const rank = sql`(case when c.kind = 'internal' then 0 else 2 end) + (m.joined_at is not null)::int`;
  const after = by.after
    ? sql`(${rank}, c.sort_key, c.id) > (${by.after.rank}, ${keyOf(by.orgId, by.after.id)}, ${by.after.id}::uuid)`
    : sql`true`;
  const byName = sql`position(${by.find} in c.sort_key) > 0`;
  const byAddress = sql`position(${by.find} in coalesce(c.email, '')) > 0
    or position(${by.find} in coalesce(c.phone, '')) > 0`;
  const wanted = by.withAddresses
    ? sql`(${byName} or ${byAddress})`
    : sql`(c.name is not null and ${byName})`;
  const found = by.find ? wanted : sql`true`;
  const rows = await db.execute<MemberJson>(sql`
    with page as (
      select m.org_id, m.workspace_id, m.contact_id, m.joined_at, m.is_direct, c.name, c.email, c.phone, c.kind, c.company,
        c.sort_key, c.deactivated_at, ${rank} as rank
      from members m
      join contacts c on c.org_id = m.org_id and c.id = m.contact_id
      where m.org_id = ${by.orgId} and m.workspace_id = ${by.workspaceId} and ${after} and ${found}
        and ${amongWhom(by.among)}
        and ${onlyThose(by)}
      order by ${rank}, c.sort_key, c.id limit ${by.limit}
    )
    select m.contact_id as "contactId", coalesce(m.name, m.email, m.phone) as name, coalesce(m.email, m.phone) as address,
      m.kind, m.company, m.sort_key as "sortKey", m.rank,
      (select json_agg(r.name order by r.position) from roles r where r.org_id = m.org_id
        and r.workspace_id = m.workspace_id and r.holder_id = m.contact_id) as roles,
      w.owner_id = m.contact_id as "isOwner", m.contact_id = ${by.contactId} as "isMe",
      m.joined_at is not null as "isJoined", m.is_direct as "isDirect", m.deactivated_at is not null as "isDeactivated",
      (select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.sort_key) from ${through}) as through, ${by.withInvitations ? sql`v.invitation` : sql`null`} as invitation,
      ${by.withInvitations ? isBlocked : sql`null`} as blocked
    from page m
    join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
    ${by.withInvitations ? invitation : sql``}
    order by m.rank, m.sort_key, m.contact_id`);
  return [...rows];
}

type MemberCounts = { total: number; notJoined: number; undelivered: number };

/**
 * How many members, how many of them have not joined, and, for who sees invitations, how many of these were not
 * reached; each capped at 1,001.
 */
export async function countMembers(
  db: Database,
  at: Pick<MembersQuery, "orgId" | "workspaceId" | "withInvitations">,
): Promise<MemberCounts> {
  const undelivered = sql`(select count(*)::int from (${undeliveredIn(at)} limit 1001) c)`;
  const [row] = await db.execute<MemberCounts>(sql`
    select (select count(*)::int from (select from members where org_id = ${at.orgId}
        and workspace_id = ${at.workspaceId} limit 1001) a) as total,
      (select count(*)::int from (select from members where org_id = ${at.orgId}
        and workspace_id = ${at.workspaceId} and joined_at is null limit 1001) b) as "notJoined",
      ${at.withInvitations ? undelivered : sql`0`} as undelivered`);
  return row ?? { total: 0, notJoined: 0, undelivered: 0 };
}
