import { hasTried } from "@/db/queries/channel-health";
import { endPause, type Gate, pauseChannel } from "@/db/queries/channel-pauses";
import { OUTBOX_CHANNEL } from "@/lib/domain/messages";
import type { Lane } from "./lane";

/**
 * Asks a channel that has nothing to send whether it answers, so that screens tell the truth also of one that only
 * stands by: after an outage, and when nothing was heard of it for long. What was tried and waits tells more than any
 * question; and that settings are right again, or a quota is back, only a message can tell. The line of the codes has no
 * time for questions: it is open also while a person has paused everything else. Answers whether it asked.
 */
export async function checkIdle(lane: Lane, gate: Gate): Promise<boolean> {
  const { db, channel, codes, health, tunables, abort } = lane;
  const isProbe = gate.state === "probe";
  const isDue = isProbe ? gate.after === "outage" : codes === "none" && health.isCheckDue();
  if (!channel.check || !isDue) return false;
  const provider = channel.name;
  if (await hasTried(db, provider)) return false;
  const limit = AbortSignal.timeout(tunables.requestSeconds * 1_000);
  const outcome = await channel.check(AbortSignal.any([abort, limit]));
  if (outcome?.kind === "away" || outcome?.kind === "unknown") await health.failed(outcome.error, isProbe);
  else if (outcome?.kind === "paused" && outcome.reason === "settings") {
    await pauseChannel(db, { provider, seconds: outcome.seconds, reason: "settings" });
    await health.turnedAway(outcome.error);
  } else {
    if (isProbe) await endPause(db, { provider, wake: OUTBOX_CHANNEL });
    await health.answered(false);
  }
  return true;
}
