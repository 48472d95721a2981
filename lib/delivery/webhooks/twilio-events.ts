import type { DeliveryEvent } from "@/db/queries/delivery-events";
import { STOP_ANSWERED } from "@/lib/domain/delivery-words";

type Verdict = Pick<DeliveryEvent, "state" | "detail" | "suppression">;

/** Twilio's error codes about the number itself, twilio.com/docs/api/errors. */
const FAILURES: Record<string, Verdict> = {
  "21610": { state: "failed", detail: STOP_ANSWERED, suppression: "opted_out" },
  "21211": { state: "bounced", detail: "the number does not exist", suppression: "bounced" },
  "21614": { state: "bounced", detail: "the number does not take text messages", suppression: "bounced" },
  "30003": { state: "failed", detail: "number cannot be reached", suppression: null },
  "30004": { state: "failed", detail: "blocked by the recipient", suppression: null },
  "30005": { state: "bounced", detail: "the number does not exist", suppression: "bounced" },
  "30006": { state: "bounced", detail: "the number does not take text messages", suppression: "bounced" },
  "30007": { state: "failed", detail: "blocked by the phone network", suppression: null },
};

/** What Twilio's status of a text message means; null while it is on its way to the phone network. */
export function twilioVerdict(status: string, code: string | null): Verdict | null {
  if (status === "sent" || status === "delivered") return { state: status, detail: null, suppression: null };
  if (status !== "undelivered" && status !== "failed") return null;
  return FAILURES[code ?? ""] ?? { state: "failed", detail: "number cannot be reached", suppression: null };
}

/**
 * The event that a proven form of Twilio tells about the message its address names, `{organization}.{message}`; null
 * for statuses that decide nothing. Twilio numbers no events: message and status together are one.
 */
export function readTwilioEvent(message: string, form: URLSearchParams): DeliveryEvent | null {
  const sid = form.get("MessageSid");
  const status = form.get("MessageStatus") ?? "";
  const verdict = twilioVerdict(status, form.get("ErrorCode"));
  const [orgId = "", messageId = ""] = message.split(".");
  if (!sid || !verdict) return null;
  return {
    provider: "twilio",
    eventId: `${sid}.${status}`,
    orgId,
    messageId,
    providerId: sid,
    ...verdict,
    at: null,
  };
}
