import { setMaxListeners } from "node:events";
import { type Database, openDatabase } from "@/db/client";
import { listenTo } from "@/db/listen";
import { analyzeOutbox } from "@/db/queries/outbox";
import { newWorkerName } from "@/db/queries/workers";
import { OUTBOX_CHANNEL } from "@/lib/domain/messages";
import { keyRing } from "@/lib/domain/token";
import type { Env } from "@/lib/env";
import { startTicks } from "@/lib/jobs/ticks";
import { describeError, log } from "@/lib/log";
import { startAsking } from "./asking";
import type { Channel } from "./channel";
import { smsRules } from "./channels";
import { watchHealth } from "./health";
import { type Lane, runOnce } from "./lane";
import { openChannels } from "./open-channels";
import { startSharing } from "./sharing";
import { defaults, type Tunables } from "./tunables";

export type WorkerOptions = { databaseUrl: string; env: Env } & Partial<Tunables>;

/** While there is a backlog the planner's picture of the outbox is this old at most. */
const ANALYZE_SECONDS = 60;

/** Wakes everybody who waits; a ring while nobody waits is not lost. */
function makeBell() {
  let rings = 0;
  const waiting = new Set<() => void>();
  return {
    rings: () => rings,
    ring: () => {
      rings++;
      for (const wake of waiting) wake();
    },
    wait: (since: number, milliseconds: number) =>
      new Promise<void>((resolve) => {
        if (rings !== since) return resolve();
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, milliseconds);
        waiting.add(wake);
      }),
  };
}

/** Keeps the planner's picture fresh enough, whenever told that there is a backlog. */
function makeAnalyst(db: Database): () => void {
  let analyzedAt = 0;
  return () => {
    if (Date.now() - analyzedAt < ANALYZE_SECONDS * 1_000) return;
    analyzedAt = Date.now();
    analyzeOutbox(db).catch(() => {});
  };
}

/** For each kind of message this channel handles, those of the channels ahead of it that handle it too. */
const beforeIn = (ahead: Channel[], { handles }: Channel): Lane["before"] =>
  Object.fromEntries(
    handles.map((kind) => [
      kind,
      ahead.filter((other) => other.handles.includes(kind)).map(({ name }) => name),
    ]),
  );

/**
 * Sends what the outbox holds until stopped; any number of workers may run. A message a worker had
 * taken when it died is sent by another after its lease, under the same key. `stop` lets calls under
 * way finish. Outlives restarts of the database.
 */
export function startWorker({ databaseUrl, env, ...tuned }: WorkerOptions): { stop: () => Promise<void> } {
  const tunables: Tunables = { ...defaults, ...tuned };
  const channels = openChannels(env, tunables);
  const { db, close } = openDatabase(databaseUrl, { max: channels.length * (tunables.lanes + 1) + 2 });
  const bell = makeBell();
  const abort = new AbortController();
  // One for each call under way.
  setMaxListeners(channels.length * (tunables.lanes + 1), abort.signal);
  let isStopping = false;
  const sender = {
    appUrl: env.APP_URL,
    keys: keyRing(env.AUTH_SECRET, env.AUTH_SECRET_PREVIOUS),
    mailFrom: env.MAIL_FROM ?? null,
  };

  async function work(lane: Lane): Promise<void> {
    while (!isStopping) {
      const rings = bell.rings();
      const rest = await runOnce(lane).catch((error) => {
        log.error(
          { channel: lane.channel.name, error: describeError(error) },
          "the worker stumbled and goes on",
        );
        return null;
      });
      if (rest !== 0 && !isStopping)
        await bell.wait(rest === null ? bell.rings() : rings, (rest ?? tunables.pollSeconds) * 1_000);
    }
  }

  const onBacklog = makeAnalyst(db);
  const loops = channels.flatMap((channel, place) => {
    const before = beforeIn(channels.slice(0, place), channel);
    const health = watchHealth(db, channel.name, tunables);
    const lane = { db, channel, before, health, sender, tunables, abort: abort.signal, onBacklog };
    const others = Array.from({ length: tunables.lanes }, () =>
      work({ ...lane, codes: "none", looked: { at: Number.NEGATIVE_INFINITY } }),
    );
    return [work({ ...lane, codes: "only", looked: { at: Number.NEGATIVE_INFINITY } }), ...others];
  });
  const name = newWorkerName();
  const listener = listenTo(OUTBOX_CHANNEL, {
    databaseUrl,
    onHint: bell.ring,
    beatSeconds: tunables.beatSeconds,
    name,
  });
  const sharing = startSharing(db, { name, channels, everySeconds: tunables.pollSeconds });

  const asking = startAsking(db, env, tunables);
  const ticks = startTicks(
    { db, keys: sender.keys, sms: smsRules(env), dailyMessages: env.DAILY_MESSAGE_LIMIT },
    { everySeconds: tunables.tickSeconds },
  );

  return {
    stop: async () => {
      isStopping = true;
      bell.ring();
      const patience = setTimeout(() => abort.abort(), tunables.graceSeconds * 1_000);
      await Promise.all(loops);
      clearTimeout(patience);
      await Promise.all([asking.stop(), ticks.stop(), sharing.stop()]);
      for (const channel of channels) channel.close?.();
      await listener.stop();
      await close();
    },
  };
}
