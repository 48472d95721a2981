import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { passGate, returnProbe } from "@/db/queries/channel-pauses";
import { type ClaimedMessage, claimBatch, claimFresh, freezeBatch } from "@/db/queries/outbox";
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
    codes: lane.codes,
  });
  if (gate === "closed") return false;
  const taken = (await takeBatch(lane)) ?? (await takeFresh(lane, gate === "probe" ? 1 : batchSizeOf(lane)));
  if (taken === "none") {
    if (gate === "probe") await returnProbe(lane.db, lane.channel.name);
    return false;
  }
  if (taken === "removed") return true;
  const outcome = await send(lane, taken);
  await settleOutcome(lane, taken, outcome, gate);
  return true;
}

const batchSizeOf = ({ channel, tunables }: Lane) => Math.min(channel.batchSize, tunables.batchSize);

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
  const tried = { attempt: first.attempts, triedAgo: first.triedAgo ?? 0 };
  try {
    const envelopes = messages.map((message) => envelopeOf(message, lane.sender));
    return { ...unit, batch: { key: keyOf(first.batchId, messages), messages: envelopes, ...tried } };
  } catch (error) {
    log.error({ batch: first.batchId, error: describeError(error) }, "a batch cannot be written again");
    const words = "This message could not be written again as it was.";
    await settleOutcome(
      lane,
      { ...unit, batch: { key: first.batchId, messages: [], ...tried } },
      { kind: "unknown", error: words },
      "open",
    );
    return "removed";
  }
}

/** New messages, written out first and only then fixed as a batch: what cannot be written holds up no other. */
async function takeFresh(lane: Lane, most: number): Promise<Unit | "removed" | "none"> {
  const lease = randomUUID();
  const limit = lane.codes === "only" ? 1 : most;
  const { messages, removed } = await claimFresh(lane.db, { ...claimOf(lane, lease), limit });
  if (messages.length === 0) return removed > 0 ? "removed" : "none";
  if (limit > 1 && messages.length === limit) lane.onBacklog();
  const ready: { message: ClaimedMessage; envelope: Envelope }[] = [];
  for (const message of messages) {
    try {
      ready.push({ message, envelope: envelopeOf(message, lane.sender) });
    } catch (error) {
      await setAside(lane, message, lease, error);
    }
  }
  const [first] = ready;
  if (!first) return "removed";
  const kept = ready.map(({ message }) => message);
  const batchId = kept.length === 1 ? first.message.id : newId();
  if (!(await freezeBatch(lane.db, kept, { lease, batchId }))) return "removed";
  const attempt = first.message.attempts + 1;
  const envelopes = ready.map(({ envelope }) => envelope);
  const batch = { key: keyOf(batchId, kept), messages: envelopes, attempt, triedAgo: 0 };
  return { lease, batch, messages: kept, attempt };
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
      resolve({ kind: "unknown", error: "The provider did not answer in time." }),
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
