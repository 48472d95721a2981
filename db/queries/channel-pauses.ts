import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isShut } from "./delivery";

/**
 * `rate`: the provider asks to slow down. `quota` and `settings`: it takes nothing until something changes.
 * `outage`: it does not answer.
 */
export type PauseReason = "rate" | "quota" | "settings" | "outage";

/** Waits that end by trying. One that a person asked for, "manual", ends when a person ends it. */
const isProbed = sql`reason not in ('rate', 'manual')`;

/** Keeps all workers from a provider; a pause is never shortened, and one that a person asked for stays that. */
export async function pauseChannel(
  db: Database,
  by: { provider: string; seconds: number; reason: PauseReason },
): Promise<void> {
  await db.execute(sql`
    insert into channel_pauses (provider, until, reason)
    values (${by.provider}, now() + make_interval(secs => ${by.seconds}), ${by.reason})
    on conflict (provider) do update set until = greatest(channel_pauses.until, excluded.until),
      reason = case when channel_pauses.reason = 'manual' then 'manual' else excluded.reason end,
      since = case when channel_pauses.reason in ('manual', excluded.reason) then channel_pauses.since else now() end`);
}

/** For how long a closed gate stays closed, 0 while somebody else looks whether it may open; and what a probe is after. */
export type Gate =
  | { state: "open" }
  | { state: "probe"; after: PauseReason }
  | { state: "closed"; seconds: number };

/**
 * Whether a provider may be called now. After a pause for anything but the rate one worker gets "probe":
 * it may try one message while the others wait on for `probeSeconds`. A pause that a person asked for lets
 * sign-in codes pass once `until` is over: without them nobody could come back to end it. `down`: which of
 * the providers `before` it take nothing, so that this one stands in; one that a person paused keeps its own.
 */
export async function passGate(
  db: Database,
  by: { provider: string; before: readonly string[]; probeSeconds: number; codes: "only" | "none" },
): Promise<{ gate: Gate; down: string[] }> {
  const isHeld = by.codes === "only" ? isProbed : sql`reason <> 'rate'`;
  const [row] = await db.execute<{ gate: Gate; down: string[] }>(sql`
    with probe as (
      update channel_pauses set until = now() + make_interval(secs => ${by.probeSeconds})
      where provider = ${by.provider} and until <= now() and ${isProbed} returning reason
    ), closed as (
      select greatest(extract(epoch from until - now())::float8, 0) as seconds from channel_pauses
      where provider = ${by.provider} and (until > now() or ${isHeld})
    )
    select case when exists (select from probe) then json_build_object('state', 'probe', 'after', (select reason from probe))
        when exists (select from closed) then json_build_object('state', 'closed', 'seconds', (select seconds from closed))
        else '{"state": "open"}' end as gate,
      array(select provider from channel_pauses
        where provider = any(${`{${by.before.join(",")}}`}::text[])
          and (${isProbed} or reason = 'manual' and until > now())) as down`);
  return row ?? { gate: { state: "closed", seconds: 0 }, down: [] };
}

/** A probe that found nothing to try: the next one need not wait. */
export async function returnProbe(db: Database, provider: string): Promise<void> {
  await db.execute(sql`update channel_pauses set until = now() where provider = ${provider} and ${isProbed}`);
}

/** The provider takes messages again; `wake`, a channel to notify, is told. */
export async function endPause(db: Database, by: { provider: string; wake: string }): Promise<void> {
  await db.execute(sql`
    with ended as (delete from channel_pauses where provider = ${by.provider} and reason <> 'manual' returning 1)
    select pg_notify(${by.wake}, '') from ended`);
}

/** Keeps all workers from these providers until `continueChannels`. */
export async function pauseByHand(db: Database, providers: readonly string[]): Promise<void> {
  await db.execute(sql`
    insert into channel_pauses (provider, until, reason)
    select value, date_trunc('milliseconds', now()), 'manual' from json_array_elements_text(${JSON.stringify(providers)}::json) order by value
    on conflict (provider) do update set reason = 'manual', since = now() where channel_pauses.reason <> 'manual'`);
}

/** Ends every pause that a person asked for. */
export async function continueChannels(db: Database): Promise<void> {
  await db.execute(sql`delete from channel_pauses where reason = 'manual'`);
}

/** Why a provider is left alone, since when and, unless a person has to end it, until when; in milliseconds. */
export type Pause = { provider: string; reason: PauseReason | "manual"; since: number; until: number };

/** The pauses that keep messages waiting now. */
export async function selectPauses(db: Database): Promise<Pause[]> {
  const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);
  const rows = await db.execute<Pause>(sql`
    select provider, reason, ${ms("since")} as since, ${ms("until")} as until from channel_pauses p
    where ${isShut} or (reason = 'rate' and until > now()) order by reason = 'manual' desc, until desc`);
  return [...rows];
}
