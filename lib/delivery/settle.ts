import { endPause, type Gate, pauseChannel } from "@/db/queries/channel-pauses";
import {
  markAccepted,
  markFailed,
  markSuppressed,
  markUncertain,
  releaseUntried,
  retryLater,
  splitBatch,
} from "@/db/queries/outbox-settle";
import { newId } from "@/lib/domain/id";
import { log } from "@/lib/log";
import type { Outcome } from "./channel";
import type { Lane, Unit } from "./lane";
import { backoff } from "./tunables";

type Accepted = Extract<Outcome, { kind: "accepted" }>;
type Paused = Extract<Outcome, { kind: "paused" }>;

const BUSY_SECONDS = { least: 1, most: 5 };

/** Writes down what became of a call. A unit whose lease went to another worker is left to that one. */
export async function settleOutcome(lane: Lane, unit: Unit, outcome: Outcome, gate: Gate): Promise<void> {
  const { db, tunables } = lane;
  const { messages, lease, attempt } = unit;
  if (outcome.kind === "accepted") return settleAccepted(lane, unit, outcome, gate);
  if (outcome.kind === "paused") return settlePaused(lane, unit, outcome);
  if (outcome.kind === "refused") return settleRefused(lane, unit, outcome.error);
  if (outcome.kind === "suppressed") return markSuppressed(db, messages, { lease, detail: outcome.error });
  if (outcome.kind === "uncertain") {
    await markUncertain(db, messages, { lease, error: outcome.error });
    return;
  }
  if (outcome.kind === "untried") {
    await releaseUntried(db, messages, { lease, error: outcome.error, delaySeconds: outcome.seconds });
    return;
  }
  if (outcome.kind === "broken") {
    log.error(
      { key: unit.batch.key, count: messages.length },
      "an idempotency key came back with another content",
    );
    await markFailed(db, messages, { lease, error: outcome.error });
    return;
  }
  const delaySeconds =
    outcome.kind === "busy"
      ? BUSY_SECONDS.least + Math.random() * (BUSY_SECONDS.most - BUSY_SECONDS.least)
      : backoff(attempt, tunables);
  await retryLater(db, messages, { lease, delaySeconds, error: outcome.error });
}

async function settleAccepted(
  { db, channel }: Lane,
  unit: Unit,
  outcome: Accepted,
  gate: Gate,
): Promise<void> {
  const { messages, lease } = unit;
  const by = { lease, provider: channel.name, providerIds: outcome.ids, state: outcome.state };
  const settled = await markAccepted(db, messages, by);
  if (settled < messages.length)
    log.warn({ key: unit.batch.key, settled, count: messages.length }, "a lease ended before its call did");
  if (gate === "probe") await endPause(db, channel.name);
  if (outcome.restSeconds > 0)
    await pauseChannel(db, { provider: channel.name, seconds: outcome.restSeconds, reason: "rate" });
}

async function settlePaused(
  { db, channel }: Lane,
  { messages, lease }: Unit,
  outcome: Paused,
): Promise<void> {
  const { reason, seconds, error } = outcome;
  await pauseChannel(db, { provider: channel.name, seconds, reason });
  await releaseUntried(db, messages, { lease, error, delaySeconds: reason === "settings" ? seconds : 0 });
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
