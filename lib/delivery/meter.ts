import { type ResponseHeaders, secondsOf } from "./classify";

/** A provider's allowance as one worker knows it. */
export type Meter = ReturnType<typeof makeMeter>;

/**
 * Counts calls against what a provider allows in each window of time, as its answers tell, so that calls under way
 * together do not exceed it. Knows nothing, and holds nobody up, until the first answer that names a limit.
 */
export function makeMeter() {
  let limit = Number.POSITIVE_INFINITY;
  let left = limit;
  /** When the window ends; null while the answer that tells is still on its way. */
  let endsAt: number | null = null;
  return {
    /** Counts one call; if none is left, counts nothing and answers in how many seconds there is. */
    take: (): number => {
      if (endsAt !== null && Date.now() >= endsAt) {
        left = limit;
        endsAt = null;
      }
      if (left <= 0) return endsAt === null ? 0 : (endsAt - Date.now()) / 1_000;
      left--;
      return 0;
    },
    /** The call was not made after all. */
    giveBack: (): void => {
      left++;
    },
    /** What an answer says; others may have used some of it. */
    learn: (headers: ResponseHeaders): void => {
      const named = Number(headers?.["ratelimit-limit"]);
      const remaining = Number(headers?.["ratelimit-remaining"]);
      const reset = secondsOf(headers?.["ratelimit-reset"]);
      if (!(named > 0) || !(remaining >= 0) || reset === null) return;
      left = Math.min(left, remaining);
      limit = named;
      endsAt ??= Date.now() + reset * 1_000;
    },
  };
}
