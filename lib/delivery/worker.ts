import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "@/db/client";
import { listenTo } from "@/db/listen";
import { analyzeOutbox } from "@/db/queries/outbox";
import { OUTBOX_CHANNEL } from "@/lib/domain/messages";
import { keyRing } from "@/lib/domain/token";
import type { Env } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import type { Channel } from "./channel";
import { configuredChannels } from "./channels";
import { type Lane, runOnce } from "./lane";
import { mailboxChannel } from "./mailbox-channel";
import { type Asker, reconcile } from "./reconcile";
import { resendAsker } from "./resend-asker";
import { resendChannel } from "./resend-channel";
import { defaults, type Tunables } from "./tunables";
import { twilioAsker } from "./twilio-asker";

export type WorkerOptions = { databaseUrl: string; env: Env } & Partial<Tunables>;

function openChannels(env: Env): Channel[] {
  const { email } = configuredChannels(env);
  if (email === "resend" && env.RESEND_API_KEY)
    return [resendChannel({ apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL })];
  return [mailboxChannel];
}

/** Who can be asked what became of messages. */
function openAskers(env: Env): Asker[] {
  const { RESEND_API_KEY: apiKey, TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = env;
  return [
    ...(apiKey ? [resendAsker({ apiKey, baseUrl: env.RESEND_BASE_URL })] : []),
    ...(accountSid && authToken
      ? [twilioAsker({ accountSid, authToken, baseUrl: env.TWILIO_BASE_URL })]
      : []),
  ];
}

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

/**
 * Sends what the outbox holds until stopped; any number of workers may run. A message a worker had
 * taken when it died is sent by another after its lease, under the same key. `stop` lets calls under
 * way finish. Outlives restarts of the database.
 */
export function startWorker({ databaseUrl, env, ...tuned }: WorkerOptions): { stop: () => Promise<void> } {
  const tunables: Tunables = { ...defaults, ...tuned };
  const { db, close } = openDatabase(databaseUrl, { max: tunables.lanes + 3 });
  const bell = makeBell();
  const abort = new AbortController();
  let isStopping = false;
  const sender = {
    appUrl: env.APP_URL,
    keys: keyRing(env.AUTH_SECRET, env.AUTH_SECRET_PREVIOUS),
    mailFrom: env.MAIL_FROM ?? null,
  };

  async function work(lane: Lane): Promise<void> {
    while (!isStopping) {
      const rings = bell.rings();
      const isBusy = await runOnce(lane).catch((error) => {
        log.error(
          { channel: lane.channel.name, error: describeError(error) },
          "the worker stumbled and goes on",
        );
        return null;
      });
      if (!isBusy && !isStopping)
        await bell.wait(isBusy === null ? bell.rings() : rings, tunables.pollSeconds * 1_000);
    }
  }

  let analyzedAt = 0;
  const onBacklog = () => {
    if (Date.now() - analyzedAt < ANALYZE_SECONDS * 1_000) return;
    analyzedAt = Date.now();
    analyzeOutbox(db).catch(() => {});
  };

  const stopping = new AbortController();
  const askers = openAskers(env);
  async function ask(): Promise<void> {
    const asking = { db, askers, askSeconds: tunables.askSeconds, abort: stopping.signal };
    while (!isStopping && askers.length > 0) {
      await reconcile(asking).catch((error) =>
        log.error({ error: describeError(error) }, "providers could not be asked about their messages"),
      );
      await sleep(tunables.reconcileSeconds * 1_000, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const loops = openChannels(env).flatMap((channel) => {
    const lane = { db, channel, sender, tunables, abort: abort.signal, onBacklog };
    const others = Array.from({ length: tunables.lanes }, () => work({ ...lane, codes: "none" }));
    return [work({ ...lane, codes: "only" }), ...others];
  });
  loops.push(ask());
  const listener = listenTo(OUTBOX_CHANNEL, {
    databaseUrl,
    onHint: bell.ring,
    beatSeconds: tunables.beatSeconds,
  });

  return {
    stop: async () => {
      isStopping = true;
      stopping.abort();
      bell.ring();
      const patience = setTimeout(() => abort.abort(), tunables.graceSeconds * 1_000);
      await Promise.all(loops);
      clearTimeout(patience);
      await listener.stop();
      await close();
    },
  };
}
