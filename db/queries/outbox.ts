import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { CODE_LIFETIME_MINUTES } from "./sign-in";

/** Part of every statement here: workers serve all organizations at once, each row under its own key. */
export const EVERY = sql.raw("/* every organization */");

/** Resend keeps idempotency keys for 24 hours: after this many no machine may try again. */
export const CERTAIN_HOURS = 23;

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
  batchId: string | null;
  batchPosition: number | null;
};

export type RowKey = { orgId: string; id: string };

/** Who claims, for how long, and what: codes alone, or everything else. */
export type Claim = {
  lease: string;
  leaseSeconds: number;
  channels: readonly string[];
  codes: "only" | "none";
};

/** The rows as a table `k` to join with. */
export const keysOf = (rows: readonly RowKey[]) => sql`
  json_to_recordset(${JSON.stringify(rows.map(({ orgId, id }) => ({ orgId, id })))}::json) as k("orgId" uuid, id uuid)`;

export const seconds = (value: number) => sql`make_interval(secs => ${value})`;

/**
 * The rest of what makes a queued message due. `is true` keeps indexes on these columns out of the
 * plan: new messages are found in the order they are sent in, batches by the small index of batches.
 */
const isDue = ({ channels, codes }: Claim) => sql`
  (next_at <= now()) is true and (held_until <= now()) is true and (lease_until is null or lease_until <= now())
  and (${codes === "only" ? sql`priority = 0` : sql`priority > 0`}) is true
  and channel = any(${`{${channels.join(",")}}`}::text[])`;

/** For rows found by their keys; written so that no partial index seems a shorter way to them. */
export const isQueued = sql`(m.state || '') = 'queued'`;

const claimed = sql`m.org_id as "orgId", m.id, m.kind, m.channel, m.address, m.subject_id as "subjectId",
  m.template_version as "templateVersion", m.language, m."values", m.attempts, m.batch_id as "batchId",
  m.batch_position as "batchPosition"`;

/** What becomes of a message that is due: it goes, or it may not go any more. */
export type DueMessage = ClaimedMessage & { next: "queued" | "suppressed" | "cancelled" };

/** A worker that falls silent between finding messages and taking them lets go of them after so long. */
const SILENCE_SECONDS = 30;

/**
 * Messages that nobody has tried to send, locked until the caller's transaction ends; other workers pass them by.
 * Some may not go any more (`next`): the invitation was answered, withdrawn, replaced or has expired, the code is too
 * old, or the address is suppressed.
 */
export async function lockFresh(tx: Database, by: Claim & { limit: number }): Promise<DueMessage[]> {
  await tx.execute(
    sql`select set_config('idle_in_transaction_session_timeout', ${`${SILENCE_SECONDS}s`}, true)`,
  );
  const rows = await tx.execute<DueMessage>(sql`${EVERY}
    with due as materialized (
      select * from messages where state = 'queued' and batch_id is null and ${isDue(by)}
      order by priority, next_at, id limit ${by.limit} for update skip locked
    )
    select ${claimed}, case
      when s.address is not null then 'suppressed'
      when m.kind = 'invitation' and (i.id is null or i.status <> 'pending' or i.expires_at <= now()
        or i.address <> m.address or i.generation::text is distinct from m."values" ->> 'generation') then 'cancelled'
      when m.priority = 0 and m.created_at < now() - make_interval(mins => ${CODE_LIFETIME_MINUTES}) then 'cancelled'
      else 'queued' end as next
    from due m
    left join invitations i on i.org_id = m.org_id and i.id = m.invitation_id
    left join suppressions s on s.org_id = m.org_id and s.address = m.address
    order by m.id`);
  return [...rows];
}

const isStale = sql`m.first_attempt_at <= now() - make_interval(hours => ${CERTAIN_HOURS})`;

/**
 * Leases one batch that was tried before, whole and in its order. Batches first tried too long ago
 * for their key to be safe become "uncertain" instead.
 */
export async function claimBatch(db: Database, by: Claim): Promise<ClaimedMessage[]> {
  const rows = await db.execute<ClaimedMessage & { state: string }>(sql`${EVERY}
    with leader as materialized (
      select org_id, batch_id from messages where state = 'queued' and batch_id is not null and batch_position = 0 and ${isDue(by)}
      order by priority, next_at, id limit 1 for update skip locked
    )
    update messages m set state = case when ${isStale} then 'uncertain' else m.state end,
      attempts = m.attempts + case when ${isStale} then 0 else 1 end,
      lease_owner = case when ${isStale} then null else ${by.lease}::uuid end,
      lease_until = case when ${isStale} then null else now() + ${seconds(by.leaseSeconds)} end
    from leader l where m.batch_id = l.batch_id and m.state = 'queued'
    returning ${claimed}, m.state`);
  return rows
    .filter(({ state }) => state === "queued")
    .sort((a, b) => (a.batchPosition ?? 0) - (b.batchPosition ?? 0));
}

/**
 * Takes messages that `lockFresh` found, in the same transaction. Those of the batch are leased and fixed before their
 * first attempt: these, in this order, under this id from now on. The others are leased alone, or leave the outbox.
 */
export async function takeFresh(
  tx: Database,
  { batch, others }: { batch: readonly RowKey[]; others: readonly (RowKey & Pick<DueMessage, "next">)[] },
  by: Pick<Claim, "lease" | "leaseSeconds"> & { batchId: string },
): Promise<void> {
  const places = [
    ...batch.map(({ orgId, id }, position) => ({ orgId, id, position, next: "queued" })),
    ...others.map(({ orgId, id, next }) => ({ orgId, id, position: null, next })),
  ];
  const isIn = sql`p.position is not null`;
  await tx.execute(sql`${EVERY}
    update messages m set state = p.next, batch_position = p.position,
      batch_id = case when ${isIn} then ${by.batchId}::uuid end,
      attempts = m.attempts + (${isIn})::int, first_attempt_at = case when ${isIn} then now() end,
      lease_owner = case when p.next = 'queued' then ${by.lease}::uuid end,
      lease_until = case when p.next = 'queued' then now() + ${seconds(by.leaseSeconds)} end
    from json_to_recordset(${JSON.stringify(places)}::json) as p("orgId" uuid, id uuid, position smallint, next text)
    where m.org_id = p."orgId" and m.id = p.id and ${isQueued}`);
}

/** Tells the planner how full the outbox is; after a large import it would search through all of it. */
export async function analyzeOutbox(db: Database): Promise<void> {
  await db.execute(sql`analyze messages ${EVERY}`);
}
