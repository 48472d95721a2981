import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Tunables } from "@/lib/delivery/tunables";
import { INSTALLATION, newId } from "@/lib/domain/id";
import { enqueueMessages } from "@/lib/domain/messages";
import { openTestDatabase } from "../database";
import { askForCode, makeSender } from "./outbox-people";
import { drained, quick, rigEnv, spawnWorker, statesOf, useRig } from "./outbox-rig";
import { expectEachTextedOnce, textPeople, twilioVariables } from "./sms-rig";

const { db, url } = await openTestDatabase();
const { playingTwilio: playing, working: start } = useRig(db, url);

const working = (player: Parameters<typeof twilioVariables>[0], tunables: Partial<Tunables> = {}) =>
  start(undefined, { lookSeconds: 1, ...tunables }, twilioVariables(player));

test("of a hundred text messages that were taken without an answer each is found again and none sent twice", async () => {
  const player = await playing({ fault: (call) => (call <= 100 ? "silent-after" : null) });
  const sender = await makeSender(db);
  const messages = await textPeople(db, sender, 100);
  working(player, { lanes: 8 });
  await drained(db, sender.orgId, 60);
  expect(player.counts).toMatchObject({ calls: 100, faults: 100 });
  expect(player.counts.looks).toBeGreaterThanOrEqual(100);
  await expectEachTextedOnce(db, player, sender.orgId, messages);
});

test("what was lost before it was taken is looked for three times, then sent once more", async () => {
  const player = await playing({ fault: (call) => (call <= 10 ? "silent" : null) });
  const sender = await makeSender(db);
  const messages = await textPeople(db, sender, 10);
  working(player, { lanes: 8 });
  await drained(db, sender.orgId, 60);
  expect(player.counts).toMatchObject({ calls: 20, looks: 30 });
  await expectEachTextedOnce(db, player, sender.orgId, messages);
});

test("a message that is lost twice waits for a person; no machine sends it a third time", async () => {
  const player = await playing({ fault: () => "error" });
  const sender = await makeSender(db);
  await textPeople(db, sender, 1);
  working(player);
  await drained(db, sender.orgId, 60);
  expect(await statesOf(db, sender.orgId)).toEqual({ uncertain: 1 });
  expect(player.counts.calls).toBe(2);
});

test("a look that gets no answer proves nothing: as long as looks fail nothing is sent again", async () => {
  let isListing = false;
  const player = await playing({
    fault: (call) => (call === 1 ? "error-after" : null),
    lookFault: () => (isListing ? null : "error"),
  });
  const sender = await makeSender(db);
  const messages = await textPeople(db, sender, 1);
  working(player);
  await expect.poll(() => player.counts.looks, { timeout: 20_000 }).toBeGreaterThan(6);
  expect(player.counts.calls).toBe(1);
  isListing = true;
  await drained(db, sender.orgId, 30);
  await expectEachTextedOnce(db, player, sender.orgId, messages);
});

test("a worker killed between Twilio's taking and our noting it: the next one finds the message", async () => {
  const player = await playing({ fault: (call) => (call <= 3 ? "silent-after" : null) });
  const sender = await makeSender(db);
  const messages = await textPeople(db, sender, 3);
  const killed = await spawnWorker(url, rigEnv(url, undefined, twilioVariables(player)), {
    ...quick,
    requestSeconds: 30,
  });
  await expect
    .poll(() => player.sent.length, { timeout: 10_000 })
    .toBe(3)
    .finally(() => killed.kill("SIGKILL"));
  working(player);
  await drained(db, sender.orgId, 30);
  expect(player.counts.calls).toBe(3);
  await expectEachTextedOnce(db, player, sender.orgId, messages);
});

test("a number that answered STOP gets one attempt, then nothing more from any organization", async () => {
  const player = await playing({ refuses: () => 21610 });
  const [sender, other] = [await makeSender(db), await makeSender(db)];
  const [first] = await textPeople(db, sender, 1);
  if (!first) throw new Error("nobody was invited");
  working(player);
  await drained(db, sender.orgId, 30);
  await enqueueMessages(db, sender.orgId, [{ ...first, id: newId(), number: 2 }]);
  await drained(db, sender.orgId, 30);
  await textPeople(db, other, 1);
  await drained(db, other.orgId, 30);
  expect(await statesOf(db, sender.orgId)).toEqual({ suppressed: 2 });
  expect(await statesOf(db, other.orgId)).toEqual({ suppressed: 1 });
  expect(player.counts.calls).toBe(1);
  const blocked = await db.execute(
    sql`select address, reason from suppressions where org_id = ${sender.orgId}`,
  );
  expect([...blocked]).toEqual([{ address: "+13125550000", reason: "opted_out" }]);
});

test("a STOP that a sign-in code is answered with blocks nothing: only Twilio knows when somebody lifts their word", async () => {
  let isStopped = true;
  const player = await playing({ refuses: () => (isStopped ? 21610 : null) });
  const sender = await makeSender(db);
  const number = "+13125550000";
  const codes = () =>
    db.execute(
      sql`select state from messages where org_id = ${INSTALLATION} and address = ${number} order by id`,
    );
  working(player);
  await askForCode(db, number, "sms");
  await drained(db, INSTALLATION, 30);
  isStopped = false;
  await askForCode(db, number, "sms");
  await textPeople(db, sender, 1);
  await drained(db, INSTALLATION, 30);
  await drained(db, sender.orgId, 30);
  expect([...(await codes())]).toEqual([{ state: "suppressed" }, { state: "sent" }]);
  expect(await statesOf(db, sender.orgId)).toEqual({ sent: 1 });
});

