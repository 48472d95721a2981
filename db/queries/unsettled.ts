import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { EVERY, keysOf, type RowKey } from "./outbox";

/** Providers have told everything after so long, or lost it on the way. */
const SILENT_HOURS = 6;
const GIVEN_UP_DAYS = 3;
/** Not asked about twice within so long. */
const REST_MINUTES = 50;
/** Messages wait for a while before they are sent; their ids are older than that. */
const LONGEST_QUEUE_DAYS = 1;

export type Unsettled = RowKey & { providerId: string };

/** The smallest UUIDv7 of a moment: ids of messages are a list by time, so this needs no index of its own. */
const firstId = (moment: SQL) =>
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
      where m.org_id in (select id from organizations union all select '00000000-0000-0000-0000-000000000000')
        and m.id between ${oldest} and ${newest} and m.state in ('sent', 'delayed')
        and m.provider = ${by.provider} and m.provider_id is not null and m.next_at <= now()
        and m.sent_at between now() - make_interval(days => ${GIVEN_UP_DAYS}) and now() - make_interval(hours => ${SILENT_HOURS})
      limit ${by.limit} for update of m skip locked
    )
    update messages m set next_at = now() + make_interval(mins => ${REST_MINUTES})
    from due d where m.org_id = d.org_id and m.id = d.id
    returning m.org_id as "orgId", m.id, m.provider_id as "providerId"`);
  return [...rows];
}

/** Gives back messages that were taken and not asked about. */
export async function returnUnsettled(db: Database, rows: readonly RowKey[]): Promise<void> {
  if (rows.length === 0) return;
  await db.execute(sql`${EVERY}
    update messages m set next_at = now() from ${keysOf(rows)} where m.org_id = r."orgId" and m.id = r.id`);
}
