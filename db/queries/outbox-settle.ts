import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { endBatch, isQueued, keepBatches } from "./batches";
import { type ClaimedMessage, EVERY, keysOf, type RowKey, rankOf, seconds } from "./outbox";
import { suppressEverywhere } from "./suppressions";
import { tableOf } from "./table-of";

/** Messages of one batch under one lease. */
type Unit = readonly Pick<ClaimedMessage, "orgId" | "id" | "batchId">[];

/** Runs an update of leased messages `m`. A batch of which nothing waits any more has ended. Answers how many it was. */
async function settle(db: Database, rows: Unit, update: SQL): Promise<number> {
  const settled = await db.execute(sql`${EVERY} with ${settling(rows, update)} select from settled`);
  return settled.length;
}

const settling = (rows: Unit, update: SQL): SQL => sql`
  settled as (${update} returning m.id, m.state, m.batch_id, m.address, m.priority),
  ended as (${endBatch(rows[0]?.batchId ?? null, sql`settled where state <> 'queued' or batch_id is null`)})`;

/** Rows whose lease went to somebody else, and those that do not wait any more, stay as they are. */
const changing = (rows: Unit, lease: string, changes: SQL): SQL => sql`
  update messages m set ${changes}, lease_owner = null, lease_until = null
  from ${keysOf(rows)}
  where m.org_id = r."orgId" and m.id = r.id and m.lease_owner = ${lease} and ${isQueued}`;

/**
 * The provider took the messages; `providerIds` in the order of `rows`. Those that an event has moved meanwhile stay
 * where they are: they only learn their id.
 */
export async function markAccepted(
  db: Database,
  rows: Unit,
  by: { lease: string; provider: string; providerIds: readonly string[]; state: "sent" | "delivered" },
): Promise<number> {
  const taken = rows.map(({ orgId, id }, place) => ({
    orgId,
    id,
    providerId: by.providerIds[place] ?? null,
  }));
  const rank = rankOf(sql`m.state`);
  const isNews = sql`${rank} < ${rankOf(sql`${by.state}::text`)}`;
  return settle(
    db,
    rows,
    sql`
    update messages m set provider = ${by.provider}, provider_id = coalesce(m.provider_id, r."providerId"),
      state = case when ${isNews} then ${by.state} else m.state end,
      state_at = case when ${isNews} then now() else m.state_at end,
      error = case when ${isNews} then null else m.error end,
      sent_at = coalesce(m.sent_at, now()), lease_owner = null, lease_until = null
    from ${tableOf(taken, { orgId: "uuid", id: "uuid", providerId: "text" })}
    where m.org_id = r."orgId" and m.id = r.id and m.lease_owner = ${by.lease} and ${rank} is not null`,
  );
}

/** Tries again later, as the same batch; "uncertain" where its key is no longer safe by then. */
export const retryLater = (
  db: Database,
  rows: Unit,
  by: { lease: string; delaySeconds: number; certainHours: number; error: string },
): Promise<number> =>
  settle(
    db,
    rows,
    changing(
      rows,
      by.lease,
      sql`next_at = now() + ${seconds(by.delaySeconds)}, error = ${by.error}, state_at = now(), state = case when m.first_attempt_at <=
      now() + ${seconds(by.delaySeconds)} - make_interval(hours => ${by.certainHours}) then 'uncertain' else 'queued' end`,
    ),
  );

/** As though never tried: no batch, and any provider may be the next. */
const FREE = sql.raw("batch_id = null, batch_position = null, first_attempt_at = null, provider = null");

/** What was not tried before is not tried now, either. */
const UNTRIED = sql.raw("first_attempt_at = case when m.attempts > 1 then m.first_attempt_at end");

/** Undoes an attempt that the provider turned away unread. What was taken for the first time is free again. */
export const releaseUntried = (
  db: Database,
  rows: Unit,
  by: { lease: string; delaySeconds: number; isFirst: boolean; error: string | null },
): Promise<number> =>
  settle(
    db,
    rows,
    changing(
      rows,
      by.lease,
      sql`next_at = greatest(m.next_at, now() + ${seconds(by.delaySeconds)}), attempts = greatest(m.attempts - 1, 0),
      error = ${by.error}, ${by.isFirst ? FREE : UNTRIED}`,
    ),
  );

/**
 * What cannot go just now, as no provider takes it or it cannot be written: later, and given up after `maxAttempts`. It
 * is free again, or, taken not for the first time, stays with its provider, which has certainly not got it.
 */