test("a number that gets no text messages bounces alone, in words, and nothing more goes there", async () => {
  const player = await playing({ refuses: (to) => (to === "+13125550003" ? 21614 : null) });
  const sender = await makeSender(db);
  const messages = await textPeople(db, sender, 10);
  working(player);
  await drained(db, sender.orgId, 30);
  const detail = "the number does not take text messages";
  const bounced = await db.execute(
    sql`select address, error, attempts from messages where org_id = ${sender.orgId} and state = 'bounced'`,
  );
  expect([...bounced]).toEqual([{ address: "+13125550003", error: detail, attempts: 1 }]);
  const blocked = await db.execute(
    sql`select reason, detail from suppressions where org_id = ${sender.orgId} and address = '+13125550003'`,
  );
  expect([...blocked]).toEqual([{ reason: "bounced", detail }]);
  await expectEachTextedOnce(
    db,
    player,
    sender.orgId,
    messages.filter(({ address }) => address !== "+13125550003"),
  );
});

test("asked to slow down, all wait and no attempt counts", async () => {
  const player = await playing({ retryAfterSeconds: 1, fault: (call) => (call === 1 ? "rate" : null) });
  const sender = await makeSender(db);
  const messages = await textPeople(db, sender, 5);
  working(player);
  await drained(db, sender.orgId, 30);
  const tried = await db.execute(sql`select distinct attempts from messages where org_id = ${sender.orgId}`);
  expect([...tried]).toEqual([{ attempts: 1 }]);
  await expectEachTextedOnce(db, player, sender.orgId, messages);
});

test("while the key is rejected messages wait unharmed, and leave once it is right", async () => {
  const player = await playing();
  const sender = await makeSender(db);
  const messages = await textPeople(db, sender, 3);
  const mistaken = working({ ...player, authToken: "another token, of 32 characters also" });
  const paused = sql`select reason from channel_pauses where provider = 'twilio'`;
  await expect.poll(async () => [...(await db.execute(paused))]).toEqual([{ reason: "settings" }]);
  await mistaken.stop();
  expect(player.sent).toEqual([]);
  await db.execute(sql`update channel_pauses set until = now()`);
  await db.execute(sql`update messages set next_at = now() where org_id = ${sender.orgId}`);
  working(player);
  await drained(db, sender.orgId, 30);
  await expectEachTextedOnce(db, player, sender.orgId, messages);
});

test("while nobody listens at Twilio's address nothing is lost and nothing doubled", async () => {
  const [gone, player] = [await playing(), await playing()];
  await gone.stop();
  const sender = await makeSender(db);
  const messages = await textPeople(db, sender, 3);
  const lost = working({ ...player, url: gone.url });
  const told = sql`select count(*)::int as count from messages where org_id = ${sender.orgId} and error is not null
    and attempts = 0 and batch_id is null`;
  await expect.poll(async () => [...(await db.execute(told))]).toEqual([{ count: 3 }]);
  await lost.stop();
  await db.execute(sql`update messages set next_at = now() where org_id = ${sender.orgId}`);
  working(player);
  await drained(db, sender.orgId, 30);
  await expectEachTextedOnce(db, player, sender.orgId, messages);
});

test("every message names where Twilio tells what became of it, and itself", async () => {
  const player = await playing();
  const sender = await makeSender(db);
  const [message] = await textPeople(db, sender, 1);
  working(player);
  await drained(db, sender.orgId, 30);
  const id = message?.id ?? newId();
  expect(player.sent[0]).toMatchObject({
    statusCallback: `http://localhost:3000/api/webhooks/twilio?message=${sender.orgId}.${id}`,
    body: expect.stringMatching(new RegExp(`Ref ${id.replaceAll("-", "").slice(-8).toUpperCase()}$`)),
  });
});

test("a port nobody listens at is an outage that takes no attempt from any message, and ends when somebody does", async () => {
  const gone = await playing();
  await gone.stop();
  const sender = await makeSender(db);
  const messages = await textPeople(db, sender, 20);
  working(gone, { outageSeconds: 0.05, longestOutageSeconds: 0.2 });
  const pauses = () => db.execute(sql`select provider, reason from channel_pauses`).then((rows) => [...rows]);
  await expect.poll(pauses, { timeout: 10_000 }).toEqual([{ provider: "twilio", reason: "outage" }]);
  const untried = sql`select count(*)::int as n from messages where org_id = ${sender.orgId}
    and attempts = 0 and batch_id is null and state = 'queued'`;
  await expect.poll(async () => (await db.execute<{ n: number }>(untried))[0]?.n).toBe(20);
  const player = await playing({ port: Number(new URL(gone.url).port) });
  await drained(db, sender.orgId, 30);
  await expectEachTextedOnce(db, player, sender.orgId, messages);
  expect(await pauses()).toEqual([]);
});

test("looks that find nothing are answers: however many, they are no outage", async () => {
  const player = await playing({ fault: (call) => (call === 1 ? "silent" : null) });
  const sender = await makeSender(db);
  const messages = await textPeople(db, sender, 1);
  working(player, { outageAfter: 2 });
  await drained(db, sender.orgId, 60);
  expect(player.counts).toMatchObject({ calls: 2, looks: 3 });
  await expectEachTextedOnce(db, player, sender.orgId, messages);
  const health = await db.execute(sql`select failures, error from channel_health where provider = 'twilio'`);
  expect([...health]).toMatchObject([{ failures: 0 }]);
});
