import { createHmac, randomUUID } from "node:crypto";
import type { Sent } from "./resend";

export const WEBHOOK_SECRET = `whsec_${Buffer.from("a webhook secret of the player").toString("base64")}`;

/** What Resend says about a mail, and how a bounce is described. */
export type Said = {
  type: string;
  bounce?: { type: string; subType: string; message: string };
  failed?: { reason: string };
};

export type Webhook = { headers: Record<string, string>; body: string };

/** Signs a body as Svix does: id, time and body, one signature for each secret. */
export function signWebhook(
  body: string,
  { id = `msg_${randomUUID()}`, at = new Date(), secrets = [WEBHOOK_SECRET] } = {},
): Webhook {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  const headers = { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": signatures.join(" ") };
  return { headers: { "content-type": "application/json", ...headers }, body };
}

/** The body of the event that Resend sends about a mail: its tags come as an object. */
export function eventBody(mail: Pick<Sent, "id" | "to" | "from" | "subject" | "tags">, said: Said): string {
  const { type, ...about } = said;
  const createdAt = new Date().toISOString();
  return JSON.stringify({
    type: `email.${type}`,
    created_at: createdAt,
    data: {
      email_id: mail.id,
      message_id: `<${mail.id}@player>`,
      created_at: createdAt,
      from: mail.from,
      to: [mail.to],
      subject: mail.subject,
      tags: Object.fromEntries((mail.tags ?? []).map(({ name, value }) => [name, value])),
      ...about,
    },
  });
}
