import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { openTestDatabase } from "@/tests/database";
import { invitePeople, makeSender } from "@/tests/faults/outbox-people";
import { signWebhook, WEBHOOK_SECRET } from "@/tests/players/resend-webhooks";
import {
  bodyAbout,
  type Known,
  markSent,
  resendRequest,
  twilioRequest,
  webhookEnv,
} from "@/tests/webhook-rig";
import { receiveResend, receiveTwilio } from "./receive";

const { db } = await openTestDatabase();
const sender = await makeSender(db);
const { orgId } = sender;
const portal = { db, env: webhookEnv() };
let mail: Known;
let text: Known;

beforeEach(async () => {
  const [email, sms] = await invitePeople(db, sender, 2, (message, i) =>
    i === 1 ? { ...message, channel: "sms" } : message,
  );
  if (!email || !sms) throw new Error("nobody was invited");
  [mail, text] = (
    await Promise.all([markSent(db, orgId, [email]), markSent(db, orgId, [sms], "twilio")])
  ).map(([known]) => known) as [Known, Known];
});

const stateOf = async ({ id }: Known) => {
  const [row] = await db.execute<{ state: string; error: string | null; events: number }>(sql`
    select m.state, m.error, (select count(*)::int from delivery_events e
      where e.org_id = m.org_id and e.message_id = m.id) as events
    from messages m where m.org_id = ${orgId} and m.id = ${id}`);
  return row;
};

const untouched = { state: "sent", error: null, events: 0 };
const delivered = { type: "delivered" };
const other = `whsec_${Buffer.from("somebody else's webhook secret").toString("base64")}`;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** A genuine request with something about it changed. */
function forged(change: (headers: Headers, body: string) => string | undefined): Request {
  const { headers, body } = signWebhook(bodyAbout(mail, delivered));
  const changed = new Headers(headers);
  const newBody = change(changed, body);
  return new Request("http://inside/api/webhooks/resend", {
    method: "POST",
    headers: changed,
    body: newBody ?? body,
  });
}

const without = (name: string) => () => forged((headers) => void headers.delete(name));
const withHeader = (name: string, value: (old: string) => string) => () =>
  forged((headers) => headers.set(name, value(headers.get(name) ?? "")) as undefined);

const resendForgeries: [string, () => Request][] = [
  ["no id", without("svix-id")],
  ["no time", without("svix-timestamp")],
  ["no signature", without("svix-signature")],
  ["another id", withHeader("svix-id", () => "msg_another")],
  ["another time", withHeader("svix-timestamp", (time) => String(Number(time) - 1))],
  ["a time that is no number", withHeader("svix-timestamp", (time) => `${time}.0`)],
  ["a signature of another version", withHeader("svix-signature", (one) => one.replace("v1,", "v2,"))],
  ["a signature cut short", withHeader("svix-signature", (one) => one.slice(0, 20))],
  ["a changed body", () => forged((_, body) => body.replace("delivered", "complained"))],
  ["one blank more in the body", () => forged((_, body) => `${body} `)],
  ["an empty body", () => forged(() => "")],
  ["a secret of somebody else", () => resendRequest(mail, delivered, { secrets: [other] })],
  ["six minutes old", () => resendRequest(mail, delivered, { at: minutesAgo(6) })],
  ["from the future", () => resendRequest(mail, delivered, { at: minutesAgo(-6) })],
];

test.each(resendForgeries)("Resend's webhook refuses a forgery and changes nothing: %s", async (_, forge) => {
  const answer = await receiveResend(forge(), portal);
  expect([answer.status, await answer.text()]).toEqual([401, ""]);
  expect(await stateOf(mail)).toEqual(untouched);
});

test("without a secret nothing is believed", async () => {
  const env = { ...portal.env, RESEND_WEBHOOK_SECRET: undefined, TWILIO_AUTH_TOKEN: undefined };
  expect((await receiveResend(resendRequest(mail, delivered), { db, env })).status).toBe(401);
  expect((await receiveTwilio(twilioRequest(text, "delivered"), { db, env })).status).toBe(401);
  expect([await stateOf(mail), await stateOf(text)]).toEqual([untouched, untouched]);
});

