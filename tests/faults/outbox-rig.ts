import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterEach, expect } from "vitest";
import type { Database } from "@/db/client";
import type { Tunables } from "@/lib/delivery/tunables";
import { startWorker } from "@/lib/delivery/worker";
import { type Env, parseEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { type PlayerOptions, startResend } from "../players/resend";
import { WEBHOOK_SECRET } from "../players/resend-webhooks";
import { type SmtpOptions, startSmtp } from "../players/smtp";
import { startTwilio, type PlayerOptions as TwilioOptions } from "../players/twilio";
import { RIG_SECRET } from "./outbox-people";

type Player = Awaited<ReturnType<typeof startResend>>;

/** Everything that takes a minute in production takes a second here. */
export const quick: Partial<Tunables> = {
  leaseSeconds: 1,
  pollSeconds: 0.1,
  requestSeconds: 0.6,
  backoffSeconds: 0.05,
  longestBackoffSeconds: 0.4,
  probeSeconds: 1.5,
  outageSeconds: 0.05,
  longestOutageSeconds: 0.4,
  healthSeconds: 0.2,
  beatSeconds: 1,
  graceSeconds: 1,
};

/** The environment of a rig: Resend where a player is given, and whatever else is set. */
export function rigEnv(
  databaseUrl: string,
  player?: { url: string; apiKey: string },
  variables: Record<string, string> = {},
): Env {
  const parsed = parseEnv({
    APP_URL: "http://localhost:3000",
    AUTH_SECRET: RIG_SECRET,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: "silent",
    ...(player && {
      RESEND_API_KEY: player.apiKey,
      RESEND_BASE_URL: player.url,
      RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
      MAIL_FROM: "invites@foyer.example",
    }),
    ...variables,
  });
  if (!parsed.ok) throw new Error(parsed.mistakes.join(" "));
  return parsed.env;
}

/** How many messages of an organization are in each state. */
export async function statesOf(db: Database, orgId: string): Promise<Record<string, number>> {
  const rows = await db.execute<{ state: string; count: number }>(sql`
    select state, count(*)::int as count from messages where org_id = ${orgId} group by state`);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Waits until nothing is queued any more; throws, saying what is left, when it takes too long. */
export async function drained(db: Database, orgId: string, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const left = await db.execute(
      sql`select 1 from messages where org_id = ${orgId} and state = 'queued' limit 1`,
    );
    if (left.length === 0) return;
    if (Date.now() > end)
      throw new Error(`After ${seconds} s the outbox holds ${JSON.stringify(await statesOf(db, orgId))}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A worker in a process of its own, to be killed. Resolves when it is at work. */
export async function spawnWorker(
  databaseUrl: string,
  env: Env,
  tunables: Partial<Tunables>,
  variables: Record<string, string> = {},
): Promise<ChildProcess> {
  const settings = JSON.stringify({ databaseUrl, env, ...tunables });
  const child = spawn(process.execPath, ["--import", "tsx", "tests/faults/worker-process.ts", settings], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...variables },
  });
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

/** Opens players and workers for one test and closes them after it. */
export function useRig(db: Database, url: string) {
  const open: { stop: () => Promise<void> }[] = [];
  log.level = "silent";
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.stop();
    await db.execute(sql`delete from channel_pauses`);
    await db.execute(sql`delete from channel_health`);
    await db.execute(
      sql`update messages set state = 'cancelled' where org_id is not null and state = 'queued'`,
    );
  });
  return {
    playing: async (options: PlayerOptions = {}): Promise<Player> => {
      const player = await startResend(options);
      open.push(player);
      return player;
    },
    playingSmtp: async (options: SmtpOptions = {}) => {
      const player = await startSmtp(options);
      open.push(player);
      return player;
    },
    playingTwilio: async (options: TwilioOptions = {}) => {
      const player = await startTwilio(options);
      open.push(player);
      return player;
    },
    working: (
      player: Pick<Player, "url" | "apiKey"> | undefined,
      tunables: Partial<Tunables> = {},
      variables: Record<string, string> = {},
    ) => {
      const env = rigEnv(url, player, variables);
      const worker = startWorker({ databaseUrl: url, env, ...quick, ...tunables });
      open.push(worker);
      return worker;
    },
  };
}

/** Exactly who these messages are to got one, one each, and the outbox knows it under the provider's id. */
export async function expectEachOnce(
  db: Database,
  player: Player,
  orgId: string,
  messages: readonly { address: string }[],
): Promise<void> {
  expect(player.sent.map(({ to }) => to).sort()).toEqual(messages.map(({ address }) => address).sort());
  const rows = await db.execute<{ address: string; providerId: string }>(sql`
    select address, provider_id as "providerId" from messages where org_id = ${orgId} and state = 'sent'`);
  const known = new Map(player.sent.map(({ id, to }) => [id, to]));
  for (const { address, providerId } of rows) expect(known.get(providerId)).toBe(address);
}
