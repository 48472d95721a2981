import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { newId } from "@/lib/domain/id";
import type { NewMessage } from "@/lib/domain/messages";
import { type Env, parseEnv } from "@/lib/env";
import { eventBody, type Said, signWebhook, WEBHOOK_SECRET } from "./players/resend-webhooks";

export const TWILIO_TOKEN = "the auth token of the player, whole";

/** What a portal with both providers is set to. */
export function webhookEnv(changed: Record<string, string> = {}): Env {
  const parsed = parseEnv({
    APP_URL: "https://portal.example.com",
    AUTH_SECRET: "a secret for the rig, thirty-two characters and more",
    DATABASE_URL: "postgres://nobody@nowhere/nothing",
    RESEND_API_KEY: "re_test_key",
    RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
    MAIL_FROM: "invites@foyer.example",
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
    TWILIO_AUTH_TOKEN: TWILIO_TOKEN,
    TWILIO_FROM: "+14155550134",
    ...changed,
  });
  if (!parsed.ok) throw new Error(parsed.mistakes.join(" "));
  return parsed.env;
}

export type Known = { orgId: string; id: string; providerId: string; address: string };

/** Marks messages as taken by a provider, each under an id of the provider's. */
export async function markSent(
  db: Database,
  orgId: string,
  messages: NewMessage[],
  provider = "resend",
): Promise<Known[]> {
  const known = messages.map(({ id, address }) => ({ orgId, id, address, providerId: newId() }));
  await db.execute(sql`
    update messages m set state = 'sent', provider = ${provider}, provider_id = k."providerId", attempts = 1,
      first_attempt_at = now(), sent_at = now(), batch_id = m.id, batch_position = 0
    from json_to_recordset(${JSON.stringify(known)}::json) as k(id uuid, "providerId" text)
    where m.org_id = ${orgId} and m.id = k.id`);
  return known;
}

/** The body in which Resend tells of a message of ours. */
export const bodyAbout = ({ orgId, id, providerId, address }: Known, said: Said): string =>
  eventBody(
    {
      id: providerId,
      to: address,
      from: "invites@foyer.example",
      subject: "Ada Lovelace invited you",
      tags: [
        { name: "organization", value: orgId },
        { name: "message", value: id },
      ],
    },
    said,
  );

/** The request in which Resend tells of a message of ours, as it arrives. */
export function resendRequest(
  known: Known,
  said: Said,
  signing?: Parameters<typeof signWebhook>[1],
): Request {
  const { headers, body } = signWebhook(bodyAbout(known, said), signing);
  return new Request("http://inside:3000/api/webhooks/resend", { method: "POST", headers, body });
}

type Signing = {
  token?: string;
  /** What is changed after it was signed. */
  changed?: { search?: string; form?: string; signature?: string };
};

/** A request of Twilio's, signed as Twilio signs. */
function signedRequest(
  fields: Record<string, string>,
  search: string,
  { token = TWILIO_TOKEN, changed = {} }: Signing,
): Request {
  const form = new URLSearchParams(fields);
  const signed = [...form].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => name + value);
  const signature = createHmac("sha1", token)
    .update(`https://portal.example.com/api/webhooks/twilio${search}${signed.join("")}`)
    .digest("base64");
  return new Request(`http://inside:3000/api/webhooks/twilio${changed.search ?? search}`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": changed.signature ?? signature,
    },
    body: changed.form ?? form.toString(),
  });
}

/** The request in which Twilio tells of a message of ours. */
export function twilioRequest(
  { orgId, id, providerId }: Known,
  status: string,
  { code, ...signing }: Signing & { code?: string } = {},
): Request {
  const fields = { MessageSid: providerId, MessageStatus: status, To: "+14155550134", AccountSid: "AC1" };
  return signedRequest({ ...fields, ...(code && { ErrorCode: code }) }, `?message=${orgId}.${id}`, signing);
}

/** The request in which Twilio tells what somebody wrote back. */
export const answerByText = (number: string, words: string, asked?: string, signing: Signing = {}): Request =>
  signedRequest(
    {
      ...{ MessageSid: "SM1", SmsStatus: "received", From: number, To: "+14155550134", Body: words },
      ...(asked && { OptOutType: asked }),
    },
    "",
    signing,
  );
