import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { keepBatches } from "./batches";
import { EVERY } from "./outbox";

/**
 * Writes down where the messages of batches lie that wait and are not known of, as those of a worker from before
 * `message_batches` that an upgrade did not wait for: nobody would ever find them. Answers how many batches it found.
 */
export async function findLostBatches(db: Database): Promise<number> {
  const found = await db.execute(sql`${EVERY}
    with lost as materialized (
      select org_id, id, batch_id, batch_position as position from messages m
      where state = 'queued' and batch_id is not null
        and not exists (select from message_batches b where b.id = m.batch_id)
    )
    ${keepBatches(sql`lost`)} returning 1`);
  return found.length;
}
