import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { askedToWait } from "@/lib/domain/delivery-words";
import { openTestDatabase } from "../database";
import type { SmtpFault } from "../players/smtp";
import { answer } from "../players/smtp-rules";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, statesOf, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, playingSmtp, working } = useRig(db, url);

const MAIL = { MAIL_FROM: "invites@foyer.example" };
const through = (player: { url: string }) => ({ ...MAIL, SMTP_URL: player.url });

const rowsIn = async (orgId: string, state: string) => [
  ...(await db.execute<{
    id: string;
    address: string;
    attempts: number;
    provider: string;
    error: string;
  }>(sql`
    select id, address, attempts, provider, error from messages where org_id = ${orgId} and state = ${state} order by id`)),
];

test("a server that wants a login takes each message once, whole, under an id that is ours", async () => {
  const player = await playingSmtp({ user: "ada@foyer", pass: "p:w %", mostPerLine: 7 });
  const sender = await makeSender(db);
  const note = `.a line that begins with a dot\n..and one with two\n${"A long line of its own. ".repeat(20)}\nZażółć “gęślą”`;
  const messages = await invitePeople(db, sender, 50, (message) => ({
    ...message,
    values: { ...message.values, note, inviterName: "Łukasz Żółć" },
  }));
  working(undefined, {}, through(player));
  await drained(db, sender.orgId, 30);
  expect(await statesOf(db, sender.orgId)).toEqual({ sent: 50 });
  expect(player.taken.map(({ to }) => to).sort()).toEqual(messages.map(({ address }) => address).sort());
  expect(player.counts.logins).toBe(player.counts.connections);
  const [first] = messages;
  const mail = player.taken.find(({ to }) => to === first?.address);
  expect(mail?.from).toBe("invites@foyer.example");
  expect(mail?.headers).toMatchObject({
    "message-id": `<${first?.id}@foyer.example>`,
    to: first?.address,
    "reply-to": "ada@northwind.example",
    "list-unsubscribe": expect.stringMatching(/^<http:\/\/localhost:3000\/stop\/\S+>$/),
    "list-unsubscribe-post": "List-Unsubscribe=One-Click",
  });
  expect(mail?.headers["content-type"]).toContain("multipart/alternative");
  expect(mail?.body).toContain("begins with a dot");
  const lines = player.counts.connections;
  expect(lines).toBeGreaterThanOrEqual(Math.ceil(50 / 7));
  expect(lines).toBeLessThan(25);
});

test("what the server certainly has not taken is tried again, each person gets one message", async () => {
  const later = answer(451, "4.3.0 Not now");
  const faults: (SmtpFault | null)[] = [
    { at: "mail", answer: answer(421, "4.3.2 Going away") },
    { at: "rcpt", answer: answer(450, "4.2.0 Greylisted") },
    { at: "data", answer: later },
    { at: "end", answer: later },
    "drop-before-data",
    "silent-before-data",
    "slow",
  ];
  const player = await playingSmtp({ slowMs: 200, fault: (message) => faults[message % 12] ?? null });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 100);
  working(undefined, { lanes: 2 }, through(player));
  await drained(db, sender.orgId, 60);
  expect(await statesOf(db, sender.orgId)).toEqual({ sent: 100 });
  expect(player.taken.map(({ to }) => to).sort()).toEqual(messages.map(({ address }) => address).sort());
  expect(player.counts.messages).toBeGreaterThan(130);
});

test("what the server may have taken waits for a person, and no machine sends it again", async () => {
  const faults: (SmtpFault | null)[] = [
    "drop-after-data",
    "drop-after-taking",
    "silent-after-taking",
    "drop-in-data",
  ];
  const player = await playingSmtp({
    fault: (message) => (message % 10 < 4 ? (faults[message % 10] ?? null) : null),
  });
  const sender = await makeSender(db);
  await invitePeople(db, sender, 60);
  working(undefined, { lanes: 2, outageAfter: 10 }, through(player));
  await drained(db, sender.orgId, 60);
  const states = await statesOf(db, sender.orgId);
  expect(states).toEqual({ sent: 60 - (states.uncertain ?? 0), uncertain: expect.any(Number) });
  expect(states.uncertain).toBeGreaterThan(15);
  const taken = player.taken.map(({ to }) => to);
  expect(new Set(taken).size).toBe(taken.length);
  for (const { provider, error } of await rowsIn(sender.orgId, "uncertain")) {
    expect(provider).toBe("smtp");
    expect(error).toBe("The mail server gave no answer after it was handed the message.");
  }
  const known = new Set((await rowsIn(sender.orgId, "sent")).map(({ address }) => address));
  for (const address of known) expect(taken).toContain(address);
});

