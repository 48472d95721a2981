import { STOP_ANSWERED } from "@/lib/domain/delivery-words";
import type { Outcome } from "./channel";
import { SETTINGS, SETTINGS_SECONDS, secondsOf } from "./classify";
import { twilioVerdict } from "./webhooks/twilio-events";

/** An answer of Twilio's that is none of success. `code` is its own number for what is wrong. */
export type TwilioFailure = {
  status: number;
  code: number | null;
  message: string;
  retryAfter: string | null;
};

/** The owner of the number answered STOP. */
const STOPPED = 21610;

const NOT_REACHED = "This number cannot receive text messages.";

const REFUSALS: Record<number, string> = {
  21214: NOT_REACHED,
  21217: NOT_REACHED,
  21612: NOT_REACHED,
  30003: "The phone could not be reached.",
  30004: "The number or its network blocks our text messages.",
  30007: "The network took the message for unwanted mail.",
  21408: "The text message service does not send to this country.",
};

/** What is wrong with who sends, not with what is sent: account, key, or sender number. */
const SETTING_CODES = new Set([20003, 20404, 21603, 21606, 21659, 21703]);

/** Why Twilio does not deliver a message for what it says or where it goes: a number that takes none is none for good. */
export function undeliverable(code: number | null, message = ""): Exclude<Outcome, { kind: "accepted" }> {
  if (code === STOPPED) return { kind: "suppressed", error: STOP_ANSWERED };
  const { suppression, detail } = twilioVerdict("failed", String(code)) ?? {};
  if (suppression === "bounced") return { kind: "bounced", error: detail ?? NOT_REACHED };
  const words = code === null ? undefined : REFUSALS[code];
  const error = words ?? (message || "The text message service could not deliver this message.");
  return { kind: "refused", error };
}

/** What an error of Twilio's means for the one message of the call. */
export function classifyTwilio(failure: TwilioFailure): Exclude<Outcome, { kind: "accepted" }> {
  const { status, code, message, retryAfter } = failure;
  const told = undeliverable(code, message);
  if (told.kind !== "refused") return told;
  if (status === 429)
    return {
      kind: "paused",
      reason: "rate",
      seconds: secondsOf(retryAfter ?? undefined) ?? 1,
      error: "The text message service asks to slow down.",
    };
  if (SETTINGS.has(status) || SETTING_CODES.has(code ?? 0)) {
    const error = `The text message service rejects the settings: ${message}`;
    return { kind: "paused", reason: "settings", seconds: SETTINGS_SECONDS, error };
  }
  if (status >= 500 || status === 408 || status < 400)
    return { kind: "unknown", error: "The text message service gave no clear answer." };
  return told;
}
