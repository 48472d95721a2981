import { sql } from "drizzle-orm";
import { afterEach, expect } from "vitest";
import type { Database } from "@/db/client";
import type { Tunables } from "@/lib/delivery/tunables";
import { startWorker } from "@/lib/delivery/worker";
import type { NewMessage } from "@/lib/domain/messages";
import { parseEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { type PlayerOptions, startTwilio } from "../players/twilio";
import { invitePeople, RIG_SECRET } from "./outbox-people";
import { quick } from "./outbox-rig";

type Player = Awaited<ReturnType<typeof startTwilio>>;

/** The environment of a worker that sends through the player. */
export function smsEnv(databaseUrl: string, player: Omit<Player, "stop">) {
  const parsed = parseEnv({
    APP_URL: "http://localhost:3000",
    AUTH_SECRET: RIG_SECRET,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: "silent",
    TWILIO_ACCOUNT_SID: player.accountSid,
    TWILIO_AUTH_TOKEN: player.authToken,
    TWILIO_FROM: player.from,
    TWILIO_BASE_URL: player.url,
  });
  if (!parsed.ok) throw new Error(parsed.mistakes.join(" "));
  return parsed.env;
}

/** Opens players of Twilio and workers for one test and closes them after it. */
export function useSms(db: Database, url: string) {
  const open: { stop: () => Promise<void> }[] = [];
  log.level = "silent";
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.stop();
    await db.execute(sql`delete from channel_pauses`);
    await db.execute(
      sql`update messages set state = 'cancelled' where org_id is not null and state = 'queued'`,
    );
  });
  return {
    playing: async (options: PlayerOptions = {}): Promise<Player> => {
      const player = await startTwilio(options);
      open.push(player);
      return player;
    },
    working: (player: Omit<Player, "stop">, tunables: Partial<Tunables> = {}) => {
      const env = smsEnv(url, player);
      const worker = startWorker({ databaseUrl: url, env, ...quick, lookSeconds: 1, ...tunables });
      open.push(worker);
      return worker;
    },
  };
}

/** Invites `count` people by phone. */
export const textPeople = (
  db: Database,
  sender: { orgId: string; inviterId: string },
  count: number,
): Promise<NewMessage<"invitation">[]> =>
  invitePeople(db, sender, count, (message, index) => ({
    ...message,
    channel: "sms",
    address: `+1312555${String(index).padStart(4, "0")}`,
  }));

/** Every one of these numbers got exactly one message, and the outbox knows it by the provider's id. */
export async function expectEachTextedOnce(
  db: Database,
  player: Player,
  orgId: string,
  numbers: string[],
): Promise<void> {
  expect(player.sent.map(({ to }) => to).sort()).toEqual(numbers.toSorted());
  const rows = await db.execute<{ address: string; providerId: string }>(sql`
    select address, provider_id as "providerId" from messages where org_id = ${orgId} and state = 'sent' order by address`);
  const taken = player.sent.map(({ sid, to }) => ({ address: to, providerId: sid }));
  expect([...rows]).toEqual(taken.toSorted((a, b) => (a.address < b.address ? -1 : 1)));
}
