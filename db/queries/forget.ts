import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { INSTALLATION } from "@/lib/domain/id";
import { isOfBatch, places } from "./batches";
import { EVERY } from "./outbox";

/** Messages of the installation itself are about codes. */
const isOfCode = sql`org_id = ${INSTALLATION}`;

/** Which rows have had their use, and when: what is not named here is kept. */
const past = {
  /** Addresses, numbers and networks, strangers' too: no longer than they count. */
  limits: sql`window_started_at + make_interval(secs => window_seconds) <= now()`,
  sign_in_codes: sql`expires_at <= now()`,
  sessions: sql`expires_at <= now()`,
  undoable_acts: sql`created_at <= now() - interval '1 day'`,
  drafts: sql`updated_at <= now() - interval '30 days'`,
  messages: sql`${isOfCode} and created_at <= now() - interval '30 days' and state <> 'queued'`,
  message_batches: sql`created_at <= now() - interval '1 hour'
    and not exists (select from ${places} join messages m on ${isOfBatch})`,
  delivery_events: sql`${isOfCode} and received_at <= now() - interval '30 days'`,
  /** So late nobody sends the same form again. */
  commands: sql`created_at <= now() - interval '90 days'`,
};

/**
 * Deletes up to `limit` rows of each kind that have had their use; answers how many. Rows that somebody else holds are
 * left for the next time, so that it waits for nobody.
 */
export async function forgetPast(db: Database, { limit }: { limit: number }): Promise<number> {
  let forgotten = 0;
  for (const [table, isPast] of Object.entries(past)) {
    const name = sql.identifier(table);
    const gone = await db.execute(sql`${EVERY}
      delete from ${name} where ctid = any(array(
        select ctid from ${name} b where ${isPast} limit ${limit} for update skip locked)) returning 1`);
    forgotten += gone.length;
  }
  return forgotten;
}
