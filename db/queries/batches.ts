import { type SQL, sql } from "drizzle-orm";

/** For messages `m` found by their keys; written so that no partial index seems a shorter way to them. */
export const isQueued = sql`(m.state || '') = 'queued'`;

/** Where the messages of the batch `b` lie, as `k`. */
export const places = sql`unnest(b.org_ids, b.message_ids) as k(org_id, id)`;

/** That `m` lies there and still waits as that batch. */
export const isOfBatch = sql`m.org_id = k.org_id and m.id = k.id and m.batch_id = b.id and ${isQueued}`;

/** The messages `m` that still wait as the batch `b`. */
export const joinBatch = sql`cross join lateral ${places} join messages m on ${isOfBatch}`;

/** Writes down where messages lie that become batches: `source` has their `org_id`, `id`, `batch_id` and `position`. */
export const keepBatches = (source: SQL): SQL => sql`
  insert into message_batches (id, org_ids, message_ids)
  select batch_id, array_agg(org_id order by position), array_agg(id order by position) from ${source} group by batch_id
  on conflict (id) do update set org_ids = excluded.org_ids, message_ids = excluded.message_ids,
    created_at = excluded.created_at`;

/**
 * Forgets a batch, if nothing waits as it beside the rows of `settled`. A batch that somebody just looks into is forgotten
 * with time: who holds its messages waits for nobody.
 */
export const endBatch = (batchId: string | null, settled: SQL): SQL => sql`
  delete from message_batches where id = (
    select b.id from message_batches b where b.id = ${batchId} and (cardinality(b.message_ids) <= (select count(*) from ${settled})
      or not exists (select from ${places} join messages m on ${isOfBatch} where m.id not in (select id from ${settled})))
    for update skip locked)`;
