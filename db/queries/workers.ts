import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

const WORKER = "foyer worker";

/** A worker whose session was silent for so long counts as gone; it lets the database hear from it three times as often. */
const GONE_SECONDS = 30;

/** The sessions of workers, in PostgreSQL's own list of who is connected; it tells some roles nothing of when. */
const atWork = sql`pg_stat_activity where datname = current_database() and starts_with(application_name, ${WORKER})
  and (state_change > now() - make_interval(secs => ${GONE_SECONDS})) is not false`;

/** What a new worker's sessions are called: like no other's. */
export const newWorkerName = (): string => `${WORKER} ${randomUUID()}`;

/** How many workers there are, and which of them one is, from 0. */
export type Peers = { count: number; place: number };

/** The worker of this name among all that are at work. */
export async function selectPeers(db: Database, name: string): Promise<Peers> {
  const [row] = await db.execute<Peers>(sql`
    select count(distinct application_name)::int + 1 as count,
      (count(distinct application_name) filter (where application_name < ${name}))::int as place
    from ${atWork} and application_name <> ${name}`);
  return row ?? { count: 1, place: 0 };
}

/** A moment so long ago that a worker, if there were one, had taken what was due then or were at work on what came before. */
export const longDue = sql.raw("(now() - interval '2 minutes')");

/**
 * Since when, in milliseconds, the oldest message of an organization that is long due waits with no worker there: none is
 * connected, and none has used any way out meanwhile. Null while one is, or nothing waits so long.
 */
export async function selectUntakenSince(db: Database, orgId: string): Promise<number | null> {
  const [row] = await db.execute<{ since: number | null }>(sql`
    select case when not exists (select from ${atWork})
        and not exists (select from channel_health where greatest(accepted_at, failed_at) > ${longDue})
      then (select extract(epoch from min(greatest(next_at, held_until))) * 1000 from messages
        where org_id = ${orgId} and state = 'queued' and next_at <= ${longDue} and held_until <= ${longDue}
          and (lease_until > now()) is not true)::float8
      end as since`);
  return row?.since ?? null;
}
