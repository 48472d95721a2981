import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { TEST_UNTAKEN } from "@/lib/domain/delivery-words";
import { joinBatch, keepBatches } from "./batches";
import { deliveryOf } from "./delivery";
import { EVERY } from "./outbox";

export type TestMessageRow = {
  /** Which way took it, or is to; null while any may. */
  provider: string | null;
  channel: "email" | "sms";
  address: string;
  delivery: string;
  error: string | null;
  /** Milliseconds since 1970. */
  createdAt: number;
};

/** The last test message by each way that somebody sent to themselves, the newest first. */
export async function selectTestMessages(
  db: Database,
  by: { orgId: string; contactId: string },
): Promise<TestMessageRow[]> {
  const rows = await db.execute<TestMessageRow>(sql`
    select provider, channel, address, delivery, error, "createdAt" from (
      select distinct on (provider) id, provider, channel, address, ${deliveryOf("m")} as delivery, error,
        (extract(epoch from created_at) * 1000)::float8 as "createdAt"
      from messages m where org_id = ${by.orgId} and contact_id = ${by.contactId} and kind = 'test_message'
      order by provider, id desc
    ) t order by id desc`);
  return [...rows];
}

/** Lets only one way have a message that was just written: a batch of its own, which no other touches. */
export async function reserveMessage(
  tx: Database,
  { orgId, id, provider }: { orgId: string; id: string; provider: string },
): Promise<void> {
  await tx.execute(sql`
    with reserved as (
      update messages set batch_id = id, batch_position = 0, provider = ${provider} where org_id = ${orgId} and id = ${id}
      returning org_id, id, batch_id, batch_position as position
    ) ${keepBatches(sql`reserved`)}`);
}

/**
 * Ends, as failed, test messages for a way of their own that have waited for an hour: it is not set up any more, or does
 * not answer. Answers how many.
 */
export async function endTests(db: Database): Promise<number> {
  const ended = await db.execute(sql`${EVERY}
    with waiting as materialized (
      select m.org_id, m.id from message_batches b ${joinBatch}
      where m.kind = 'test_message' and m.first_attempt_at is null and m.created_at <= now() - interval '1 hour'
      for update of m skip locked
    )
    update messages m set state = 'failed', state_at = now(), error = ${TEST_UNTAKEN}
    from waiting w where m.org_id = w.org_id and m.id = w.id returning m.id`);
  return ended.length;
}
