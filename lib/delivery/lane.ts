import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { passGate, returnProbe } from "@/db/queries/channel-pauses";
import { type ClaimedMessage, claimBatch, claimFresh, isShortened } from "@/db/queries/outbox";
import { extendLease, postpone, retryLater } from "@/db/queries/outbox-settle";
import { describeError, log } from "@/lib/log";
import type { Batch, Channel, Envelope, Outcome } from "./channel";
import { checkIdle } from "./check";
import { envelopeOf, type Sender } from "./envelope";
import type { Health } from "./health";
import { settleOutcome } from "./settle";
import { backoff, type Tunables } from "./tunables";

/** One line of work: claims a batch, sends it, settles it, again and again. */
export type Lane = {
  db: Database;
  channel: Channel;
  /** The channels to use rather than this one, for each kind it handles. */
  before: Partial<Record<"email" | "sms", readonly string[]>>;
  health: Health;
  sender: Sender;
  codes: "only" | "none";
  /** When it last found nothing to repeat, by the clock of `performance`. */
  looked: { at: number };
  tunables: Tunables;
  /** Ends calls under way. */
  abort: AbortSignal;
  /** Called while the outbox is too full for one batch. */
  onBacklog: () => void;
};

/**
 * Messages under one lease, fixed as one batch and ready to send; for the first time, `isFirst`. `isShortened`: an
 * earlier call under the same key may have carried more.
 */
export type Unit = {
  lease: string;
  batch: Batch;
  messages: ClaimedMessage[];
  attempt: number;
  isFirst: boolean;
  isShortened: boolean;
};

const RENDER_ATTEMPTS = 8;

/** Sends one batch, if one is due. Answers in how many seconds there may be more to do, 0 for at once. */
export async function runOnce(lane: Lane): Promise<number> {
  const { db, channel, before, codes, tunables } = lane;
  const { probeSeconds, pollSeconds } = tunables;
  const provider = channel.name;
  const ahead = [...new Set(Object.values(before).flat())];
  const { gate, down } = await passGate(db, { provider, before: ahead, probeSeconds, codes });
  if (gate.state === "closed") return Math.min(gate.seconds || pollSeconds, pollSeconds);
  const isProbe = gate.state === "probe";
  const call = isProbe ? undefined : channel.meter?.take();
  if (call && "waitSeconds" in call) return Math.min(call.waitSeconds, pollSeconds);
  const taken = await take(lane, isProbe, down).catch((error) => {
    call?.giveBack();
    throw error;
  });
  if (typeof taken === "string") {
    call?.giveBack();
    if (taken === "removed") return 0;
    const hasAsked = await checkIdle(lane, gate);
    if (isProbe && !hasAsked) await returnProbe(db, provider);
    return pollSeconds;
  }
  const outcome = await send(lane, taken);
  call?.end(outcome.allowance ?? null);
  await settleOutcome(lane, taken, outcome, isProbe);
  return 0;
}

/** So long after a look for batches to repeat that found none, new messages go first. */
const LOOK_MS = 250;

/** What was tried before goes first; while there is none, not every batch of new messages waits for another look. */
async function take(
  lane: Lane,
  isProbe: boolean,
  down: readonly string[],
): Promise<Unit | "removed" | "none"> {
  const now = performance.now();
  const hasLooked = !isProbe && now - lane.looked.at < LOOK_MS;
  const fresh = hasLooked ? await takeFresh(lane, isProbe, down) : "none";
  if (fresh !== "none") return fresh;
  const again = await takeBatch(lane, isProbe);
  if (again) return again;
  lane.looked.at = now;
  return hasLooked ? "none" : takeFresh(lane, isProbe, down);
}

const claimOf = ({ channel, codes, tunables }: Lane, lease: string, isProbe: boolean) => ({
  lease,
  leaseSeconds: tunables.leaseSeconds,
  channels: channel.handles,
  codes: isProbe ? ("too" as const) : codes,
});

/** A batch of one is a single message: it carries the message's own id. */
const keyOf = (batchId: string, messages: ClaimedMessage[]) =>
  messages[0]?.id === batchId ? batchId : `batch/${batchId}`;

