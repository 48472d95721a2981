/** Beyond it nobody needs the number of messages. */
export const MOST_COUNTED = 1_000;

/** What lists call a workspace that the reader is not in: its name is for its members. */
export const UNSEEN_WORKSPACE = "A workspace you are not in";

/** A length of time as people say it. */
export type Span = { count: number; unit: "second" | "minute" | "hour" | "day" };

/** A length of time in the unit that suits it, rounded up. */
export function spanOf(seconds: number): Span {
  const whole = Math.max(1, Math.ceil(seconds - 0.05));
  if (whole < 90) return { count: whole, unit: "second" };
  if (whole < 5_400) return { count: Math.ceil(whole / 60), unit: "minute" };
  if (whole < 172_800) return { count: Math.ceil(whole / 3_600), unit: "hour" };
  return { count: Math.ceil(whole / 86_400), unit: "day" };
}

/** "40 seconds", "3 minutes", "5 hours": a length of time, rounded up. */
export function durationWords(seconds: number): string {
  const { count, unit } = spanOf(seconds);
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** Why a message cannot go now, and when it can. */
export const waitWords = (seconds: number): string => `You can resend in ${durationWords(seconds)}.`;
