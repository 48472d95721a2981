import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { EVERY, keysOf, type RowKey } from "./outbox";

/** Providers have told everything after so long, or lost it on the way. */
const SILENT_HOURS = 6;
const GIVEN_UP_DAYS = 3;
/** Not asked about twice within so long. */
const REST_MINUTES = 50;
/** Messages wait for a while before they are sent; their ids are older than that. */
export const LONGEST_QUEUE_DAYS = 1;

export type Unsettled = RowKey & { providerId: string };

/** A message of which nobody could tell whether it went out; `triedAt`: its first attempt, in milliseconds since 1970. */
export type Uncertain = RowKey & { address: string; triedAt: number };

/** A provider lists a message a while after it took it. */
const LISTED_MINUTES = 10;

const everywhere = sql.raw(
  "m.org_id in (select id from organizations union all select '00000000-0000-0000-0000-000000000000')",
);

/** The smallest UUIDv7 of a moment: ids of messages are a list by time, so this needs no index of its own. */
export const firstId = (moment: SQL) =>
  sql`(lpad(to_hex((extract(epoch from ${moment}) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid`;

/**
 * Takes some of the messages that a provider took between six hours and three days ago and told no end of; nobody
 * else gets the same ones for the next hour. `next_at` of a message that has gone means: do not ask before.
 */
export async function claimUnsettled(
  db: Database,
  by: { provider: string; limit: number },
): Promise<Unsettled[]> {
  const oldest = firstId(sql`now() - make_interval(days => ${GIVEN_UP_DAYS + LONGEST_QUEUE_DAYS})`);
  const newest = firstId(sql`now() - make_interval(hours => ${SILENT_HOURS})`);
  const rows = await db.execute<Unsettled>(sql`${EVERY}
    with due as materialized (
      select m.org_id, m.id from messages m
      where ${everywhere} and m.id between ${oldest} and ${newest} and m.state in ('sent', 'delayed')
        and m.provider = ${by.provider} and m.provider_id is not null and m.next_at <= now()
        and m.sent_at between now() - make_interval(days => ${GIVEN_UP_DAYS}) and now() - make_interval(hours => ${SILENT_HOURS})
      limit ${by.limit} for update of m skip locked
    )
    update messages m set next_at = now() + make_interval(mins => ${REST_MINUTES})
    from due d where m.org_id = d.org_id and m.id = d.id
    returning m.org_id as "orgId", m.id, m.provider_id as "providerId"`);
  return [...rows];
}

/**
 * Takes some of the messages tried with a provider of which nobody can tell what became, and that have not been looked
 * for among all it took; nobody else gets the same ones for the next hour.
 */
export async function claimUncertain(
  db: Database,
  by: { provider: string; limit: number },
): Promise<Uncertain[]> {
  const oldest = firstId(sql`now() - make_interval(days => ${GIVEN_UP_DAYS + LONGEST_QUEUE_DAYS})`);
  const rows = await db.execute<Uncertain>(sql`${EVERY}
    with due as materialized (
      select m.org_id, m.id from messages m
      where ${everywhere} and m.id >= ${oldest} and m.state = 'uncertain' and m.provider = ${by.provider}
        and m.first_attempt_at is not null and m.next_at <= now()
        and m.state_at <= now() - make_interval(mins => ${LISTED_MINUTES})
      limit ${by.limit} for update of m skip locked
    )
    update messages m set next_at = now() + make_interval(mins => ${REST_MINUTES})
    from due d where m.org_id = d.org_id and m.id = d.id
    returning m.org_id as "orgId", m.id, m.address, (extract(epoch from m.first_attempt_at) * 1000)::float8 as "triedAt"`);
  return [...rows];
}

/** Messages looked for in vain are not looked for again: they wait for a person. */
export async function leaveUncertain(db: Database, rows: readonly RowKey[]): Promise<void> {
  await db.execute(sql`${EVERY}
    update messages m set next_at = now() + make_interval(days => ${GIVEN_UP_DAYS + LONGEST_QUEUE_DAYS})
    from ${keysOf(rows)} where m.org_id = r."orgId" and m.id = r.id and m.state = 'uncertain'`);
}

/** Gives back messages that were taken and neither asked about nor looked for. */
export async function returnUnsettled(db: Database, rows: readonly RowKey[]): Promise<void> {
  if (rows.length === 0) return;
  await db.execute(sql`${EVERY}
    update messages m set next_at = now() from ${keysOf(rows)} where m.org_id = r."orgId" and m.id = r.id`);
}
