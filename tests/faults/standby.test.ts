import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { pauseByHand, pauseChannel } from "@/db/queries/channel-pauses";
import { reserveMessage } from "@/db/queries/test-messages";
import { openTestDatabase } from "../database";
import { answer } from "../players/smtp-rules";
import { askForCode, invitePeople, makeSender } from "./outbox-people";
import { drained, statesOf, useRig } from "./outbox-rig";
import { twilioVariables } from "./sms-rig";

const { db, url } = await openTestDatabase();
const { playing, playingSmtp, playingTwilio, working } = useRig(db, url);

/** Five minutes of silence are a fifth of a second. */
const asking = { checkSeconds: 0.2 };
const MAIL_FROM = "invites@foyer.example";

const pausesNow = async () => [
  ...(await db.execute<{ provider: string; reason: string }>(
    sql`select provider, reason from channel_pauses order by provider`,
  )),
];

const soon = { timeout: 10_000 };

test("of a standby that is gone, and that is back, is known without any message", async () => {
  const resend = await playing();
  const gone = await playingSmtp();
  await gone.stop();
  working(resend, asking, { SMTP_URL: gone.url, MAIL_FROM });
  await expect.poll(pausesNow, soon).toEqual([{ provider: "smtp", reason: "outage" }]);
  const sender = await makeSender(db);
  await invitePeople(db, sender, 20);
  await drained(db, sender.orgId, 20);
  expect(resend.sent).toHaveLength(20);
  const smtp = await playingSmtp({ port: gone.port });
  await expect.poll(pausesNow, soon).toEqual([]);
  expect(smtp.counts).toMatchObject({ messages: 0, refused: 0 });
});

test.each(["resend", "twilio"] as const)(
  "an outage of %s that nothing waits for ends with an answer to a question, also to a key that may only send",
  async (name) => {
    const player = { resend: playing, twilio: playingTwilio }[name];
    const gone = await player();
    await gone.stop();
    const isMail = name === "resend";
    const variables = isMail ? {} : twilioVariables(gone as Awaited<ReturnType<typeof playingTwilio>>);
    working(isMail ? (gone as Awaited<ReturnType<typeof playing>>) : undefined, asking, variables);
    await expect.poll(pausesNow, soon).toEqual([{ provider: name, reason: "outage" }]);
    const back = await player({ port: Number(new URL(gone.url).port) });
    await expect.poll(pausesNow, soon).toEqual([]);
    expect(back.counts).toMatchObject({ calls: 0, faults: 0 });
  },
);

test("a standby whose password is wrong says so before anybody needs it", async () => {
  const resend = await playing();
  const smtp = await playingSmtp({ user: "ada", pass: "right" });
  working(resend, asking, { SMTP_URL: smtp.url.replace("right", "wrong"), MAIL_FROM });
  await expect.poll(pausesNow, soon).toEqual([{ provider: "smtp", reason: "settings" }]);
});

test("a quota is not back because the service answers: only a message tells", async () => {
  const player = await playing();
  await pauseChannel(db, { provider: "resend", seconds: 0, reason: "quota" });
  working(player, asking);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await pausesNow()).toEqual([{ provider: "resend", reason: "quota" }]);
  expect(player.counts.asked).toBe(0);
});

test("while what was tried waits, no question ends the outage that it found", async () => {
  const player = await playing({ fault: () => "reset" });
  const sender = await makeSender(db);
  await invitePeople(db, sender, 3);
  working(player, { ...asking, backoffSeconds: 60, longestBackoffSeconds: 60, batchSize: 1 });
  await expect.poll(pausesNow, soon).toEqual([{ provider: "resend", reason: "outage" }]);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await pausesNow()).toEqual([{ provider: "resend", reason: "outage" }]);
  expect(player.counts.asked).toBe(0);
});

test("a message for one way goes by no other, however well that is", async () => {
  const resend = await playing();
  const gone = await playingSmtp();
  await gone.stop();
  const sender = await makeSender(db);
  const [message] = await invitePeople(db, sender, 1, (one) => ({ ...one, holdSeconds: 1 }));
  const id = message?.id ?? "";
  await reserveMessage(db, { orgId: sender.orgId, id, provider: "smtp" });
  working(resend, {}, { SMTP_URL: gone.url, MAIL_FROM });
  await expect.poll(pausesNow, soon).toEqual([{ provider: "smtp", reason: "outage" }]);
  const smtp = await playingSmtp({ port: gone.port });
  await drained(db, sender.orgId, 20);
  expect(smtp.taken.map(({ to }) => to)).toEqual([message?.address]);
  expect(resend.sent).toEqual([]);
});

test("a message for one way that its server wants later goes there later, and by no other meanwhile", async () => {
  const resend = await playing();
  const later = answer(451, "4.7.1 Greylisted");
  const smtp = await playingSmtp({ fault: (call) => (call < 2 ? { at: "rcpt", answer: later } : null) });
  const sender = await makeSender(db);
  const [message] = await invitePeople(db, sender, 1, (one) => ({ ...one, holdSeconds: 1 }));
  const id = message?.id ?? "";
  await reserveMessage(db, { orgId: sender.orgId, id, provider: "smtp" });
  working(resend, {}, { SMTP_URL: smtp.url, MAIL_FROM });
  await drained(db, sender.orgId, 20);
  expect(await statesOf(db, sender.orgId)).toEqual({ sent: 1 });
  expect(smtp.taken.map(({ to }) => to)).toEqual([message?.address]);
  expect(resend.sent).toEqual([]);
});

test("a code does not wait behind the question whether its service answers", async () => {
  const player = await playing();
  player.setAskFault(() => "silent");
  working(player, { ...asking, lanes: 2, requestSeconds: 10 });
  await expect.poll(() => player.counts.asked, soon).toBeGreaterThanOrEqual(2);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await askForCode(db, "kim@client.example");
  await expect
    .poll(() => player.sent.map(({ to }) => to), { timeout: 2_000 })
    .toEqual(["kim@client.example"]);
});

test("nobody asks a service that a person paused", async () => {
  const player = await playing();
  await pauseByHand(db, ["resend"]);
  working(player, asking);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(player.counts.asked).toBe(0);
});
