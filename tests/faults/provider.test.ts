import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openTestDatabase } from "../database";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, expectEachOnce, statesOf, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);

test("a provider that takes half of the calls and never answers still delivers each message once", async () => {
  const player = await playing({ fault: (call) => (call % 2 === 1 && call <= 100 ? "silent-after" : null) });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 1_000);
  working(player, { batchSize: 20 });
  await drained(db, sender.orgId, 60);
  await expectEachOnce(db, player, sender.orgId, messages);
  expect(player.counts.replays).toBeGreaterThan(20);
});

test("each invitation lets mail programs stop with one click, by a link of its own", async () => {
  const player = await playing();
  const sender = await makeSender(db);
  await invitePeople(db, sender, 4);
  working(player);
  await drained(db, sender.orgId, 30);
  const links = player.sent.map(({ headers }) => headers["List-Unsubscribe"]);
  for (const link of links) expect(link).toMatch(/^<http:\/\/localhost:3000\/stop\/[\w-]{71}>$/);
  expect(new Set(links).size).toBe(4);
  expect(player.sent.map(({ headers }) => headers["List-Unsubscribe-Post"])).toEqual(
    Array(4).fill("List-Unsubscribe=One-Click"),
  );
});

test("one refused address in a batch fails alone, and nobody gets two messages", async () => {
  const player = await playing({ refuses: (to) => to.startsWith("person-41-") });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 100);
  working(player);
  await drained(db, sender.orgId, 30);
  expect(await statesOf(db, sender.orgId)).toEqual({ sent: 99, failed: 1 });
  await expectEachOnce(db, player, sender.orgId, messages.toSpliced(41, 1));
  expect(player.counts.refused).toBeLessThan(12);
});

test("when the provider asks to slow down all workers wait, and no attempt is counted", async () => {
  const calls: number[] = [];
  const fault = (call: number) => {
    calls.push(Date.now());
    return call === 1 ? "rate" : null;
  };
  const player = await playing({ retryAfterSeconds: 1, fault });
  const sender = await makeSender(db);
  await invitePeople(db, sender, 50);
  working(player, { lanes: 1 });
  await expect.poll(() => calls.length).toBe(1);
  working(player, { lanes: 2 });
  await drained(db, sender.orgId, 30);
  expect((calls[1] ?? 0) - (calls[0] ?? 0)).toBeGreaterThanOrEqual(950);
  const tried = await db.execute(sql`select distinct attempts from messages where org_id = ${sender.orgId}`);
  expect([...tried]).toEqual([{ attempts: 1 }]);
});

test("a quota used up at the hundredth parks the rest; one probe at a time finds out when it is over", async () => {
  let isOver = false;
  const player = await playing({
    retryAfterSeconds: 0.1,
    fault: (call) => (call <= 10 || isOver ? null : "quota"),
  });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 500);
  working(player, { lanes: 3, batchSize: 10, quotaSeconds: 0 });
  const begin = Date.now();
  await expect.poll(() => player.counts.calls, { timeout: 15_000 }).toBeGreaterThan(14);
  const probes = player.counts.calls - 10;
  expect(probes).toBeLessThan(6 + (Date.now() - begin) / 100);
  expect(await statesOf(db, sender.orgId)).toEqual({ sent: 100, queued: 400 });
  const untried = sql`
    select count(*)::int as n from messages where org_id = ${sender.orgId} and attempts = 0 and batch_id is null
      and state = 'queued'`;
  await expect.poll(async () => (await db.execute<{ n: number }>(untried))[0]?.n).toBeGreaterThanOrEqual(399);
  isOver = true;
  await drained(db, sender.orgId, 30);
  await expectEachOnce(db, player, sender.orgId, messages);
});

test("a provider whose quota is used up is left alone for a quarter of an hour, however soon it calls back", async () => {
  const player = await playing({ retryAfterSeconds: 0.1, fault: () => "quota" });
  const sender = await makeSender(db);
  await invitePeople(db, sender, 20);
  working(player, { lanes: 3, batchSize: 10 });
  const left = sql`select extract(epoch from until - now())::int as seconds from channel_pauses where reason = 'quota'`;
  const seconds = async () => (await db.execute<{ seconds: number }>(left))[0]?.seconds ?? 0;
  await expect.poll(seconds).toBeGreaterThan(890);
  const { calls } = player.counts;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(player.counts.calls - calls).toBe(0);
  expect(calls).toBeLessThanOrEqual(3);
});

test("while the provider rejects the settings messages wait unharmed, and leave once it takes them", async () => {
  const player = await playing({ apiKey: "re_right_key" });
  const sender = await makeSender(db);
  await invitePeople(db, sender, 20);
  const mistaken = working({ url: player.url, apiKey: "re_wrong_key" });
  const paused = sql`select reason from channel_pauses where provider = 'resend'`;
  await expect.poll(async () => [...(await db.execute(paused))]).toEqual([{ reason: "settings" }]);
  await expect
    .poll(async () => [
      ...(await db.execute(sql`
      select distinct state, attempts, batch_id from messages where org_id = ${sender.orgId} and lease_owner is null`)),
    ])
    .toEqual([{ state: "queued", attempts: 0, batch_id: null }]);
  await mistaken.stop();
  await db.execute(sql`update channel_pauses set until = now()`);
  await db.execute(sql`update messages set next_at = now() where org_id = ${sender.orgId}`);
  working(player);
  await drained(db, sender.orgId, 30);
  expect(player.sent).toHaveLength(20);
});

test("a sign-in code overtakes a full outbox", async () => {
  const player = await playing({ latencyMs: 150 });
  const sender = await makeSender(db);
  await invitePeople(db, sender, 200);
  working(player, { batchSize: 5, lanes: 2 });
  await expect.poll(() => player.sent.length).toBeGreaterThan(0);
  const [code] = await invitePeople(db, sender, 1, (message) => ({ ...message, priority: 0 }));
  await expect.poll(() => player.sent.some(({ to }) => to === code?.address), { timeout: 2_000 }).toBe(true);
  expect(player.sent.length).toBeLessThan(150);
  expect(player.sent.find(({ to }) => to === code?.address)?.key).toBe(code?.id);
});
