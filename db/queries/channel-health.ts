import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { joinBatch } from "./batches";
import { EVERY } from "./outbox";

/** When calls without an answer are an outage, and for how long the channel then rests. */
export type OutageRule = { after: number; firstSeconds: number; longestSeconds: number };

/** Doubling beyond this many times changes nothing and would overflow. */
const MOST_DOUBLINGS = 20;

/** A call was answered: whatever was counted against the provider is forgotten. */
export async function markAnswered(
  db: Database,
  by: { provider: string; isAccepted: boolean },
): Promise<void> {
  await db.execute(sql`
    insert into channel_health as h (provider, accepted_at)
    values (${by.provider}, case when ${by.isAccepted} then now() end)
    on conflict (provider) do update set accepted_at = coalesce(excluded.accepted_at, h.accepted_at), failures = 0`);
}

/**
 * A call was not answered. The `after`th in a row pauses the provider for all workers; calls that were under
 * way together count as far as that. Each probe that fails doubles the pause. A pause that a person asked for only
 * gets its `until`: it rules for how long codes rest.
 */
export async function markUnanswered(
  db: Database,
  by: { provider: string; error: string; isProbe: boolean } & OutageRule,
): Promise<{ isOutage: boolean }> {
  const counted = by.isProbe
    ? sql`greatest(h.failures, ${by.after}::int - 1) + 1`
    : sql`least(h.failures + 1, greatest(h.failures, ${by.after}::int))`;
  const paused = await db.execute(sql`
    with health as (
      insert into channel_health as h (provider, failed_at, error, failures)
      values (${by.provider}, now(), ${by.error}, ${by.isProbe ? by.after : 1})
      on conflict (provider) do update set failed_at = now(), error = excluded.error, failures = ${counted}
      returning failures
    )
    insert into channel_pauses as p (provider, until, reason)
    select ${by.provider}, now() + make_interval(secs => least(${by.longestSeconds}::float8,
      ${by.firstSeconds}::float8 * 2 ^ least(failures - ${by.after}::int, ${MOST_DOUBLINGS}::int))), 'outage'
    from health where failures >= ${by.after}::int
    on conflict (provider) do update set reason = case when p.reason = 'manual' then 'manual' else 'outage' end,
      until = case when ${by.isProbe} then excluded.until else greatest(p.until, excluded.until) end,
      since = case when p.reason in ('outage', 'manual') then p.since else excluded.since end
    where ${by.isProbe} or p.reason in ('rate', 'outage', 'manual')
    returning 1`);
  return { isOutage: paused.length > 0 };
}

/** A call was turned away unread, for a reason that stays for a while. */
export async function markTurnedAway(db: Database, by: { provider: string; error: string }): Promise<void> {
  await db.execute(sql`
    insert into channel_health as h (provider, failed_at, error) values (${by.provider}, now(), ${by.error})
    on conflict (provider) do update set failed_at = now(), error = excluded.error, failures = 0`);
}

/** Whether a message waits, of whichever organization, that this provider was tried with before. */
export async function hasTried(db: Database, provider: string): Promise<boolean> {
  const found = await db.execute(sql`${EVERY}
    select from message_batches b ${joinBatch} where m.provider = ${provider} limit 1`);
  return found.length > 0;
}

/** One channel as all workers know it. Times are milliseconds since 1970. */
export type ChannelState = {
  provider: string;
  /** Why it takes nothing; null while it does, or only slows down. */
  reason: "quota" | "settings" | "outage" | "manual" | null;
  until: number | null;
  since: number | null;
  acceptedAt: number | null;
  failedAt: number | null;
  error: string | null;
  failures: number;
};

const milliseconds = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** How each of these channels fares, in their order. */
export async function selectChannels(db: Database, names: readonly string[]): Promise<ChannelState[]> {
  const rows = await db.execute<ChannelState>(sql`
    select n.provider, p.reason, ${milliseconds("p.until")} as until, ${milliseconds("p.since")} as since,
      ${milliseconds("h.accepted_at")} as "acceptedAt", ${milliseconds("h.failed_at")} as "failedAt", h.error,
      coalesce(h.failures, 0) as failures
    from unnest(${`{${names.join(",")}}`}::text[]) with ordinality as n(provider, place)
    left join channel_pauses p on p.provider = n.provider and p.reason <> 'rate'
    left join channel_health h on h.provider = n.provider
    order by n.place`);
  return [...rows];
}

/** How many messages of an organization wait, by kind; for whom they are fixed, if they were tried. */
export type Waiting = { channel: "email" | "sms"; provider: string | null; count: number };

/** Messages of one organization that could go now and have not gone; counted to `most` and one. */
export async function countWaiting(
  db: Database,
  { orgId, most }: { orgId: string; most: number },
): Promise<Waiting[]> {
  const rows = await db.execute<Waiting>(sql`
    select channel, provider, count(*)::int as count from (
      select channel, provider from messages
      where org_id = ${orgId} and state = 'queued' and (held_until <= now()) is true limit ${most + 1}
    ) w group by channel, provider`);
  return [...rows];
}
