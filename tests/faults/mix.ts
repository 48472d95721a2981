import type { Fault } from "../players/resend";

/** Of twenty calls one fails, one is cut, and one is answered late; in turn before and after the mails were taken. */
export function oneInTwenty(call: number): Fault | null {
  const isAfter = call % 40 >= 20;
  if (call % 20 === 3) return isAfter ? "error-after" : "error";
  if (call % 20 === 10) return isAfter ? "reset-after" : "reset";
  return call % 20 === 17 ? "slow" : null;
}

/** How many calls came in each second from the first to the last. */
export function callsBySecond(calls: readonly number[]): number[] {
  const first = Math.floor((calls[0] ?? 0) / 1_000);
  const seconds = calls.map((at) => Math.floor(at / 1_000) - first);
  return Array.from({ length: Math.max(...seconds) + 1 }, (_, i) => seconds.filter((s) => s === i).length);
}
