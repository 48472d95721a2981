import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/**
 * `rate`: the provider asks to slow down. `quota` and `settings`: it takes nothing until something changes.
 * `outage`: it does not answer.
 */
export type PauseReason = "rate" | "quota" | "settings" | "outage";

/** Keeps all workers from a provider; a pause is never shortened. */
export async function pauseChannel(
  db: Database,
  by: { provider: string; seconds: number; reason: PauseReason },
): Promise<void> {
  await db.execute(sql`
    insert into channel_pauses (provider, until, reason)
    values (${by.provider}, now() + make_interval(secs => ${by.seconds}), ${by.reason})
    on conflict (provider) do update set until = greatest(channel_pauses.until, excluded.until), reason = excluded.reason,
      since = case when channel_pauses.reason = excluded.reason then channel_pauses.since else excluded.since end`);
}

/** For how long a closed gate stays closed; 0 while somebody else looks whether it may open. */
export type Gate = { state: "open" | "probe" } | { state: "closed"; seconds: number };

/**
 * Whether a provider may be called now. After a pause for anything but the rate one worker gets "probe":
 * it may try one message while the others wait on for `probeSeconds`. `down`: which of the providers `before`
 * it take nothing, so that this one stands in.
 */
export async function passGate(
  db: Database,
  by: { provider: string; before: readonly string[]; probeSeconds: number },
): Promise<{ gate: Gate; down: string[] }> {
  const [row] = await db.execute<{ state: Gate["state"]; seconds: number; down: string[] }>(sql`
    with probe as (
      update channel_pauses set until = now() + make_interval(secs => ${by.probeSeconds})
      where provider = ${by.provider} and until <= now() and reason <> 'rate' returning 1
    ), closed as (
      select extract(epoch from until - now())::float8 as seconds from channel_pauses
      where provider = ${by.provider} and (until > now() or reason <> 'rate')
    )
    select case when exists (select from probe) then 'probe' when exists (select from closed) then 'closed' else 'open' end as state,
      coalesce((select seconds from closed), 0) as seconds,
      array(select provider from channel_pauses
        where provider = any(${`{${by.before.join(",")}}`}::text[]) and reason <> 'rate') as down`);
  return { gate: row ?? { state: "closed", seconds: 0 }, down: row?.down ?? [] };
}

/** A probe that found nothing to try: the next one need not wait. */
export async function returnProbe(db: Database, provider: string): Promise<void> {
  await db.execute(
    sql`update channel_pauses set until = now() where provider = ${provider} and reason <> 'rate'`,
  );
}

/** The provider takes messages again; `wake`, a channel to notify, is told. */
export async function endPause(db: Database, by: { provider: string; wake: string }): Promise<void> {
  await db.execute(sql`
    with ended as (delete from channel_pauses where provider = ${by.provider} returning 1)
    select pg_notify(${by.wake}, '') from ended`);
}
