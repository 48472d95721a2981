import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/lib/domain/id";
import { openTestDatabase } from "../database";
import { startResend } from "../players/resend";
import { askForCode, invitePeople, makeSender } from "./outbox-people";
import { drained, expectEachOnce, statesOf, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, playingSmtp, working } = useRig(db, url);

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Two hours of an outage, of which every five minutes last a tenth of a second. */
const OUTAGE_MS = 2_400;
const hurried = {
  outageSeconds: 0.01,
  longestOutageSeconds: 0.1,
  backoffSeconds: 0.01,
  longestBackoffSeconds: 0.1,
};

const mostAttempts = async (orgId: string) => {
  const [row] = await db.execute<{ most: number }>(
    sql`select max(attempts) as most from messages where org_id = ${orgId}`,
  );
  return row?.most ?? 0;
};

const healthOf = async (provider: string) => {
  const [row] = await db.execute<{ failures: number; accepted: boolean; error: string | null }>(sql`
    select failures, accepted_at is not null as accepted, error from channel_health where provider = ${provider}`);
  return row;
};

const pausesNow = async () => [
  ...(await db.execute<{ provider: string; reason: string }>(
    sql`select provider, reason from channel_pauses`,
  )),
];

/** So many messages are as though nobody had ever tried them. */
async function expectUntried(orgId: string, count: number): Promise<void> {
  const untried = sql`select count(*)::int as n from messages where org_id = ${orgId}
    and attempts = 0 and batch_id is null and state = 'queued'`;
  await expect.poll(async () => (await db.execute<{ n: number }>(untried))[0]?.n).toBe(count);
}

test("two hours without an answer: all workers rest together, one asks at a time, and then each message leaves once", async () => {
  let isDown = true;
  const player = await playing({ fault: () => (isDown ? "reset" : null) });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 1_000);
  for (const _ of [1, 2]) working(player, { ...hurried, batchSize: 10, lanes: 2 });
  await expect.poll(pausesNow, { timeout: 10_000 }).toEqual([{ provider: "resend", reason: "outage" }]);
  await pause(OUTAGE_MS);
  const code = `kim-${sender.orgId.slice(-6)}@client.example`;
  await askForCode(db, code);
  expect(await statesOf(db, sender.orgId)).toEqual({ queued: 1_000 });
  expect(await healthOf("resend")).toMatchObject({
    accepted: false,
    error: "The mail service did not answer in time.",
  });
  expect(player.counts.calls).toBeGreaterThan(8);
  expect(player.counts.calls).toBeLessThan(45);
  isDown = false;
  await drained(db, sender.orgId, 30);
  expect(await mostAttempts(sender.orgId)).toBeLessThanOrEqual(40);
  expect(player.sent.findIndex(({ to }) => to === code)).toBeLessThan(200);
  await expectEachOnce(db, player, sender.orgId, [...messages, { address: code }]);
  expect(await pausesNow()).toEqual([]);
  expect(await healthOf("resend")).toMatchObject({ failures: 0, accepted: true });
});

test("a port nobody listens at is an outage that takes no attempt from any message, and ends when somebody does", async () => {
  const gone = await startResend();
  await gone.stop();
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 1_000);
  working(gone, { ...hurried, batchSize: 10 });
  await expect.poll(pausesNow, { timeout: 10_000 }).toEqual([{ provider: "resend", reason: "outage" }]);
  await expectUntried(sender.orgId, 1_000);
  expect((await healthOf("resend"))?.error).toBe("The mail service cannot be reached.");
  const player = await playing({ port: Number(new URL(gone.url).port) });
  await drained(db, sender.orgId, 30);
  await expectEachOnce(db, player, sender.orgId, messages);
});

test("an SMTP server that is gone takes no attempt from any message, and gets each one when it is back", async () => {
  const gone = await playingSmtp();
  await gone.stop();
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 60);
  working(undefined, hurried, { SMTP_URL: gone.url, MAIL_FROM: "invites@foyer.example" });
  await expect.poll(pausesNow, { timeout: 10_000 }).toEqual([{ provider: "smtp", reason: "outage" }]);
  await pause(500);
  await expectUntried(sender.orgId, 60);
  const player = await playingSmtp({ port: gone.port });
  await drained(db, sender.orgId, 30);
  expect(player.taken.map(({ to }) => to).sort()).toEqual(messages.map(({ address }) => address).sort());
});

test("while the first channel does not answer the next takes over, and gives back when it does", async () => {
  let isDown = true;
  const resend = await playing({ fault: () => (isDown ? "reset" : null) });
  const smtp = await playingSmtp();
  const sender = await makeSender(db);
  const early = await invitePeople(db, sender, 60);
  const both = { SMTP_URL: smtp.url, MAIL_FROM: "invites@foyer.example" };
  working(resend, { ...hurried, batchSize: 5, lanes: 2 }, both);
  await expect.poll(() => smtp.taken.length, { timeout: 10_000 }).toBeGreaterThan(20);
  isDown = false;
  await drained(db, sender.orgId, 30);
  await expect.poll(pausesNow, { timeout: 5_000 }).toEqual([]);
  const before = smtp.taken.length;
  const late = await invitePeople(db, sender, 30);
  await drained(db, sender.orgId, 30);
  expect(smtp.taken).toHaveLength(before);
  const all = [...resend.sent, ...smtp.taken].map(({ to }) => to).sort();
  expect(all).toEqual([...early, ...late].map(({ address }) => address).sort());
});

