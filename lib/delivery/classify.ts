import type { Outcome } from "./channel";

export type ProviderError = { name: string; message: string; statusCode: number | null };
export type ResponseHeaders = Record<string, string> | null;

/** How long to leave a provider alone that rejects the settings, if it names no time. */
export const SETTINGS_SECONDS = 60;
const LONGEST_SECONDS = 86_400;

/** What is wrong with who asks, or where, and not with what is sent. */
export const SETTINGS: ReadonlySet<number> = new Set([401, 403, 404, 405]);

/** A number of seconds from a header: a count, or a date. Null if there is none. */
export function secondsOf(value: string | undefined): number | null {
  if (!value) return null;
  const count = Number(value);
  const seconds = Number.isFinite(count) ? count : (Date.parse(value) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LONGEST_SECONDS) : null;
}

const QUOTA: Record<string, string> = {
  daily_quota_exceeded: "The mail service's daily quota is used up.",
  monthly_quota_exceeded: "The mail service's monthly quota is used up.",
};

/** What an error of the provider means for the messages of the call. */
export function classifyFailure(
  error: ProviderError,
  headers: ResponseHeaders,
): Exclude<Outcome, { kind: "accepted" }> {
  const { name, statusCode: status } = error;
  const retryAfter = secondsOf(headers?.["retry-after"]);
  if (status === null || status >= 500 || status === 408 || status < 400)
    return { kind: "unknown", error: "The mail service gave no clear answer." };
  if (status === 429) {
    const quota = QUOTA[name];
    if (quota) return { kind: "paused", reason: "quota", seconds: retryAfter ?? 0, error: quota };
    return {
      kind: "paused",
      reason: "rate",
      seconds: retryAfter ?? 1,
      error: "The mail service asks to slow down.",
    };
  }
  if (status === 409)
    return name === "invalid_idempotent_request"
      ? { kind: "broken", error: "The mail service knows this message with another content." }
      : { kind: "busy", error: "The mail service is still at work on this message." };
  if (SETTINGS.has(status)) {
    const words = `The mail service rejects the settings: ${error.message}`;
    return { kind: "paused", reason: "settings", seconds: SETTINGS_SECONDS, error: words };
  }
  return { kind: "refused", error: error.message || "The mail service refused this message." };
}

/** Seconds to wait of one's own accord: the allowance of this window is used up. */
export function restSeconds(headers: ResponseHeaders): number {
  if (headers?.["ratelimit-remaining"] !== "0") return 0;
  return secondsOf(headers["ratelimit-reset"]) ?? 1;
}
