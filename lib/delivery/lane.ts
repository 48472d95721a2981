import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { passGate, returnProbe } from "@/db/queries/channel-pauses";
import { type ClaimedMessage, claimBatch, type DueMessage, lockFresh, takeFresh } from "@/db/queries/outbox";
import { extendLease, postponeUnrenderable } from "@/db/queries/outbox-settle";
import { newId } from "@/lib/domain/id";
import { describeError, log } from "@/lib/log";
import type { Batch, Channel, Envelope, Outcome } from "./channel";
import { envelopeOf, type Sender } from "./envelope";
import { settleOutcome } from "./settle";
import { backoff, type Tunables } from "./tunables";

/** One line of work: claims a batch, sends it, settles it, again and again. */
export type Lane = {
  db: Database;
  channel: Channel;
  sender: Sender;
  codes: "only" | "none";
  tunables: Tunables;
  /** Ends calls under way. */
  abort: AbortSignal;
  /** Called while the outbox is too full for one batch. */
  onBacklog: () => void;
};

/** Messages under one lease, fixed as one batch and ready to send. */
export type Unit = { lease: string; batch: Batch; messages: ClaimedMessage[]; attempt: number };

const RENDER_ATTEMPTS = 8;

/** Sends one batch, if one is due. True when there may be more to do at once. */
export async function runOnce(lane: Lane): Promise<boolean> {
  const gate = await passGate(lane.db, {
    provider: lane.channel.name,
    probeSeconds: lane.tunables.probeSeconds,
  });
  if (gate === "closed") return false;
  const taken =
    (await takeBatch(lane)) ?? (await takeNew(lane, gate === "probe" ? 1 : lane.tunables.batchSize));
  if (taken === "none") {
    if (gate === "probe") await returnProbe(lane.db, lane.channel.name);
    return false;
  }
  if (taken === "removed") return true;
  const outcome = await send(lane, taken);
  await settleOutcome(lane, taken, outcome, gate);
  return true;
}

const claimOf = ({ channel, codes, tunables }: Lane, lease: string) => ({
  lease,
  leaseSeconds: tunables.leaseSeconds,
  channels: channel.handles,
  codes,
});

/** A batch of one is a single message: it carries the message's own id. */
const keyOf = (batchId: string, messages: ClaimedMessage[]) =>
  messages[0]?.id === batchId ? batchId : `batch/${batchId}`;

/** A batch that was tried before. One that can no longer be written the same way waits for better code. */
async function takeBatch(lane: Lane): Promise<Unit | "removed" | null> {
  const lease = randomUUID();
  const messages = await claimBatch(lane.db, claimOf(lane, lease));
  const [first] = messages;
  if (!first?.batchId) return null;
  const unit = { lease, messages, attempt: first.attempts };
  try {
    const envelopes = messages.map((message) => envelopeOf(message, lane.sender));
    return { ...unit, batch: { key: keyOf(first.batchId, messages), messages: envelopes } };
  } catch (error) {
    log.error({ batch: first.batchId, error: describeError(error) }, "a batch cannot be written again");
    const words = "This message could not be written again as it was.";
    await settleOutcome(
      lane,
      { ...unit, batch: { key: first.batchId, messages: [] } },
      { kind: "unknown", error: words },
      "open",
    );
    return "removed";
  }
}

/**
 * New messages, written out before they are fixed as a batch and leased: what cannot be written holds up no other. A
 * worker that dies meanwhile has changed nothing.
 */
async function takeNew(lane: Lane, most: number): Promise<Unit | "removed" | "none"> {
  const lease = randomUUID();
  const limit = lane.codes === "only" ? 1 : most;
  return lane.db.transaction(async (tx) => {
    const due = await lockFresh(tx, { ...claimOf(lane, lease), limit });
    if (due.length === 0) return "none";
    if (due.length === lane.tunables.batchSize) lane.onBacklog();
    const { written, failed } = writeOut(lane, due);
    const messages = written.map(({ message }) => message);
    const [first] = messages;
    const batchId = first && messages.length === 1 ? first.id : newId();
    const others = [...due.filter(({ next }) => next !== "queued"), ...failed.map(({ message }) => message)];
    const { leaseSeconds } = lane.tunables;
    await takeFresh(tx, { batch: messages, others }, { lease, leaseSeconds, batchId });
    for (const { message, error } of failed) await setAside({ ...lane, db: tx }, message, lease, error);
    if (!first) return "removed";
    const batch = { key: keyOf(batchId, messages), messages: written.map(({ envelope }) => envelope) };
    return { lease, batch, messages, attempt: first.attempts + 1 };
  });
}

/** Writes out what may go; what cannot be written, and why. */
function writeOut(lane: Lane, due: DueMessage[]) {
  const written: { message: ClaimedMessage; envelope: Envelope }[] = [];
  const failed: { message: DueMessage; error: unknown }[] = [];
  for (const message of due.filter(({ next }) => next === "queued")) {
    try {
      written.push({ message, envelope: envelopeOf(message, lane.sender) });
    } catch (error) {
      failed.push({ message, error });
    }
  }
  return { written, failed };
}

async function setAside(lane: Lane, message: ClaimedMessage, lease: string, error: unknown): Promise<void> {
  const attempt = message.attempts + 1;
  if (attempt >= RENDER_ATTEMPTS)
    log.error({ message: message.id, error: describeError(error) }, "a message cannot be written");
  await postponeUnrenderable(lane.db, message, {
    lease,
    delaySeconds: backoff(attempt, lane.tunables),
    maxAttempts: RENDER_ATTEMPTS,
    error: "This message could not be written.",
  });
}

/**
 * Calls the channel, holding the lease meanwhile. Ends a call without an answer by a timer of its own,
 * since Node 20 may collect a timeout signal combined with another before it fires.
 */
async function send(
  { db, channel, tunables, abort }: Lane,
  { lease, batch, messages }: Unit,
): Promise<Outcome> {
  const { leaseSeconds, requestSeconds } = tunables;
  const call = new AbortController();
  const end = () => call.abort();
  const timer = setTimeout(end, requestSeconds * 1_000);
  abort.addEventListener("abort", end);
  const expiry = new Promise<Outcome>((resolve) => {
    call.signal.addEventListener("abort", () =>
      resolve({ kind: "unknown", error: "The mail service did not answer in time." }),
    );
  });
  const hold = () => extendLease(db, messages, { lease, leaseSeconds }).catch(() => {});
  const beat = setInterval(hold, (leaseSeconds * 1_000) / 3);
  try {
    return await Promise.race([channel.send(batch, call.signal), expiry]);
  } finally {
    clearTimeout(timer);
    clearInterval(beat);
    abort.removeEventListener("abort", end);
  }
}
