import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { reconcile } from "@/lib/delivery/reconcile";
import { resendAsker } from "@/lib/delivery/resend-asker";
import { twilioAsker } from "@/lib/delivery/twilio-asker";
import { openTestDatabase } from "../database";
import { markSent } from "../webhook-rig";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, statesOf, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);
const HOUR = 3_600_000;

/** Messages that were written, and sent, so many hours ago. */
const writtenAgo = (sender: Awaited<ReturnType<typeof makeSender>>, count: number, hours: number) =>
  invitePeople(db, sender, count, (message) => ({
    ...message,
    id: v7({ msecs: Date.now() - hours * HOUR }),
  }));

const sentAgo = (orgId: string, hours: number) =>
  db.execute(
    sql`update messages set sent_at = now() - make_interval(hours => ${hours}) where org_id = ${orgId}`,
  );

const FATES = ["delivered", "bounced", "complained", "delivery_delayed", "opened"];
const ENDS = ["delivered", "bounced", "complained", "delayed", "delivered"];

test("every webhook was lost: workers ask about each message once, and every state is right", async () => {
  const player = await playing();
  const sender = await makeSender(db);
  const messages = await writtenAgo(sender, 150, 7);
  const worker = working(player, { batchSize: 50 });
  await drained(db, sender.orgId, 20);
  await worker.stop();
  await sentAgo(sender.orgId, 7);
  const fates = new Map(messages.map(({ address }, i) => [address, i % FATES.length]));
  for (const mail of player.sent) mail.fate = FATES[fates.get(mail.to) ?? 0] ?? "";
  const tuned = { reconcileSeconds: 0.2, askSeconds: 0 };
  working(player, tuned);
  working(player, tuned);
  const expected = { delivered: 60, bounced: 30, complained: 30, delayed: 30 };
  await expect.poll(() => statesOf(db, sender.orgId), { timeout: 20_000 }).toEqual(expected);
  const rows = await db.execute<{ address: string; state: string }>(
    sql`select address, state from messages where org_id = ${sender.orgId}`,
  );
  for (const { address, state } of rows) expect(state).toBe(ENDS[fates.get(address) ?? 0]);
  expect(player.counts.asked).toBe(150);
  const [blocked] = await db.execute(
    sql`select count(*)::int as n from suppressions where org_id = ${sender.orgId}`,
  );
  expect(blocked).toEqual({ n: 60 });
});

test("only a provider's own messages between six hours and three days old are asked about", async () => {
  const player = await playing();
  const sender = await makeSender(db);
  for (const hours of [1, 5, 7, 70, 80]) {
    const [known] = await markSent(db, sender.orgId, await writtenAgo(sender, 1, hours));
    await db.execute(sql`update messages set sent_at = now() - make_interval(hours => ${hours})
      where org_id = ${sender.orgId} and id = ${known?.id}`);
  }
  const asker = resendAsker({ apiKey: player.apiKey, baseUrl: player.url });
  const [other] = await markSent(db, sender.orgId, await writtenAgo(sender, 1, 8), "smtp");
  await db.execute(sql`update messages set sent_at = now() - interval '8 hours'
    where org_id = ${sender.orgId} and id = ${other?.id}`);
  const work = { db, askers: [asker], askSeconds: 0, abort: new AbortController().signal };
  expect(await reconcile(work)).toEqual({ asked: 2, moved: 0 });
  expect(await reconcile(work)).toEqual({ asked: 0, moved: 0 });
  expect(await statesOf(db, sender.orgId)).toEqual({ sent: 6 });
});

test("a provider that does not want to be asked is left alone, and asked again later about all of them", async () => {
  const player = await playing();
  const sender = await makeSender(db);
  await markSent(db, sender.orgId, await writtenAgo(sender, 30, 8));
  await sentAgo(sender.orgId, 8);
  player.setAskFault((call) => (call > 10 ? "rate" : null));
  const asker = resendAsker({ apiKey: player.apiKey, baseUrl: player.url });
  const work = { db, askers: [asker], askSeconds: 0, abort: new AbortController().signal };
  expect((await reconcile(work)).asked).toBe(10);
  expect(player.counts.asked).toBe(11);
  player.setAskFault(undefined);
  expect((await reconcile(work)).asked).toBe(20);
});

test("Twilio is asked by the text message's own id, with the account's token", async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url, request.headers.authorization);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ sid: "SM1", status: "undelivered", error_code: 30_005 }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const sender = await makeSender(db);
  const [known] = await markSent(db, sender.orgId, await writtenAgo(sender, 1, 8), "twilio");
  await sentAgo(sender.orgId, 8);
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asker = twilioAsker({ accountSid: "AC1", authToken: "token", baseUrl });
  const work = { db, askers: [asker], askSeconds: 0, abort: new AbortController().signal };
  expect(await reconcile(work)).toEqual({ asked: 1, moved: 1 });
  server.close();
  expect(asked).toEqual([
    `/2010-04-01/Accounts/AC1/Messages/${known?.providerId}.json`,
    `Basic ${Buffer.from("AC1:token").toString("base64")}`,
  ]);
  const [row] = await db.execute(sql`select state, error from messages where org_id = ${sender.orgId}`);
  expect(row).toEqual({ state: "bounced", error: "the number does not exist" });
});
