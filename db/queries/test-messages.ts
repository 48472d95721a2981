import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveryOf } from "./delivery";

export type TestMessageRow = {
  channel: "email" | "sms";
  address: string;
  delivery: string;
  error: string | null;
  /** Milliseconds since 1970. */
  createdAt: number;
};

/** The last test message that somebody sent to themselves, or null. */
export async function selectTestMessage(
  db: Database,
  by: { orgId: string; contactId: string },
): Promise<TestMessageRow | null> {
  const [row] = await db.execute<TestMessageRow>(sql`
    select channel, address, ${deliveryOf("m")} as delivery, error, (extract(epoch from created_at) * 1000)::float8 as "createdAt"
    from messages m where org_id = ${by.orgId} and contact_id = ${by.contactId} and kind = 'test_message'
    order by id desc limit 1`);
  return row ?? null;
}
