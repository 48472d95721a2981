import { endPause, pauseChannel, returnProbe } from "@/db/queries/channel-pauses";
import {
  markAccepted,
  markBounced,
  markFailed,
  markSuppressed,
  markUncertain,
  postpone,
  releaseUntried,
  retryLater,
  splitBatch,
} from "@/db/queries/outbox-settle";
import { newId } from "@/lib/domain/id";
import { OUTBOX_CHANNEL } from "@/lib/domain/messages";
import { log } from "@/lib/log";
import type { Outcome } from "./channel";
import type { Lane, Unit } from "./lane";
import { backoff } from "./tunables";

type Accepted = Extract<Outcome, { kind: "accepted" }>;
type Paused = Extract<Outcome, { kind: "paused" }>;

const BUSY_SECONDS = { least: 1, most: 5 };

/** "Later" is a matter of minutes up to an hour, and after a day of it there is no later. */
const LATER = { stretch: 6, attempts: 100 };

/** Writes down what became of a call. A unit whose lease went to another worker is left to that one. */
export async function settleOutcome(
  lane: Lane,
  unit: Unit,
  outcome: Outcome,
  isProbe: boolean,
): Promise<void> {
  await settleMessages(lane, unit, outcome);
  if (outcome.kind === "paused" && outcome.reason !== "rate") return lane.health.turnedAway(outcome.error);
  if (outcome.kind === "paused") return lane.health.answered(false);
  if (outcome.kind === "away" || (outcome.kind === "unknown" && !outcome.isAnswered))
    return lane.health.failed(outcome.error, isProbe);
  if (outcome.kind === "untried") return isProbe ? returnProbe(lane.db, lane.channel.name) : undefined;
  if (isProbe) await endPause(lane.db, { provider: lane.channel.name, wake: OUTBOX_CHANNEL });
  await lane.health.answered(outcome.kind === "accepted");
  if (outcome.kind === "accepted" && outcome.restSeconds > 0)
    await pauseChannel(lane.db, {
      provider: lane.channel.name,
      seconds: outcome.restSeconds,
      reason: "rate",
    });
}

/**
 * A batch only ever gets shorter. If the provider knows the key of a shortened one with another content, it took an
 * earlier, longer list with all of these messages in it; their ids come with their events.
 */
async function settleMessages(lane: Lane, unit: Unit, outcome: Outcome): Promise<void> {
  const { db, tunables, channel } = lane;
  const { messages, lease, attempt, isFirst } = unit;
  if (outcome.kind === "accepted") return settleAccepted(lane, unit, outcome);
  if (outcome.kind === "paused") return settlePaused(lane, unit, outcome);
  if (outcome.kind === "refused") return settleRefused(lane, unit, outcome.error);
  const { error } = outcome;
  if (outcome.kind === "suppressed") return markSuppressed(db, messages, { lease, detail: error });
  if (outcome.kind === "bounced") return markBounced(db, messages, { lease, detail: error });
  if (outcome.kind === "uncertain") {
    await markUncertain(db, messages, { lease, error });
    return;
  }
  if (outcome.kind === "broken" && unit.isShortened)
    return settleAccepted(lane, unit, { kind: "accepted", ids: [], state: "sent", restSeconds: 0 });
  if (outcome.kind === "broken") {
    log.error(
      { key: unit.batch.key, count: messages.length },
      "an idempotency key came back with another content",
    );
    await markFailed(db, messages, { lease, error });
    return;
  }
  if (outcome.kind === "away" || outcome.kind === "untried") {
    await releaseUntried(db, messages, { lease, delaySeconds: outcome.seconds, isFirst, error });
    return;
  }
  if (outcome.kind === "later") {
    const longestBackoffSeconds = tunables.longestBackoffSeconds * LATER.stretch;
    const delaySeconds = backoff(attempt, { ...tunables, longestBackoffSeconds });
    await postpone(db, messages, { lease, delaySeconds, maxAttempts: LATER.attempts, isFirst, error });
    return;
  }
  const delaySeconds =
    outcome.kind === "busy"
      ? BUSY_SECONDS.least + Math.random() * (BUSY_SECONDS.most - BUSY_SECONDS.least)
      : backoff(attempt, tunables);
  await retryLater(db, messages, { lease, delaySeconds, certainHours: channel.certainHours, error });
}

async function settleAccepted({ db, channel }: Lane, unit: Unit, outcome: Accepted): Promise<void> {
  const { messages, lease } = unit;
  const by = { lease, provider: channel.name, providerIds: outcome.ids, state: outcome.state };
  const settled = await markAccepted(db, messages, by);
  if (settled < messages.length)
    log.warn({ key: unit.batch.key, settled, count: messages.length }, "a lease ended before its call did");
}

async function settlePaused(
  { db, channel, tunables }: Lane,
  { messages, lease, isFirst }: Unit,
  outcome: Paused,
): Promise<void> {
  const { reason, error } = outcome;
  const seconds = Math.max(outcome.seconds, reason === "quota" ? tunables.quotaSeconds : 0);
  await pauseChannel(db, { provider: channel.name, seconds, reason });
  await releaseUntried(db, messages, { lease, error, isFirst, delaySeconds: 0 });
  if (reason !== "rate")
    log.warn({ provider: channel.name, reason, seconds: Math.round(seconds) }, "a channel waits");
}

/** A refused batch goes on in halves until the message at fault stands alone. */
async function settleRefused({ db }: Lane, { messages, lease }: Unit, error: string): Promise<void> {
  if (messages.length === 1) {
    await markFailed(db, messages, { lease, error });
    return;
  }
  const middle = Math.ceil(messages.length / 2);
  const halves = [messages.slice(0, middle), messages.slice(middle)];
  const batches = halves.map((rows) => ({
    rows,
    batchId: rows.length === 1 ? (rows[0]?.id ?? newId()) : newId(),
  }));
  await splitBatch(db, batches, { lease });
}
