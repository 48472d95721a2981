import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { firstId, LONGEST_QUEUE_DAYS } from "./unsettled";

/** So far back a pace is measured. */
const PACE_SECONDS = 5;
/** So long after its last word a way out counts as at work; while it is, it gives one every few seconds. */
const BUSY_SECONDS = 10;

/** So many of the newest messages are looked at; behind more that wait, a pace is not seen. */
const MOST = 100_000;

const isBusy = sql.raw(`h.accepted_at > now() - interval '${BUSY_SECONDS} seconds'`);

/** Changes as often as a pace should be read anew; part of the version of a page that shows it. */
export const paceVersion = sql`(
  select coalesce(max(extract(epoch from h.accepted_at) * 1000)::int8, 0)::text from channel_health h where ${isBusy})`;

/**
 * How many messages of the organization a second were taken lately, rounded up, and whether a provider allowed no more
 * just then. Nothing is counted while no way out is at work.
 */
export async function selectPace(
  db: Database,
  orgId: string,
): Promise<{ perSecond: number; isAtLimit: boolean }> {
  const oldest = firstId(sql`now() - make_interval(days => ${LONGEST_QUEUE_DAYS})`);
  const [row] = await db.execute<{ perSecond: number; isAtLimit: boolean }>(sql`
    select case when exists (select from channel_health h where ${isBusy}) then (
        select ceil(count(*)::float8 / ${PACE_SECONDS})::int from (
          select sent_at from messages where org_id = ${orgId} and id >= ${oldest} order by id desc limit ${MOST}
        ) m where m.sent_at > now() - make_interval(secs => ${PACE_SECONDS}))
      else 0 end as "perSecond",
      exists (select from channel_pauses p where p.reason = 'rate'
        and p.until > now() - make_interval(secs => ${PACE_SECONDS})) as "isAtLimit"`);
  return row ?? { perSecond: 0, isAtLimit: false };
}