export const postpone = (
  db: Database,
  rows: Unit,
  by: { lease: string; delaySeconds: number; maxAttempts: number; isFirst: boolean; error: string },
): Promise<number> =>
  settle(
    db,
    rows,
    changing(
      rows,
      by.lease,
      sql`next_at = now() + ${seconds(by.delaySeconds)}, error = ${by.error}, ${by.isFirst ? FREE : sql`first_attempt_at = null`}, state_at = now(),
      state = case when m.attempts >= ${by.maxAttempts} then 'failed' else 'queued' end`,
    ),
  );

export const markFailed = (db: Database, rows: Unit, by: { lease: string; error: string }): Promise<number> =>
  settle(db, rows, changing(rows, by.lease, sql`state = 'failed', state_at = now(), error = ${by.error}`));

/** Nobody can tell whether the messages went out, and no machine may try again. */
export const markUncertain = (
  db: Database,
  rows: Unit,
  by: { lease: string; error: string },
): Promise<number> =>
  settle(db, rows, changing(rows, by.lease, sql`state = 'uncertain', state_at = now(), error = ${by.error}`));

/**
 * The owner of the address told the provider to stop: nothing more goes there, from no organization, since all have the
 * same sender. A sign-in code, which people ask for themselves, blocks nothing: only the provider knows when somebody
 * lifts their word.
 */
export const markSuppressed = (db: Database, rows: Unit, by: Blocking): Promise<void> =>
  block(
    db,
    rows,
    by,
    sql`state = 'suppressed', error = 'opted_out'`,
    sql`select distinct address, 'opted_out', ${by.detail} from settled where priority > 0`,
  );

/** Nothing reaches the address, for good: like a bounce that comes later, it keeps everybody from writing to it again. */
export const markBounced = (db: Database, rows: Unit, by: Blocking): Promise<void> =>
  block(
    db,
    rows,
    by,
    sql`state = 'bounced', state_at = now(), error = ${by.detail}`,
    sql`select distinct address, 'bounced', ${by.detail} from settled`,
  );

type Blocking = { lease: string; detail: string };

/** Settles leased messages and suppresses everywhere what `found` selects of them, as `settled`. */
async function block(db: Database, rows: Unit, { lease }: Blocking, changes: SQL, found: SQL): Promise<void> {
  await db.execute(sql`${EVERY}
    with ${settling(rows, changing(rows, lease, changes))} ${suppressEverywhere(found)}`);
}

/** A batch the provider refused as a whole continues as smaller ones, each frozen under an id of its own and not tried under it yet. */
export async function splitBatch(
  db: Database,
  batches: readonly { batchId: string; rows: Unit }[],
  { lease }: { lease: string },
): Promise<number> {
  const places = batches.flatMap(({ batchId, rows }) =>
    rows.map(({ orgId, id }, position) => ({ orgId, id, batchId, position })),
  );
  const split = await db.execute(sql`${EVERY}
    with split as (
      update messages m set batch_id = p."batchId", batch_position = p.position, first_attempt_at = null, next_at = now(),
        lease_owner = null, lease_until = null
      from json_to_recordset(${JSON.stringify(places)}::json) as p("orgId" uuid, id uuid, "batchId" uuid, position smallint)
      where m.org_id = p."orgId" and m.id = p.id and m.lease_owner = ${lease} and ${isQueued}
      returning m.org_id, m.id, m.batch_id, m.batch_position as position
    ), kept as (${keepBatches(sql`split`)}), ended as (${endBatch(batches[0]?.rows[0]?.batchId ?? null, sql`split`)})
    select from split`);
  return split.length;
}

/** Keeps a lease that a slow provider would outlast. */
export async function extendLease(
  db: Database,
  rows: readonly RowKey[],
  by: { lease: string; leaseSeconds: number },
): Promise<void> {
  await db.execute(sql`${EVERY}
    update messages m set lease_until = now() + ${seconds(by.leaseSeconds)} from ${keysOf(rows)}
    where m.org_id = r."orgId" and m.id = r.id and m.lease_owner = ${by.lease} and ${isQueued}`);
}

/** Messages written in this transaction that may not be sent, and why. */
export async function refuseMessages(
  tx: Database,
  orgId: string,
  refused: readonly { id: string; error: string }[],
): Promise<void> {
  await tx.execute(sql`
    update messages m set state = 'failed', state_at = now(), error = r.error
    from json_to_recordset(${JSON.stringify(refused)}::json) as r(id uuid, error text)
    where m.org_id = ${orgId} and m.id = r.id and ${isQueued}`);
}
