import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isShut } from "./delivery";

/** `rate`: the provider asks to slow down. `quota` and `settings`: it takes nothing until something changes. */
export type PauseReason = "rate" | "quota" | "settings";

/** Waits that end by trying. One that a person asked for, "manual", ends when a person ends it. */
const isProbed = sql`reason not in ('rate', 'manual')`;

/** Keeps all workers from a provider; a pause is never shortened. */
export async function pauseChannel(
  db: Database,
  by: { provider: string; seconds: number; reason: PauseReason },
): Promise<void> {
  await db.execute(sql`
    insert into channel_pauses (provider, until, reason)
    values (${by.provider}, now() + make_interval(secs => ${by.seconds}), ${by.reason})
    on conflict (provider) do update set until = greatest(channel_pauses.until, excluded.until),
      reason = excluded.reason, since = case when channel_pauses.reason = excluded.reason then channel_pauses.since else now() end
    where channel_pauses.reason <> 'manual'`);
}

export type Gate = "open" | "closed" | "probe";

/**
 * Whether a provider may be called now. After a pause for quota or settings one worker gets "probe":
 * it may try one message while the others wait on for `probeSeconds`. A pause that a person asked for
 * lets sign-in codes pass: without them nobody could come back to end it.
 */
export async function passGate(
  db: Database,
  by: { provider: string; probeSeconds: number; codes?: "only" | "none" },
): Promise<Gate> {
  const isOthers = by.codes === "only" ? sql`reason <> 'manual'` : sql`true`;
  const [row] = await db.execute<{ gate: Gate }>(sql`
    with probe as (
      update channel_pauses set until = now() + make_interval(secs => ${by.probeSeconds})
      where provider = ${by.provider} and until <= now() and ${isProbed} returning 1
    )
    select case when exists (select from probe) then 'probe'
      when exists (select from channel_pauses where provider = ${by.provider} and (until > now() or reason <> 'rate')
        and ${isOthers}) then 'closed' else 'open' end as gate`);
  return row?.gate ?? "closed";
}

/** A probe that found nothing to try: the next one need not wait. */
export async function returnProbe(db: Database, provider: string): Promise<void> {
  await db.execute(sql`update channel_pauses set until = now() where provider = ${provider} and ${isProbed}`);
}

/** The provider takes messages again. */
export async function endPause(db: Database, provider: string): Promise<void> {
  await db.execute(sql`delete from channel_pauses where provider = ${provider} and reason <> 'manual'`);
}

/** Keeps all workers from these providers until `continueChannels`. */
export async function pauseByHand(db: Database, providers: readonly string[]): Promise<void> {
  await db.execute(sql`
    insert into channel_pauses (provider, until, reason)
    select value, now(), 'manual' from json_array_elements_text(${JSON.stringify(providers)}::json) order by value
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
