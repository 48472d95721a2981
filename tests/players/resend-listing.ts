import type { Sent } from "./resend";
import { type Refusal, refusal } from "./resend-rules";

/** A mail as lists show it: neither what it says nor how it is tagged. */
export const shown = ({ id, to, from, subject, fate, at }: Sent) => ({
  id,
  to: [to],
  from,
  subject,
  created_at: new Date(at).toISOString(),
  last_event: fate,
});

/**
 * A page of what was sent, the newest first: 20 at a time or as many as asked for, up to 100, those behind or before
 * one of them. Source: resend.com/docs/api-reference/emails/list-emails.
 */
export function listMails(query: URLSearchParams, sent: readonly Sent[]) {
  const limit = Number(query.get("limit") ?? 20);
  const [after, before] = [query.get("after"), query.get("before")];
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return wrong("The limit is between 1 and 100.");
  if (after && before) return wrong("Only one of `after` and `before` is allowed.");
  const all = sent.toReversed();
  const place = all.findIndex(({ id }) => id === (after ?? before));
  if ((after || before) && place < 0) return wrong("The cursor is unknown.");
  const rest = before ? all.slice(0, place) : all.slice(place + 1);
  const page = before ? rest.slice(-limit) : rest.slice(0, limit);
  return { object: "list", has_more: rest.length > page.length, data: page.map(shown) };
}

const wrong = (words: string): Refusal => refusal("validation_error", words);