/** A batch that was tried before. One that can no longer be written the same way waits for better code. */
async function takeBatch(lane: Lane, isProbe: boolean): Promise<Unit | "removed" | null> {
  const lease = randomUUID();
  const { name: provider, certainHours } = lane.channel;
  const claim = claimOf(lane, lease, isProbe);
  const messages = await claimBatch(lane.db, { ...claim, provider, certainHours });
  const [first] = messages;
  if (!first?.batchId) return null;
  const unit = {
    lease,
    messages,
    attempt: first.attempts,
    isFirst: false,
    isShortened: isShortened(messages),
  };
  const tried = { attempt: first.attempts, triedAgo: first.triedAgo ?? 0 };
  try {
    const envelopes = messages.map((message) => envelopeOf(message, lane.sender));
    return { ...unit, batch: { key: keyOf(first.batchId, messages), messages: envelopes, ...tried } };
  } catch (error) {
    log.error({ batch: first.batchId, error: describeError(error) }, "a batch cannot be written again");
    const delaySeconds = backoff(first.attempts, lane.tunables);
    const words = "This message could not be written again as it was.";
    await retryLater(lane.db, messages, { lease, delaySeconds, certainHours, error: words });
    return "removed";
  }
}

/** New messages, as one batch. What cannot be written waits by itself, and the others go without it: none has gone yet. */
async function takeFresh(
  lane: Lane,
  isProbe: boolean,
  down: readonly string[],
): Promise<Unit | "removed" | "none"> {
  const lease = randomUUID();
  const { name: provider, handles, batchSize } = lane.channel;
  const channels = handles.filter((kind) => lane.before[kind]?.every((name) => down.includes(name)));
  if (channels.length === 0) return "none";
  const limit = lane.codes === "only" || isProbe ? 1 : Math.min(batchSize, lane.tunables.batchSize);
  const claim = { ...claimOf(lane, lease, isProbe), provider, channels, limit };
  const { messages: claimed, removed } = await claimFresh(lane.db, claim);
  const messages: ClaimedMessage[] = [];
  const envelopes: Envelope[] = [];
  const bad: Unwritten[] = [];
  for (const message of claimed) {
    try {
      envelopes.push(envelopeOf(message, lane.sender));
      messages.push(message);
    } catch (error) {
      bad.push({ message, error });
    }
  }
  if (limit > 1 && claimed.length === limit) lane.onBacklog();
  if (bad.length > 0) await setAside(lane, bad, lease);
  const [first] = messages;
  if (!first?.batchId) return removed + bad.length > 0 ? "removed" : "none";
  const attempt = first.attempts;
  const batch = { key: keyOf(first.batchId, messages), messages: envelopes, attempt, triedAgo: 0 };
  return { lease, batch, messages, attempt, isFirst: true, isShortened: false };
}

type Unwritten = { message: ClaimedMessage; error: unknown };

async function setAside(lane: Lane, bad: Unwritten[], lease: string): Promise<void> {
  for (const { message, error } of bad)
    if (message.attempts >= RENDER_ATTEMPTS)
      log.error({ message: message.id, error: describeError(error) }, "a message cannot be written");
  const messages = bad.map(({ message }) => message);
  await postpone(lane.db, messages, {
    lease,
    delaySeconds: backoff(Math.max(...messages.map(({ attempts }) => attempts)), lane.tunables),
    maxAttempts: RENDER_ATTEMPTS,
    isFirst: true,
    error: "This message could not be written.",
  });
}

/** A channel told to end its call knows best what became of it; one that says nothing is not waited for. */
const LAST_WORD_MS = 1_000;

/** Calls the channel, holding the lease meanwhile; a call without an answer is ended, and counts as unknown. */
async function send(
  { db, channel, tunables, abort }: Lane,
  { lease, batch, messages }: Unit,
): Promise<Outcome> {
  const { leaseSeconds, requestSeconds } = tunables;
  const call = new AbortController();
  const end = () => call.abort();
  const timer = setTimeout(end, requestSeconds * 1_000);
  abort.addEventListener("abort", end);
  let last: NodeJS.Timeout | undefined;
  const expiry = new Promise<Outcome>((resolve) => {
    const silent: Outcome = { kind: "unknown", error: "The provider did not answer in time." };
    call.signal.addEventListener("abort", () => {
      last = setTimeout(resolve, LAST_WORD_MS, silent);
    });
  });
  const hold = () => extendLease(db, messages, { lease, leaseSeconds }).catch(() => {});
  const beat = setInterval(hold, (leaseSeconds * 1_000) / 3);
  try {
    return await Promise.race([channel.send(batch, call.signal), expiry]);
  } finally {
    clearTimeout(timer);
    clearTimeout(last);
    clearInterval(beat);
    abort.removeEventListener("abort", end);
  }
}