test("refused recipients and messages fail alone, with the server's reason; who does not exist has bounced and is blocked", async () => {
  const full = (message: number): SmtpFault | null =>
    message === 5 ? { at: "end", answer: answer(552, "5.2.2 Mailbox is full") } : null;
  const player = await playingSmtp({
    fault: full,
    recipient: (to) => (to.startsWith("person-3-") ? answer(550, "5.1.1 No such person") : null),
  });
  const sender = await makeSender(db);
  await invitePeople(db, sender, 20);
  working(undefined, { lanes: 1 }, through(player));
  await drained(db, sender.orgId, 30);
  expect(await statesOf(db, sender.orgId)).toEqual({ sent: 18, failed: 1, bounced: 1 });
  expect(await rowsIn(sender.orgId, "failed")).toMatchObject([{ error: "Mailbox is full" }]);
  expect(await rowsIn(sender.orgId, "bounced")).toMatchObject([{ error: "No such person" }]);
  const blocked = await db.execute(
    sql`select reason, detail from suppressions where org_id = ${sender.orgId}`,
  );
  expect([...blocked]).toEqual([{ reason: "bounced", detail: "No such person" }]);
});

test("a server that never takes a message is asked a hundred times, then the message has failed", async () => {
  const player = await playingSmtp({ recipient: () => answer(450, "4.2.2 Mailbox is full") });
  const sender = await makeSender(db);
  await invitePeople(db, sender, 1);
  working(
    undefined,
    { lanes: 1, backoffSeconds: 0.001, longestBackoffSeconds: 0.001, pollSeconds: 0.01 },
    through(player),
  );
  await drained(db, sender.orgId, 60);
  const failed = { attempts: 100, error: askedToWait("Mailbox is full") };
  expect(await rowsIn(sender.orgId, "failed")).toMatchObject([failed]);
});

test("a rejected login pauses the channel as settings, and nothing is lost", async () => {
  const player = await playingSmtp({ user: "ada", pass: "right" });
  const sender = await makeSender(db);
  await invitePeople(db, sender, 10);
  const wrong = { ...MAIL, SMTP_URL: player.url.replace("right", "wrong") };
  const mistaken = working(undefined, {}, wrong);
  const paused = sql`select reason from channel_pauses where provider = 'smtp'`;
  await expect.poll(async () => [...(await db.execute(paused))]).toEqual([{ reason: "settings" }]);
  await mistaken.stop();
  expect(await statesOf(db, sender.orgId)).toEqual({ queued: 10 });
  await db.execute(sql`update channel_pauses set until = now()`);
  working(undefined, {}, through(player));
  await drained(db, sender.orgId, 30);
  expect(player.taken).toHaveLength(10);
});

test("while the first channel's quota is used up the next takes what is new, and what was tried stays", async () => {
  let isOver = false;
  const resend = await playing({
    retryAfterSeconds: 0.2,
    fault: (call) => (call === 1 ? "silent-after" : isOver ? null : "quota"),
  });
  const smtp = await playingSmtp();
  const sender = await makeSender(db);
  const early = await invitePeople(db, sender, 5);
  working(resend, { batchSize: 5, lanes: 1, quotaSeconds: 0 }, through(smtp));
  await expect.poll(() => resend.counts.calls, { timeout: 5_000 }).toBeGreaterThan(1);
  const late = await invitePeople(db, sender, 40);
  await expect.poll(() => statesOf(db, sender.orgId), { timeout: 20_000 }).toEqual({ sent: 40, queued: 5 });
  expect(smtp.taken).toHaveLength(40);
  isOver = true;
  await drained(db, sender.orgId, 30);
  expect(resend.sent.map(({ to }) => to).sort()).toEqual(early.map(({ address }) => address).sort());
  expect(smtp.taken.map(({ to }) => to).sort()).toEqual(late.map(({ address }) => address).sort());
  expect(resend.counts.replays).toBe(1);
});

test("the first channel takes everything while it is well", async () => {
  const resend = await playing();
  const smtp = await playingSmtp();
  const sender = await makeSender(db);
  await invitePeople(db, sender, 200);
  working(resend, { batchSize: 5 }, { ...through(smtp), MAIL_ORDER: "resend,smtp" });
  await drained(db, sender.orgId, 30);
  expect([resend.sent.length, smtp.taken.length]).toEqual([200, 0]);
});
