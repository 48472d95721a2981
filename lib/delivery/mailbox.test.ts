import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { INSTALLATION, newId } from "@/lib/domain/id";
import { enqueueMessages } from "@/lib/domain/messages";
import { openTestDatabase } from "@/tests/database";
import { invitePeople, makeSender, rigKeys } from "@/tests/faults/outbox-people";
import { rigEnv } from "@/tests/faults/outbox-rig";
import { configuredWays, isMailboxOpen } from "./channels";
import { watchHealth } from "./health";
import { runOnce } from "./lane";
import { cursorOf, readMailbox, readMailboxMessage } from "./mailbox";
import { mailboxChannel } from "./mailbox-channel";
import { defaults } from "./tunables";

const { db, url } = await openTestDatabase();
const env = rigEnv(url);
const mailbox = { db, keys: rigKeys, env };
const withResend = { ...mailbox, env: rigEnv(url, { url: "http://127.0.0.1:9", apiKey: "re_test_key" }) };
const smtp = { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "invites@foyer.example" };
const ids: string[] = [];

beforeAll(async () => {
  const sender = await makeSender(db);
  const to = async (address: string, channel: "email" | "sms") => {
    const [message] = await invitePeople(db, sender, 1, (one) => ({ ...one, address, channel }));
    if (!message) throw new Error("one message was written");
    return message;
  };
  const first = await to("ann@acme.example", "email");
  const second = await to("joann@acme.example", "email");
  const resent = { ...first, id: newId(), number: 2 };
  await enqueueMessages(db, sender.orgId, [resent]);
  ids.push(...[first, second, resent, await to("+14155550134", "sms")].map(({ id }) => id));
  await runOnce({
    db,
    channel: mailboxChannel,
    before: { email: [], sms: [] },
    health: watchHealth(db, "mailbox", defaults),
    sender: { appUrl: env.APP_URL, keys: rigKeys, mailFrom: null },
    codes: "none",
    looked: { at: 0 },
    tunables: defaults,
    abort: new AbortController().signal,
    onBacklog: () => {},
  });
});

const found = async (asked: { to?: string; before?: string; limit?: number }) =>
  (await readMailbox(mailbox, { limit: 50, ...asked }))?.map(({ id }) => id);

test("shows messages newest first, a page at a time", async () => {
  expect(await found({})).toEqual(ids.toReversed());
  expect(await found({ limit: 2 })).toEqual([ids[3], ids[2]]);
  const [, second] = (await readMailbox(mailbox, { limit: 2 })) ?? [];
  if (!second) throw new Error("two messages were found");
  expect(await found({ limit: 2, before: cursorOf(second) })).toEqual([ids[1], ids[0]]);
  expect(await found({ before: "not a cursor" })).toHaveLength(4);
});

test("tells each message's time by the clock of the organization that sent it", async () => {
  await db.execute(sql`/* every organization */ update organizations set time_zone = 'America/New_York'`);
  const zones = (await readMailbox(mailbox, { limit: 50 }))?.map(({ timeZone }) => timeZone);
  expect(new Set(zones)).toEqual(new Set(["America/New_York"]));
});

test("finds a recipient by whole address exactly, by a part loosely", async () => {
  expect(await found({ to: " Ann@ACME.example " })).toEqual([ids[2], ids[0]]);
  expect(await found({ to: "ann@" })).toEqual([ids[2], ids[1], ids[0]]);
  expect(await found({ to: "+1 415 555 0134" })).toEqual([ids[3]]);
  expect(await found({ to: " 14155550134" })).toEqual([ids[3]]);
  expect(await found({ to: "nobody@acme.example" })).toEqual([]);
  expect(await found({ to: "%" })).toEqual([]);
});

test.each(["\0", "kim@acme.example\0"])("finds nobody by %j, which no address holds", async (to) => {
  expect(await found({ to })).toEqual([]);
});

test("shows each message as its recipient would see it", async () => {
  const email = await readMailboxMessage(mailbox, ids[0] ?? "");
  expect(email).toMatchObject({
    to: "ann@acme.example",
    subject: "Ada Lovelace invited you to Northwind Advisory",
  });
  expect(email?.html).toContain("http://localhost:3000/invite/");
  const sms = await readMailboxMessage(mailbox, ids[3] ?? "");
  expect(sms).toMatchObject({ toWords: "+1 415 555 0134", subject: null, html: null });
  expect(sms?.text).toMatch(/http:\/\/localhost:3000\/i\/\S{44} .*Ref \w{8}$/);
});

test("hides what it did not deliver, and everything while a real channel is set up", async () => {
  await db.execute(sql`update messages set provider = 'resend' where org_id is not null and id = ${ids[1]}`);
  expect(await readMailboxMessage(mailbox, ids[1] ?? "")).toBeNull();
  expect(await found({ to: "joann@acme.example" })).toEqual([]);
  expect(await readMailboxMessage(mailbox, "nonsense")).toBeNull();
  expect(await readMailbox(withResend, { limit: 10 })).toBeNull();
  expect(await readMailboxMessage(withResend, ids[0] ?? "")).toBeNull();
});

test("shows codes to sign in with too, which no organization sends, by the first organization's clock", async () => {
  await db.execute(sql`update messages set org_id = ${INSTALLATION}, invitation_id = null, contact_id = null
    where org_id is not null and id = ${ids[3]}`);
  expect(await found({ to: "+14155550134" })).toEqual([ids[3]]);
  expect(await readMailboxMessage(mailbox, ids[3] ?? "")).toMatchObject({ timeZone: "America/New_York" });
});

test("is open only while nothing leads out", () => {
  expect([isMailboxOpen(env), isMailboxOpen(withResend.env)]).toEqual([true, false]);
  expect(isMailboxOpen(rigEnv(url, undefined, smtp))).toBe(false);
  const withTwilio = {
    ...env,
    TWILIO_ACCOUNT_SID: "AC",
    TWILIO_AUTH_TOKEN: "x",
    TWILIO_FROM: "+14155550134",
  };
  expect(configuredWays(withTwilio)).toEqual([{ name: "twilio", handles: ["sms"] }]);
  expect(configuredWays({ ...withTwilio, SMS_DAILY_LIMIT: 0 })).toEqual([]);
  expect(isMailboxOpen(withTwilio)).toBe(false);
});
