import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { keepBatches } from "./batches";
import { deliveryOf } from "./delivery";

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
