import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { WorkspaceStanding } from "@/lib/domain/context";
import type { Delivery } from "@/lib/domain/delivery-words";
import { type ContactSearch, holding, startingWith } from "./contacts";
import { deliveryOf } from "./delivery";
import { isOfInvitation } from "./invitation-kinds";
import { messagesTo, recipientOf } from "./messages-to";

export type OutboxQuery = {
  orgId: string;
  viewerId: string;
  tab: "all" | "waiting" | "sent" | "problems";
  find: { text: string; contacts: ContactSearch | null } | null;
  before: string | null;
  limit: number;
};

/** Times in milliseconds since 1970. */
export type OutboxJson = {
  id: string;
  kind: string;
  channel: "email" | "sms";
  address: string;
  name: string | null;
  contactId: string | null;
  /** Only of one that the viewer is in. */
  workspace: string | null;
  isUnseen: boolean;
  delivery: Delivery;
  deliveryError: string | null;
  attempts: number;
  nextAt: number;
  at: number;
};

export type OutboxMessageJson = OutboxJson & {
  provider: string | null;
  firstAttemptAt: number | null;
  sentAt: number | null;
  stateAt: number | null;
  isNewest: boolean;
  /** Its invitation into a workspace, while that is open. */
  invitation: {
    id: string;
    generation: number;
    kind: "internal" | "client";
    workspace: WorkspaceStanding;
  } | null;
  events: { state: Exclude<Delivery, "held">; detail: string | null; at: number }[];
};

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** In the words of the partial indexes that serve them. */
const tabs: Record<OutboxQuery["tab"], SQL> = {
  all: sql`true`,
  waiting: sql`m.state = 'queued'`,
  sent: sql`m.state in ('sent', 'delayed', 'delivered')`,
  problems: sql`m.state in ('bounced', 'complained', 'failed', 'suppressed', 'uncertain')`,
};

/** The workspace a message is about: of its invitation, of its request to join, or where it leads. */
const workspaceId = sql`coalesce(
  (select i.workspace_id from invitations i where i.org_id = m.org_id and i.id = m.invitation_id),
  (select q.workspace_id from join_requests q where q.org_id = m.org_id and q.id = m.subject_id),
  substring(m."values" ->> 'path' from '/w/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})')::uuid)`;

const columns = sql`m.id, m.kind, m.channel, m.address, c.name, c.id as "contactId",
  case when v.contact_id is not null then m."values" ->> 'workspaceName' end as workspace,
  v.contact_id is null and m."values" ->> 'workspaceName' is not null as "isUnseen", ${deliveryOf("m")} as delivery, m.error as "deliveryError",
  m.attempts, ${ms("greatest(m.next_at, m.held_until)")} as "nextAt", ${ms("m.created_at")} as at`;

/** Messages with whom they are to, and the viewer's membership of the workspace they are about. */
const messagesFor = (viewerId: string) => sql`messages m
  left join contacts c on c.org_id = m.org_id and c.id = ${recipientOf}
  left join members v on v.org_id = m.org_id and v.workspace_id = ${workspaceId} and v.contact_id = ${viewerId}
    and v.joined_at is not null`;

const MOST_PEOPLE = 500;
const NEWEST = 10_000;

/** Messages to people whose name or address matches, and those of late that went to such an address whoever has it now. */
function foundBy(orgId: string, { text, contacts }: NonNullable<OutboxQuery["find"]>): SQL {
  const hits = !contacts ? [] : contacts.words.length > 0 ? [holding(contacts)] : startingWith(contacts);
  const isHit =
    hits.length > 0
      ? sql.join(
          hits.map(({ hit }) => sql`(${hit})`),
          sql` or `,
        )
      : sql`false`;
  return sql`m.id in (
    select o.id from (select c.id from contacts c where c.org_id = ${orgId} and (${isHit}) limit ${MOST_PEOPLE}) p
      cross join lateral ${messagesTo(sql`${orgId}`, sql`p.id`)} o
    union all
    select r.id from (select id, address from messages where org_id = ${orgId} order by id desc limit ${NEWEST}) r
      where position(${text} in r.address) > 0)`;
}

/** A page of an organization's messages, newest first. */
export async function selectOutbox(db: Database, by: OutboxQuery): Promise<OutboxJson[]> {
  const rows = await db.execute<OutboxJson>(sql`
    select ${columns} from ${messagesFor(by.viewerId)}
    where m.org_id = ${by.orgId} and ${tabs[by.tab]} and ${by.before ? sql`m.id < ${by.before}::uuid` : sql`true`}
      and ${by.find ? foundBy(by.orgId, by.find) : sql`true`}
    order by m.id desc limit ${by.limit}`);
  return [...rows];
}

/** How many messages each tab has, capped at 1,001. */
export async function countOutbox(
  db: Database,
  orgId: string,
): Promise<{ waiting: number; sent: number; problems: number }> {
  const count = (tab: OutboxQuery["tab"]) => sql`(select count(*)::int from (
    select from messages m where m.org_id = ${orgId} and ${tabs[tab]} limit 1001) n)`;
  const [row] = await db.execute<{ waiting: number; sent: number; problems: number }>(sql`
    select ${count("waiting")} as waiting, ${count("sent")} as sent, ${count("problems")} as problems`);
  return row ?? { waiting: 0, sent: 0, problems: 0 };
}

/** The invitation that a message is of, while it is open, and how the viewer stands to its workspace. */
const openInvitation = (viewerId: string) => sql`(
  select json_build_object('id', i.id, 'generation', i.generation, 'kind', ic.kind, 'workspace', json_build_object('id', w.id, 'name', w.name,
    'isMember', v.contact_id is not null, 'isOwner', w.owner_id is not distinct from ${viewerId}::uuid,
    'isArchived', w.archived_at is not null))
  from invitations i
  join contacts ic on ic.org_id = i.org_id and ic.id = i.contact_id
  join workspaces w on w.org_id = i.org_id and w.id = i.workspace_id
  where i.org_id = m.org_id and i.id = m.invitation_id and ${isOfInvitation(sql`m.kind`)}
    and i.status = 'pending' and i.expires_at > now())`;

/** One message with what providers told of it; null for unknown and foreign ones. */
export async function selectOutboxMessage(
  db: Database,
  by: { orgId: string; viewerId: string; id: string },
): Promise<OutboxMessageJson | null> {
  const [row] = await db.execute<OutboxMessageJson>(sql`
    select ${columns}, m.provider, ${ms("m.first_attempt_at")} as "firstAttemptAt", ${ms("m.sent_at")} as "sentAt",
      ${ms("m.state_at")} as "stateAt",
      not exists (select from messages n where n.org_id = m.org_id and n.subject_id = m.subject_id and n.kind = m.kind
        and n.address = m.address and n.number > m.number) as "isNewest",
      ${openInvitation(by.viewerId)} as invitation,
      coalesce((select json_agg(json_build_object('state', e.state, 'detail', e.detail, 'at', ${ms("e.at")})
        order by e.at, e.received_at) from delivery_events e
        where e.org_id = m.org_id and e.message_id = m.id), '[]') as events
    from ${messagesFor(by.viewerId)}
    where m.org_id = ${by.orgId} and m.id = ${by.id}`);
  return row ?? null;
}
