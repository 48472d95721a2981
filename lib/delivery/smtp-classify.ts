import { askedToWait } from "@/lib/domain/delivery-words";
import type { Outcome } from "./channel";

/** What went wrong in a conversation with an SMTP server, as nodemailer tells it. */
export type SmtpError = {
  message: string;
  /** EAUTH, EENVELOPE, ECONNECTION … */
  code?: string;
  /** What was said last: "MAIL FROM", "RCPT TO", "DATA" … */
  command?: string;
  response?: string;
  responseCode?: number | false;
};

/** How long to leave a server alone that takes nothing from us just now, or that rejects the settings. */
const BUSY_SECONDS = 10;
const SETTINGS_SECONDS = 60;

/** "I am going away", at any time. */
export const CLOSING = 421;
const TOO_LARGE = 552;
const NOT_LOGGED_IN = [530, 534, 535, 538];

/**
 * Enhanced status codes (RFC 3463, RFC 7505) for what never changes: nobody has the address, it has moved, its domain
 * takes no mail. A bare 550 may as well be about us, and a mailbox that is shut (5.2.1) may open again, or only gets too
 * much at once, as Gmail says: these block nobody.
 */
const NOBODY = /^5\d\d[ -]5\.1\.(?:1|2|3|6|10)\b/;

/** The server's own words, without codes and line breaks. */
const wordsOf = ({ response, message }: SmtpError) =>
  (response ?? message)
    .replace(/^(\d{3}[ -])?(\d\.\d{1,3}\.\d{1,3} )?/gm, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);

const away = (error: SmtpError): Outcome => ({
  kind: "away",
  seconds: 0,
  error: `The mail server cannot be reached: ${wordsOf(error)}`,
});

const settings = (error: SmtpError): Outcome => ({
  kind: "paused",
  reason: "settings",
  seconds: SETTINGS_SECONDS,
  error: `The mail server rejects the settings: ${wordsOf(error)}`,
});

const aboutMessage = (error: SmtpError, code: number): Outcome =>
  code >= 500
    ? { kind: "refused", error: wordsOf(error) }
    : { kind: "later", error: askedToWait(wordsOf(error)) };

/** Before the message was handed over: whatever went wrong, the server has certainly not taken it. */
function classifyEarly(error: SmtpError, code: number): Outcome {
  const isLogin = error.code === "EAUTH" || error.code === "ENOAUTH";
  if (code === CLOSING || (isLogin && code >= 400 && code < 500)) return away(error);
  if (isLogin || NOT_LOGGED_IN.includes(code)) return settings(error);
  if (error.code === "EMESSAGE") return { kind: "refused", error: wordsOf(error) };
  if (code < 400) return away(error);
  if (error.command === "RCPT TO" && NOBODY.test(error.response ?? ""))
    return { kind: "bounced", error: wordsOf(error) };
  if (error.command === "RCPT TO" || error.command === "DATA" || code === TOO_LARGE)
    return aboutMessage(error, code);
  if (error.command !== "MAIL FROM") return away(error);
  if (code >= 500) return settings(error);
  return { kind: "paused", reason: "rate", seconds: BUSY_SECONDS, error: wordsOf(error) };
}

/**
 * What an error means for the message. `isHanded`: some of it may have reached the server, so that without
 * an answer nobody can tell.
 */
export function classifySmtp(error: SmtpError, isHanded: boolean): Outcome {
  const code = error.responseCode || 0;
  if (!isHanded) return classifyEarly(error, code);
  if (code >= 400) return aboutMessage(error, code);
  return { kind: "unknown", error: "The mail server gave no answer after it was handed the message." };
}
