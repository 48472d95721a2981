import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** `rate`: the provider asks to slow down. `quota` and `settings`: it takes nothing until something changes. */
export type PauseReason = "rate" | "quota" | "settings";

/** Keeps all workers from a provider; a pause is never shortened. */
export async function pauseChannel(
  db: Database,
  by: { provider: string; seconds: number; reason: PauseReason },
): Promise<void> {
  await db.execute(sql`
    insert into channel_pauses (provider, until, reason)
    values (${by.provider}, now() + make_interval(secs => ${by.seconds}), ${by.reason})
    on conflict (provider) do update set until = greatest(channel_pauses.until, excluded.until), reason = excluded.reason`);
}

export type Gate = "open" | "closed" | "probe";

/**
 * Whether a provider may be called now. After a pause for quota or settings one worker gets "probe":
 * it may try one message while the others wait on for `probeSeconds`.
 */
export async function passGate(db: Database, by: { provider: string; probeSeconds: number }): Promise<Gate> {
  const [row] = await db.execute<{ gate: Gate }>(sql`
    with probe as (
      update channel_pauses set until = now() + make_interval(secs => ${by.probeSeconds})
      where provider = ${by.provider} and until <= now() and reason <> 'rate' returning 1
    )
    select case when exists (select from probe) then 'probe'
      when exists (select from channel_pauses where provider = ${by.provider} and (until > now() or reason <> 'rate'))
        then 'closed' else 'open' end as gate`);
  return row?.gate ?? "closed";
}

/** A probe that found nothing to try: the next one need not wait. */
export async function returnProbe(db: Database, provider: string): Promise<void> {
  await db.execute(
    sql`update channel_pauses set until = now() where provider = ${provider} and reason <> 'rate'`,
  );
}

/** The provider takes messages again. */
export async function endPause(db: Database, provider: string): Promise<void> {
  await db.execute(sql`delete from channel_pauses where provider = ${provider}`);
}
