import { z } from "zod";
import type { Asker } from "./reconcile";
import { twilioVerdict } from "./webhooks/twilio-events";

type Account = { accountSid: string; authToken: string; baseUrl?: string };

const Message = z.object({ status: z.string(), error_code: z.union([z.number(), z.string()]).nullish() });

/** Asks Twilio what became of a text message. Source: twilio.com/docs/messaging/api/message-resource#fetch. */
export function twilioAsker({ accountSid, authToken, baseUrl = "https://api.twilio.com" }: Account): Asker {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
  return {
    provider: "twilio",
    ask: async (providerId, signal) => {
      const path = `/2010-04-01/Accounts/${accountSid}/Messages/${encodeURIComponent(providerId)}.json`;
      const answer = await fetch(new URL(path, baseUrl), { headers: { authorization }, signal });
      if (!answer.ok) return answer.status === 404 ? null : "later";
      const { data } = Message.safeParse(await answer.json());
      return data ? twilioVerdict(data.status, data.error_code ? String(data.error_code) : null) : null;
    },
  };
}
