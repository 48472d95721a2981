import { z } from "zod";
import type { DeliveryEvent } from "@/db/queries/delivery-events";

type Verdict = Pick<DeliveryEvent, "state" | "detail" | "suppression">;

const tagsAsList = z.array(z.object({ name: z.string(), value: z.string() }));
const tagsAsObject = z.record(z.string(), z.string());

const Payload = z.object({
  type: z.string(),
  created_at: z.string(),
  data: z.object({
    email_id: z.string(),
    tags: z.union([tagsAsList, tagsAsObject]).optional(),
    bounce: z.object({ type: z.string(), subType: z.string().optional() }).optional(),
    failed: z.object({ reason: z.string() }).optional(),
  }),
});

/** Mail to these will never arrive, whoever sends it. */
const HARD: Record<string, string> = {
  NoEmail: "mailbox does not exist",
  General: "mailbox does not exist",
  Suppressed: "earlier mail to this address came back",
  OnAccountSuppressionList: "earlier mail to this address came back",
};

/** These may work another day, or with another message. */
const SOFT: Record<string, string> = {
  MailboxFull: "mailbox is full",
  MessageTooLarge: "the message is too large for the mailbox",
  ContentRejected: "the mail server rejected what the message says",
  AttachmentRejected: "the mail server rejected what the message says",
};

function bounceOf(bounce: { type: string; subType?: string } | undefined): Verdict {
  const kind = bounce?.subType ?? "";
  if (bounce?.type === "Permanent")
    return { state: "bounced", detail: HARD[kind] ?? "mailbox does not exist", suppression: "bounced" };
  return { state: "bounced", detail: SOFT[kind] ?? "the mail server turned it away", suppression: null };
}

const calm = (state: "sent" | "delivered"): Verdict => ({ state, detail: null, suppression: null });

/** What one of Resend's words for the fate of a mail means; null where it says nothing about arriving. */
export function resendVerdict(
  event: string,
  about: Pick<z.infer<typeof Payload>["data"], "bounce" | "failed"> = {},
): Verdict | null {
  switch (event) {
    case "sent":
    case "delivered":
      return calm(event);
    case "delivery_delayed":
      return { state: "delayed", detail: "the mail server asks to try again later", suppression: null };
    case "bounced":
      return bounceOf(about.bounce);
    case "complained":
      return { state: "complained", detail: "marked as spam", suppression: "complained" };
    case "failed":
      return { state: "failed", detail: failureWords(about.failed?.reason), suppression: null };
    case "suppressed":
      return {
        state: "bounced",
        detail: "earlier mail to this address came back",
        suppression: "bounced",
      };
    default:
      return null;
  }
}

const failureWords = (reason: string | undefined): string =>
  reason?.includes("quota")
    ? "the mail service's quota is used up"
    : "the mail service could not send the email";

/** Whose message a mail is, as it was tagged when it was sent. */
export function tagged(tags: z.infer<typeof tagsAsList> | z.infer<typeof tagsAsObject> | undefined) {
  const named = Array.isArray(tags) ? Object.fromEntries(tags.map(({ name, value }) => [name, value])) : tags;
  return { orgId: named?.organization ?? "", messageId: named?.message ?? "" };
}

/** The event that a proven request of Resend tells; null for those that are about something else. */
export function readResendEvent(eventId: string, body: string): DeliveryEvent | null {
  const parsed = Payload.safeParse(jsonOf(body));
  if (!parsed.success) return null;
  const { type, created_at, data } = parsed.data;
  const verdict = resendVerdict(type.replace(/^email\./, ""), data);
  const at = new Date(created_at);
  if (!verdict || !type.startsWith("email.")) return null;
  return {
    provider: "resend",
    eventId,
    ...tagged(data.tags),
    providerId: data.email_id,
    ...verdict,
    at: Number.isNaN(at.getTime()) ? null : at,
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