/** As if so much time had passed since messages were tried, and since nobody could tell any more what became of them. */
const waitHours = (orgId: string, hours: number) =>
  db.execute(sql`update messages set first_attempt_at = first_attempt_at - make_interval(hours => ${hours}),
    state_at = state_at - make_interval(hours => ${hours}), next_at = next_at - make_interval(hours => ${hours}) where org_id = ${orgId} and first_attempt_at is not null`);

const addressesIn = async (orgId: string, state: string) => {
  const rows = await db.execute<{ address: string }>(
    sql`select address from messages where org_id = ${orgId} and state = ${state} order by address`,
  );
  return rows.map(({ address }) => address);
};

/** What a worker tries in an outage that takes every other call and answers none, until it gives up. */
async function tryInOutage(player: Awaited<ReturnType<typeof playing>>, count: number) {
  const sender = await makeSender(db);
  await invitePeople(db, sender, count);
  player.setFault((call) => (call % 2 === 0 ? "silent-after" : "silent"));
  const once = { backoffSeconds: 1_000, longestBackoffSeconds: 1_000 };
  const worker = working(player, { ...hurried, ...once, requestSeconds: 0.2, batchSize: 10, lanes: 4 });
  await expect.poll(pausesNow, { timeout: 10_000 }).toEqual([{ provider: "resend", reason: "outage" }]);
  await worker.stop();
  player.setFault(undefined);
  const [tried] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from messages where org_id = ${sender.orgId} and first_attempt_at is not null`);
  return { orgId: sender.orgId, tried: tried?.n ?? 0, taken: player.sent.map(({ to }) => to).sort() };
}

test("an outage longer than the life of the keys: what was tried waits for a person, the rest leaves", async () => {
  const player = await playing();
  const { orgId, tried, taken } = await tryInOutage(player, 100);
  await waitHours(orgId, 23);
  working(player, { ...hurried, batchSize: 10, lanes: 2 });
  await drained(db, orgId, 30);
  expect(tried).toBeGreaterThan(taken.length);
  expect(await statesOf(db, orgId)).toEqual({ uncertain: tried, sent: 100 - tried });
  expect(player.sent).toHaveLength(taken.length + 100 - tried);
  expect(new Set(player.sent.map(({ to }) => to)).size).toBe(player.sent.length);
});

test("what nobody could tell of is looked for among all that the provider took: what is there settles, only the rest waits", async () => {
  const player = await playing();
  const { orgId, tried, taken } = await tryInOutage(player, 250);
  await waitHours(orgId, 23);
  const worker = working(player, { ...hurried, batchSize: 10, lanes: 2 });
  await drained(db, orgId, 30);
  await worker.stop();
  const uncertain = await addressesIn(orgId, "uncertain");
  const lost = uncertain.filter((address) => !taken.includes(address));
  expect(taken.length).toBeGreaterThan(0);
  expect(lost.length).toBeGreaterThan(0);
  const [model] = player.sent;
  if (model) player.sent.push({ ...model, id: newId(), to: lost[0] ?? "", tags: [] });
  const calls = player.counts.calls;
  await waitHours(orgId, 1);
  player.setAskFault((call) => (call === 2 ? "rate" : null));
  working(player, { reconcileSeconds: 0.2, askSeconds: 0 });
  working(player, { reconcileSeconds: 0.2, askSeconds: 0 });
  await expect.poll(() => addressesIn(orgId, "uncertain"), { timeout: 10_000 }).toEqual(lost);
  await pause(600);
  expect(await addressesIn(orgId, "uncertain")).toEqual(lost);
  expect(await statesOf(db, orgId)).toEqual({ uncertain: lost.length, sent: 250 - lost.length });
  expect(tried).toBe(lost.length + taken.length);
  const ids = new Map(player.sent.map(({ to, id }) => [to, id]));
  const rows = await db.execute<{ address: string; providerId: string }>(sql`
    select address, provider_id as "providerId" from messages where org_id = ${orgId} and state = 'sent'`);
  for (const { address, providerId } of rows) expect(providerId).toBe(ids.get(address));
  expect(player.counts.calls).toBe(calls);
  expect(player.counts.asked).toBeLessThan(2 * taken.length + 20);
});

test("while all is well a worker writes down so every few seconds, however many calls it makes", async () => {
  const player = await playing();
  const sender = await makeSender(db);
  await db.execute(sql`create table health_writes (n int)`);
  await db.execute(sql`
    create function count_health() returns trigger language plpgsql as
      'begin insert into health_writes values (1); return new; end'`);
  await db.execute(sql`
    create trigger health_written after insert or update on channel_health
      for each row execute function count_health()`);
  await invitePeople(db, sender, 400);
  working(player, { batchSize: 2, healthSeconds: 60 });
  await drained(db, sender.orgId, 30);
  const [writes] = await db.execute<{ n: number }>(sql`select count(*)::int as n from health_writes`);
  expect(player.counts.calls).toBeGreaterThanOrEqual(200);
  expect(writes?.n).toBeLessThanOrEqual(2);
});