const twilioForgeries: [string, () => Request][] = [
  ["no signature", () => twilioRequest(text, "delivered", { changed: { signature: "" } })],
  ["nonsense as signature", () => twilioRequest(text, "delivered", { changed: { signature: "AAAA" } })],
  ["a token of somebody else", () => twilioRequest(text, "delivered", { token: "another token" })],
  ["an empty token", () => twilioRequest(text, "delivered", { token: " " })],
  ["another status", () => twilioRequest(text, "sent", { changed: { form: "MessageStatus=delivered" } })],
  ["no form", () => twilioRequest(text, "delivered", { changed: { form: "" } })],
  ["a field more", () => twilioRequest(text, "delivered", { changed: { form: form("&ErrorCode=21610") } })],
  ["a field less", () => twilioRequest(text, "delivered", { changed: { form: form("", "AccountSid") } })],
  ["another message", () => twilioRequest(text, "delivered", { changed: { search: `?message=${mail.id}` } })],
  ["a parameter more", () => twilioRequest(text, "delivered", { changed: { search: searchOf("&x=1") } })],
];

const searchOf = (more: string) => `?message=${orgId}.${text.id}${more}`;

function form(more: string, without = ""): string {
  const fields = new URLSearchParams({
    MessageSid: text.providerId,
    MessageStatus: "delivered",
    To: "+14155550134",
    AccountSid: "AC1",
  });
  fields.delete(without);
  return fields.toString() + more;
}

test.each(twilioForgeries)("Twilio's webhook refuses a forgery and changes nothing: %s", async (_, forge) => {
  const answer = await receiveTwilio(forge(), portal);
  expect([answer.status, await answer.text()]).toEqual([401, ""]);
  expect(await stateOf(text)).toEqual(untouched);
});

test("a genuine event moves the message, its repeat is answered alike and changes nothing", async () => {
  const signing = { id: "msg_once" };
  for (const _ of [1, 2])
    expect((await receiveResend(resendRequest(mail, delivered, signing), portal)).status).toBe(200);
  expect(await stateOf(mail)).toEqual({ state: "delivered", error: null, events: 1 });
  for (const _ of [1, 2])
    expect((await receiveTwilio(twilioRequest(text, "delivered"), portal)).status).toBe(200);
  expect(await stateOf(text)).toEqual({ state: "delivered", error: null, events: 1 });
});

test("while a secret is replaced both are believed, whichever signed, and a request may carry both signatures", async () => {
  const env = webhookEnv({
    RESEND_WEBHOOK_SECRET: `${other}, ${WEBHOOK_SECRET}`,
    TWILIO_AUTH_TOKEN: "a newer token of the same account, whole",
    TWILIO_AUTH_TOKEN_PREVIOUS: "the auth token of the player, whole",
  });
  for (const secrets of [[other], [WEBHOOK_SECRET], [`whsec_${"A".repeat(24)}`, other]])
    expect((await receiveResend(resendRequest(mail, delivered, { secrets }), { db, env })).status).toBe(200);
  expect((await receiveTwilio(twilioRequest(text, "delivered"), { db, env })).status).toBe(200);
  expect(await stateOf(text)).toMatchObject({ state: "delivered" });
});

test("a replay of an old status cannot move a text message back", async () => {
  for (const status of ["delivered", "sent", "queued"])
    expect((await receiveTwilio(twilioRequest(text, status), portal)).status).toBe(200);
  expect(await stateOf(text)).toEqual({ state: "delivered", error: null, events: 2 });
});

test("tags may come as a list, and what is signed but means nothing here is answered like everything else", async () => {
  const asList = bodyAbout(mail, delivered).replace(
    /"tags":\{[^}]*\}/,
    `"tags":[{"name":"organization","value":"${orgId}"},{"name":"message","value":"${mail.id}"}]`,
  );
  const post = (body: string) =>
    receiveResend(new Request("http://inside/x", { method: "POST", ...signWebhook(body) }), portal);
  for (const body of ["", "no JSON", "{}", '{"type":"contact.created"}', '{"type":"email.opened"}'])
    expect((await post(body)).status).toBe(200);
  expect(await stateOf(mail)).toEqual(untouched);
  expect((await post(asList)).status).toBe(200);
  expect(await stateOf(mail)).toMatchObject({ state: "delivered" });
});

test("a body too long to be an event is not read to its end", async () => {
  const body = "x".repeat(300 * 1024);
  const request = () => new Request("http://inside/api/webhooks/resend", { method: "POST", body });
  expect((await receiveResend(request(), portal)).status).toBe(413);
  expect((await receiveTwilio(request(), portal)).status).toBe(413);
});
