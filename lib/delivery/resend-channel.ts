import { Resend } from "resend";
import { CERTAIN_HOURS } from "@/db/queries/outbox";
import type { Channel, Envelope, Outcome } from "./channel";
import { classifyFailure, restSeconds } from "./classify";

const mailOf = ({ from, to, replyTo, subject, html, text }: Envelope) => ({
  from,
  to,
  ...(replyTo && { replyTo }),
  subject,
  html,
  text,
});

/** Sends e-mail through Resend: up to 100 messages a call, each call under its idempotency key. */
export function resendChannel({ apiKey, baseUrl }: { apiKey: string; baseUrl?: string }): Channel {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : undefined);
  const call = async (messages: Envelope[], options: { idempotencyKey: string; signal: AbortSignal }) => {
    const [only] = messages;
    if (only && messages.length === 1) {
      const { data, error, headers } = await resend.emails.send(mailOf(only), options);
      return { ids: data ? [data.id] : undefined, error, headers };
    }
    const { data, error, headers } = await resend.batch.send(messages.map(mailOf), options);
    return { ids: data?.data.map(({ id }) => id), error, headers };
  };
  return {
    name: "resend",
    handles: ["email"],
    certainHours: CERTAIN_HOURS,
    send: async ({ key, messages }, signal): Promise<Outcome> => {
      try {
        const { ids, error, headers } = await call(messages, { idempotencyKey: key, signal });
        if (error) return classifyFailure(error, headers);
        if (ids?.length !== messages.length)
          return { kind: "unknown", error: "The mail service gave no clear answer." };
        return { kind: "accepted", ids, state: "sent", restSeconds: restSeconds(headers) };
      } catch {
        return { kind: "unknown", error: "The mail service did not answer in time." };
      }
    },
  };
}
