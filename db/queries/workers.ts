import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

const WORKER = "foyer worker";

/** A worker whose session was silent for so long counts as gone; it lets the database hear from it three times as often. */
const GONE_SECONDS = 30;

/** The sessions of workers, in PostgreSQL's own list of who is connected. */
const atWork = sql`pg_stat_activity where datname = current_database() and starts_with(application_name, ${WORKER})
  and state_change > now() - make_interval(secs => ${GONE_SECONDS})`;

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

/** Whether any worker is at work. */
export async function hasWorkers(db: Database): Promise<boolean> {
  return (await db.execute(sql`select from ${atWork} limit 1`)).length > 0;
}
