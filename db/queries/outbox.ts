import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { OVERTAKEN, TRIED, UNKNOWN } from "@/lib/domain/delivery-words";
import { newId } from "@/lib/domain/id";
import { isOfBatch, isQueued, joinBatch, keepBatches, places } from "./batches";
import { isOfInvitation } from "./invitation-kinds";
import { CODE_LIFETIME_MINUTES } from "./sign-in";
import { tableOf } from "./table-of";

/** Part of every statement here: workers serve all organizations at once, each row under its own key. */
export const EVERY = sql.raw("/* every organization */");

/** Resend keeps idempotency keys for 24 hours: after this many no machine may try again. */
export const CERTAIN_HOURS = 23;

const RANKS = ["queued", "uncertain", "sent", "delayed", "delivered", "failed", "bounced", "complained"];

/** How far a message has come: providers only move it on. What is over without a provider has no rank. */
export const rankOf = (state: SQL): SQL =>
  sql`array_position(${sql.raw(`array['${RANKS.join("','")}']`)}, ${state})`;

export type ClaimedMessage = {
  orgId: string;
  id: string;
  kind: string;
  channel: "email" | "sms";
  address: string;
  subjectId: string;
  templateVersion: number;
  language: string;
  values: Record<string, unknown>;
  attempts: number;
  /** Seconds since the first attempt; null before it. */
  triedAgo: number | null;
  batchId: string | null;
  batchPosition: number | null;
};

export type RowKey = { orgId: string; id: string };

/** Who claims, for how long, and what: codes alone, everything else, or whatever is most urgent. */
export type Claim = {
  lease: string;
  leaseSeconds: number;
  channels: readonly string[];
  codes: "only" | "none" | "too";
};

/** The rows as a table `r` to join with. */
export const keysOf = (rows: readonly RowKey[]) => tableOf(rows, { orgId: "uuid", id: "uuid" });

export const seconds = (value: number) => sql`make_interval(secs => ${value})`;

const PRIORITIES: Record<Claim["codes"], SQL> = {
  only: sql`priority = 0`,
  none: sql`priority > 0`,
  too: sql`priority >= 0`,
};

/** Moments are kept in milliseconds, rounded: what is due at once would lie up to half of one ahead of a finer clock. */
const NOW = sql.raw("now()::timestamptz(3)");

/**
 * The rest of what makes a queued message due. `is true` keeps indexes on these columns out of the
 * plan: new messages are found in the order they are sent in, from their priority on, batches by the small index of
 * batches.
 */
const isDue = ({ channels }: Claim) => sql`
  (next_at <= ${NOW}) is true and (held_until <= ${NOW}) is true and (lease_until is null or lease_until <= ${NOW})
  and channel = any(${`{${channels.join(",")}}`}::text[])`;

const claimed = sql`m.org_id as "orgId", m.id, m.kind, m.channel, m.address, m.subject_id as "subjectId",
  m.template_version as "templateVersion", m.language, m."values", m.attempts,
  extract(epoch from now() - m.first_attempt_at)::float8 as "triedAgo", m.batch_id as "batchId",
  m.batch_position as "batchPosition"`;

/** What a message `m` is about, `i`, and what stands against its address, `s`. */
const joinWithdrawals = sql`
  left join invitations i on i.org_id = m.org_id and i.id = m.invitation_id
  left join suppressions s on s.org_id = m.org_id and s.address = m.address`;

/** The invitation a message is about was answered, withdrawn, replaced or has expired. */
const hasEnded = (
  generation: SQL,
) => sql`(${isOfInvitation(sql`m.kind`)} and (i.id is null or i.status <> 'pending'
  or i.expires_at <= now() or i.address <> m.address or i.generation::text is distinct from ${generation}))`;

/** A later message with the same link goes, or has gone, and says all that this one would: nobody gets both. */
const isOvertaken = sql`(${isOfInvitation(sql`m.kind`)} and m.number < i.sends and exists (select from messages n
  where n.org_id = m.org_id and n.subject_id = m.invitation_id and n.number > m.number
    and ${isOfInvitation(sql`n.kind`)} and n.state not in ('cancelled', 'failed', 'suppressed')
    and n.address = i.address and n."values" ->> 'generation' = i.generation::text
    and (n.kind = 'invitation' or n.state <> 'queued' or i.reminders_stopped_at is null)))`;

