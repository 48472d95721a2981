import { type GetEmailResponseSuccess, Resend } from "resend";
import type { Asker, Verdict } from "./reconcile";
import { resendVerdict, tagged } from "./webhooks/resend-events";

const MOST_LISTED = 100;

/** Resend says of a bounce only that there was one, and means for good. */
function verdictOf({ last_event: event }: GetEmailResponseSuccess): Verdict | null {
  if (event === "bounced")
    return { state: "bounced", detail: "the mail server rejected the address", suppression: "bounced" };
  return resendVerdict(event === "opened" || event === "clicked" ? "delivered" : event);
}

/** Asks Resend what became of a mail, and looks through what it took: by what a mail is tagged with it is known again. */
export function resendAsker({ apiKey, baseUrl }: { apiKey: string; baseUrl?: string }): Asker {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : undefined);
  const read = async (providerId: string, signal: AbortSignal) => {
    const { data, error } = await resend.emails.get(providerId, { signal });
    if (error) return error.statusCode === 404 ? null : "later";
    return data;
  };
  return {
    provider: "resend",
    ask: async (providerId, signal) => {
      const mail = await read(providerId, signal);
      return mail && mail !== "later" ? verdictOf(mail) : mail;
    },
    search: {
      list: async (after, signal) => {
        const from = after ? { after } : {};
        const { data, error } = await resend.emails.list({ limit: MOST_LISTED, ...from }, { signal });
        if (error) return "later";
        const taken = data.data.map(({ id, to, created_at }) => ({
          providerId: id,
          address: to[0] ?? "",
          at: new Date(created_at),
        }));
        return { taken, hasMore: data.has_more };
      },
      read: async (providerId, signal) => {
        const mail = await read(providerId, signal);
        if (mail === "later" || !mail) return mail;
        const { messageId } = tagged(mail.tags);
        return { messageId, verdict: verdictOf(mail) ?? { state: "sent", detail: null, suppression: null } };
      },
    },
  };
}
