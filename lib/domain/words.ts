/** What lists call a workspace that the reader is not in: its name is for its members. */
export const UNSEEN_WORKSPACE = "A workspace you are not in";

/** "40 seconds", "3 minutes", "5 hours": a length of time, rounded up. */
export function durationWords(seconds: number): string {
  const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? "" : "s"}`;
  const whole = Math.max(1, Math.ceil(seconds - 0.05));
  if (whole < 90) return count(whole, "second");
  if (whole < 5_400) return count(Math.ceil(whole / 60), "minute");
  if (whole < 172_800) return count(Math.ceil(whole / 3_600), "hour");
  return count(Math.ceil(whole / 86_400), "day");
}

/** Why a message cannot go now, and when it can. */
export const waitWords = (seconds: number): string => `You can resend in ${durationWords(seconds)}.`;