/** A message made way for this one and nothing else has left: a reminder like that is all that people get. */
const standsIn = sql`(select bool_or(p.error like ${`${OVERTAKEN}%`}) and bool_and(p.sent_at is null) from messages p
  where p.org_id = m.org_id and p.subject_id = m.invitation_id and p.number < m.number and ${isOfInvitation(sql`p.kind`)})`;

/**
 * What becomes of a message that may not go any more: its address is suppressed, its invitation has ended, a later
 * message goes instead, or no more reminders are wanted. Null while it may go.
 */
const withdrawalOf = (generation: SQL) => sql`case
  when s.address is not null then 'suppressed'
  when ${hasEnded(generation)} or ${isOvertaken} then 'cancelled'
  when m.kind = 'invitation_reminder' and i.reminders_stopped_at is not null and ${standsIn} is not true
    then 'cancelled' end`;

/** Why, where its state does not say it all. */
const reasonOf = (generation: SQL) => sql`case when s.address is not null then s.reason
  when ${isOvertaken} and not ${hasEnded(generation)} then ${OVERTAKEN} end`;

const GENERATION = sql`m."values" ->> 'generation'`;

const isOldCode = sql`m.priority = 0 and m.created_at < now() - make_interval(mins => ${CODE_LIFETIME_MINUTES})`;

/**
 * Leases messages that nobody has tried to send, and fixes them as one batch before its first attempt: these messages,
 * in this order, under this id and with this provider from now on. One alone goes under its own id. What may not go
 * any more is taken out instead: the invitation was answered, withdrawn, replaced or has expired, a later message about
 * it goes, the code is too old, or the address is suppressed. Answers how many those were. Rows are written where they
 * lie, which nobody moves while they are locked.
 */
export async function claimFresh(
  db: Database,
  by: Claim & { provider: string; limit: number },
): Promise<{ messages: ClaimedMessage[]; removed: number }> {
  const goes = sql`j.state = 'queued'`;
  const rows = await db.execute<ClaimedMessage & { state: string }>(sql`${EVERY}
    with due as materialized (
      select ctid as place, org_id, id, kind, address, number, invitation_id, priority, created_at, "values" ->> 'generation' as generation
      from messages where state = 'queued' and ${PRIORITIES[by.codes]} and ${isDue(by)} and batch_id is null
      order by priority, next_at, id limit ${sql.raw(String(Math.trunc(by.limit)))} for update skip locked
    ), judged as materialized (
      select m.place, m.org_id, m.id, ${reasonOf(sql`m.generation`)} as reason, case when ${isOldCode} then 'cancelled' else coalesce(${withdrawalOf(sql`m.generation`)}, 'queued') end as state
      from due m ${joinWithdrawals}
    ), numbered as materialized (
      select *, case when count(*) over (partition by state) = 1 then id else ${newId()}::uuid end as batch_id,
        row_number() over (partition by state order by id) - 1 as position
      from judged
    ), kept as (${keepBatches(sql`numbered j where ${goes}`)})
    update messages m set state = j.state, error = coalesce(j.reason, m.error),
      lease_owner = case when ${goes} then ${by.lease}::uuid end,
      lease_until = case when ${goes} then now() + ${seconds(by.leaseSeconds)} end,
      batch_id = case when ${goes} then j.batch_id end,
      batch_position = case when ${goes} then j.position end,
      provider = case when ${goes} then ${by.provider} end,
      attempts = m.attempts + case when ${goes} then 1 else 0 end,
      first_attempt_at = case when ${goes} then now() end
    from numbered j where m.ctid = j.place
    returning ${claimed}, m.state`);
  const messages = inOrder(rows);
  return { messages, removed: rows.length - messages.length };
}

