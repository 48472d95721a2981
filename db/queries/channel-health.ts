import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

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
 * way together count as far as that. Each probe that fails doubles the pause.
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
    on conflict (provider) do update set reason = 'outage',
      until = case when ${by.isProbe} then excluded.until else greatest(p.until, excluded.until) end,
      since = case when p.reason = 'outage' then p.since else excluded.since end
    where ${by.isProbe} or p.reason in ('rate', 'outage')
    returning 1`);
  return { isOutage: paused.length > 0 };
}
