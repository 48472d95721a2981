import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { TRIED } from "@/lib/domain/delivery-words";
import { isOfBatch, joinBatch, places } from "./batches";
import { messagesTo, recipientOf } from "./messages-to";
import { EVERY, rankOf } from "./outbox";
import { suppressEverywhere } from "./suppressions";

/** What a provider says became of one message. `detail`: why, in plain words. */
export type DeliveryEvent = {
  provider: "resend" | "twilio";
  /** The same for repeats of the same event. */
  eventId: string;
  orgId: string;
  messageId: string;
  /** The provider's own id of the message. */
  providerId: string;
  state: "sent" | "delayed" | "delivered" | "bounced" | "complained" | "failed";
  detail: string | null;
  /** Why nothing may be written to the address from now on; null where it may. */
  suppression: "bounced" | "complained" | "opted_out" | null;
  /** By the provider's clock; null where it does not say. */
  at: Date | null;
};

const momentOf = ({ at }: DeliveryEvent): SQL =>
  sql`coalesce(${at?.toISOString() ?? null}::timestamptz, now())`;

/** Locks what waits with the message to be answered, in the order in which workers write: events of one batch take turns. */
export async function lockBatch(tx: Database, { orgId, messageId }: DeliveryEvent): Promise<void> {
  await tx.execute(sql`${EVERY}
    select 1 from messages about join message_batches b on b.id = about.batch_id ${joinBatch}
    where about.org_id = ${orgId} and about.id = ${messageId} and about.state = 'queued'
    order by m.batch_position for update of m`);
}

/** Without an id of the provider's, a message may be its own only if nobody knows what became of an attempt. */
const isOf = ({ provider, providerId }: DeliveryEvent): SQL => sql`(
  (provider = ${provider} and provider_id = ${providerId})
  or (provider_id is null and coalesce(provider, ${provider}) = ${provider} and attempts > 0
    and (state in ('queued', 'uncertain', 'sent') or error like ${`%${TRIED}`} and state in ('cancelled', 'suppressed'))))`;

/**
 * Locks the message an event is about and writes the event down, once. "unknown": there is no such message, it is
 * another provider's, or it was never handed over. Answers the address it went to.
 */
export async function keepEvent(
  tx: Database,
  event: DeliveryEvent,
): Promise<{ address: string } | "unknown" | "repeat"> {
  const [message] = await tx.execute<{ address: string }>(sql`
    select address from messages
    where org_id = ${event.orgId} and id = ${event.messageId} and ${isOf(event)} for update`);
  if (!message) return "unknown";
  const kept = await tx.execute(sql`
    insert into delivery_events (org_id, provider, event_id, message_id, state, detail, at)
    values (${event.orgId}, ${event.provider}, ${event.eventId}, ${event.messageId}, ${event.state}, ${event.detail},
      ${momentOf(event)})
    on conflict (org_id, provider, event_id) do nothing returning 1`);
  return kept.length > 0 ? message : "repeat";
}

/**
 * How often providers have told of messages to the contact at this address what the kept event tells. What they said
 * only when they were asked is no further time.
 */
export async function countTold(tx: Database, { orgId, messageId, state }: DeliveryEvent): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    with about as materialized (
      select m.id, m.address, ${recipientOf} as contact_id from messages m where m.org_id = ${orgId} and m.id = ${messageId}
    ), same as materialized (
      select id from about union
      select t.id from about a cross join lateral ${messagesTo(sql`${orgId}`, sql`a.contact_id`)} t where t.address = a.address
    )
    select count(*)::int as count from same s
    join delivery_events e on e.org_id = ${orgId} and e.message_id = s.id
    where e.state = ${state} and e.event_id not like 'asked.%'`);
  return row?.count ?? 0;
}

/**
 * Moves the locked message to the event's state unless it is there or further; one delayed again learns why. One that
 * still waited for its batch to be answered names that batch. The lease stays with who sent it, so that they may finish.
 */
export async function moveForward(
  tx: Database,
  event: DeliveryEvent,
): Promise<{ batchId: string | null } | null> {
  const isTrouble = event.state !== "sent" && event.state !== "delivered";
  const isAgain = sql`m.state = 'delayed' and ${event.state} = 'delayed'`;
  const [moved] = await tx.execute<{ batchId: string | null }>(sql`
    with before as (
      select case when state = 'queued' and batch_id <> id then batch_id end as batch from messages
      where org_id = ${event.orgId} and id = ${event.messageId}
    )
    update messages m set state = ${event.state}, error = ${isTrouble ? event.detail : null},
      state_at = case when ${isAgain} then m.state_at else ${momentOf(event)} end,
      provider = ${event.provider}, provider_id = ${event.providerId}, sent_at = coalesce(m.sent_at, now()), lease_until = null
    from before
    where m.org_id = ${event.orgId} and m.id = ${event.messageId}
      and (${rankOf(sql`m.state`)} < ${rankOf(sql`${event.state}::text`)} or m.provider_id is null or ${isAgain})
    returning before.batch as "batchId"`);
  return moved ?? null;
}

/**
 * A provider takes a batch whole or not at all: one event proves that all of it has gone, and nothing of it may be
 * sent again. The ids of the others come with the answer to the call, or with their own events.
 */
export async function settleSiblings(
  tx: Database,
  { provider, batchId }: { provider: string; batchId: string },
): Promise<void> {
  await tx.execute(sql`${EVERY}
    update messages m set state = 'sent', state_at = now(), sent_at = now(), error = null, provider = ${provider}, lease_until = null
    from message_batches b cross join lateral ${places} where b.id = ${batchId} and ${isOfBatch}`);
}

/** From now on no organization of the installation writes to the address. */
export async function suppressAddress(
  tx: Database,
  by: { address: string; reason: string; detail: string | null },
): Promise<void> {
  await tx.execute(
    sql`${EVERY} ${suppressEverywhere(sql`select ${by.address}::text, ${by.reason}::text, ${by.detail}::text`)}`,
  );
}
