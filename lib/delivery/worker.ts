import { openDatabase } from "@/db/client";
import { listenTo } from "@/db/listen";
import { analyzeOutbox } from "@/db/queries/outbox";
import { OUTBOX_CHANNEL } from "@/lib/domain/messages";
import { keyRing } from "@/lib/domain/token";
import type { Env } from "@/lib/env";
import { startTicks } from "@/lib/jobs/ticks";
import { describeError, log } from "@/lib/log";
import { startAsking } from "./asking";
import type { Channel } from "./channel";
import { configuredChannels, smsRules } from "./channels";
import { type Lane, runOnce } from "./lane";
import { mailboxChannel } from "./mailbox-channel";
import { resendChannel } from "./resend-channel";
import { defaults, type Tunables } from "./tunables";
import { twilioSettings } from "./twilio-api";
import { twilioChannel } from "./twilio-channel";

export type WorkerOptions = { databaseUrl: string; env: Env } & Partial<Tunables>;

function openChannels(env: Env, { lookSeconds }: Tunables): Channel[] {
  const { email, sms } = configuredChannels(env);
  if (email === "mailbox") return [mailboxChannel];
  const channels: Channel[] = [];
  if (email === "resend" && env.RESEND_API_KEY)
    channels.push(resendChannel({ apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL }));
  const twilio = sms === "twilio" ? twilioSettings(env) : null;
  if (twilio) channels.push(twilioChannel({ ...twilio, appUrl: env.APP_URL, lookSeconds }));
  return channels;
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

  const loops = openChannels(env, tunables).flatMap((channel) => {
    const lane = { db, channel, sender, tunables, abort: abort.signal, onBacklog };
    const others = Array.from({ length: tunables.lanes }, () => work({ ...lane, codes: "none" }));
    return [work({ ...lane, codes: "only" }), ...others];
  });
  const listener = listenTo(OUTBOX_CHANNEL, {
    databaseUrl,
    onHint: bell.ring,
    beatSeconds: tunables.beatSeconds,
  });

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
      await Promise.all([asking.stop(), ticks.stop()]);
      await listener.stop();
      await close();
    },
  };
}
