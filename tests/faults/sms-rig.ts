import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "@/db/client";
import type { NewMessage } from "@/lib/domain/messages";
import type { startTwilio } from "../players/twilio";
import { invitePeople } from "./outbox-people";

type Player = Awaited<ReturnType<typeof startTwilio>>;

/** What the environment says of a worker that sends through the player. */
export const twilioVariables = (player: Omit<Player, "stop">) => ({
  TWILIO_ACCOUNT_SID: player.accountSid,
  TWILIO_AUTH_TOKEN: player.authToken,
  TWILIO_FROM: player.from,
  TWILIO_BASE_URL: player.url,
});

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

/** Every number these messages are to got exactly one, and the outbox knows it by the provider's id. */
export async function expectEachTextedOnce(
  db: Database,
  player: Player,
  orgId: string,
  messages: readonly { address: string }[],
): Promise<void> {
  expect(player.sent.map(({ to }) => to).sort()).toEqual(messages.map(({ address }) => address).sort());
  const rows = await db.execute<{ address: string; providerId: string }>(sql`
    select address, provider_id as "providerId" from messages where org_id = ${orgId} and state = 'sent' order by address`);
  const taken = player.sent.map(({ sid, to }) => ({ address: to, providerId: sid }));
  expect([...rows]).toEqual(taken.toSorted((a, b) => (a.address < b.address ? -1 : 1)));
}
