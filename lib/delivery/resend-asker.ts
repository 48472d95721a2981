import { Resend } from "resend";
import type { Asker } from "./reconcile";
import { resendVerdict } from "./webhooks/resend-events";

/** Asks Resend what became of a mail. It says of a bounce only that there was one, and means for good. */
export function resendAsker({ apiKey, baseUrl }: { apiKey: string; baseUrl?: string }): Asker {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : undefined);
  return {
    provider: "resend",
    ask: async (providerId, signal) => {
      const { data, error } = await resend.emails.get(providerId, { signal });
      if (error) return error.statusCode === 404 ? null : "later";
      if (data.last_event === "bounced")
        return { state: "bounced", detail: "the mail server rejected the address", suppression: "bounced" };
      if (data.last_event === "opened" || data.last_event === "clicked") return resendVerdict("delivered");
      return resendVerdict(data.last_event);
    },
  };
}