/** What may go, in the order of its batch. */
const inOrder = (rows: readonly (ClaimedMessage & { state: string })[]): ClaimedMessage[] =>
  rows
    .filter(({ state }) => state === "queued")
    .sort((a, b) => (a.batchPosition ?? 0) - (b.batchPosition ?? 0));

/**
 * Leases one batch that this provider was tried with before, in its order. Batches first tried too long ago for their
 * key to be safe, with whichever provider, and codes too old to be used, become "uncertain" instead. Messages that may
 * not go any more are taken out; those behind them move up, and place 1 stays empty from then on, which tells that the
 * batch was longer. Two workers cannot have the same batch: who saw it before another claimed it finds none of it due.
 * A batch of which somebody writes a message just now is left alone: nobody is waited for with what others wait for.
 */
export async function claimBatch(
  db: Database,
  by: Claim & { provider: string; certainHours: number },
): Promise<ClaimedMessage[]> {
  const isOwn = sql`m.provider = ${by.provider}`;
  const isStale = sql`(m.first_attempt_at <= now() - make_interval(hours =>
    case when ${isOwn} then ${by.certainHours}::int else ${CERTAIN_HOURS}::int end) or ${isOldCode})`;
  const goes = sql`u.state = 'queued'`;
  const batch = sql`leader join message_batches b using (id) ${joinBatch}`;
  const rows = await db.execute<ClaimedMessage & { state: string }>(sql`${EVERY}
    with leader as materialized (
      select b.id from message_batches b cross join lateral (select m.* from ${places} join messages m on ${isOfBatch} limit 1) m
      where ${PRIORITIES[by.codes]} and ${isDue(by)} and (${isOwn} or ${isStale})
      order by m.priority, m.next_at, b.id limit 1 for update of b skip locked
    ), judged as materialized (
      select m.org_id, m.id, m.batch_id, m.batch_position, ${reasonOf(GENERATION)} as reason, ${withdrawalOf(GENERATION)} as withdrawal,
        case when ${isStale} then 'uncertain' else 'queued' end as otherwise
      from ${batch} ${joinWithdrawals} for update of m skip locked
    ), unit as materialized (
      select *, coalesce(withdrawal, otherwise) as state, bool_or(withdrawal is not null) over () as shrinks,
        row_number() over (partition by withdrawal is null order by batch_position) as place
      from judged where (select count(*) from judged) = (select count(*) from ${batch})
    )
    update messages m set state = u.state,
      error = case when u.withdrawal is not null
          then nullif(concat_ws(' ', u.reason, case when m.first_attempt_at is not null then ${TRIED} end), '')
        when ${goes} then m.error else coalesce(m.error, ${UNKNOWN}) end,
      state_at = case when ${goes} then m.state_at else now() end,
      attempts = m.attempts + case when ${goes} then 1 else 0 end,
      first_attempt_at = case when ${goes} then coalesce(m.first_attempt_at, now()) else m.first_attempt_at end,
      batch_position = case when not u.shrinks or u.withdrawal is not null then m.batch_position
        when u.place = 1 then 0 else u.place end,
      lease_owner = case when ${goes} then ${by.lease}::uuid end,
      lease_until = case when ${goes} then now() + ${seconds(by.leaseSeconds)} end
    from unit u where m.org_id = u.org_id and m.id = u.id and m.batch_id = u.batch_id and ${isQueued} and ${isDue(by)}
    returning ${claimed}, m.state`);
  return inOrder(rows);
}

/** Whether messages have been taken out of a claimed batch since it was first tried. */
export const isShortened = (batch: readonly ClaimedMessage[]): boolean =>
  batch.length === 1 ? batch[0]?.batchId !== batch[0]?.id : batch.at(-1)?.batchPosition !== batch.length - 1;

/**
 * Tells the planner how full the outbox is; after a large import it would search through all of it. Only the columns
 * that claims look at: what messages say is costly to compare, and decides no plan.
 */
export async function analyzeOutbox(db: Database): Promise<void> {
  await db.execute(
    sql`analyze ${EVERY} messages (org_id, id, state, priority, next_at, channel, batch_id, lease_until)`,
  );
}
