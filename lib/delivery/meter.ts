import type { Peers } from "@/db/queries/workers";
import { type ResponseHeaders, secondsOf } from "./classify";

/** What an answer says of the window of time it was counted in. */
export type Allowance = { limit: number; remaining: number; resetSeconds: number };

/** The allowance that an answer names in its headers, if it does. */
export function allowanceIn(headers: ResponseHeaders): Allowance | null {
  const limit = Number(headers?.["ratelimit-limit"]);
  const remaining = Number(headers?.["ratelimit-remaining"]);
  const resetSeconds = secondsOf(headers?.["ratelimit-reset"]);
  return limit > 0 && remaining >= 0 && resetSeconds !== null ? { limit, remaining, resetSeconds } : null;
}

/** A call that counts. */
export type MeteredCall = {
  /** It was answered, or given up. */
  end: (allowance: Allowance | null) => void;
  /** It was not made after all. */
  giveBack: () => void;
};

export type Meter = {
  take: () => MeteredCall | { waitSeconds: number };
  /** Among how many workers what is allowed is divided. */
  share: (among: Peers) => void;
};

/** Where calls under way hold what is left, their answers may free it soon. */
const LOOK_SECONDS = 0.1;

/** Calls without an answer, in the window they were made in and the next. */
function makeUnderWay() {
  let [window, now, before] = [0, 0, 0];
  return {
    count: () => now + before,
    /** Answers how many are left of the window that ended. */
    begin: (next: number): number => {
      [window, now, before] = [next, 0, now];
      return before;
    },
    /** Answers which window the call was made in. */
    enter: (): number => {
      now++;
      return window;
    },
    /** Answers whether the call counted until now. */
    leave: (madeIn: number): boolean => {
      if (madeIn === window) now--;
      else if (madeIn === window - 1) before--;
      return madeIn >= window - 1;
    },
  };
}

/**
 * Keeps one worker's calls within what a provider allows in each window of time, as its answers tell. A call whose
 * answer is not there yet counts in the window it was made in and, since it may arrive late, in the next, and then no
 * more: one that stays silent would keep everything else waiting, where a worker's share is small. A window ends
 * no earlier than any of its answers says. One call goes ahead to ask; a provider that names no limit has none. Workers
 * divide a limit among them; where there are more workers than calls, some rest.
 */
export function makeMeter(): Meter {
  let limit = 1;
  /** What is left of this window, not counting calls under way. */
  let seen = limit;
  let isTold = false;
  const underWay = makeUnderWay();
  /** Calls of ours that count in this window. */
  let used = 0;
  let window = 0;
  let endsAt = Number.POSITIVE_INFINITY;
  let isEndTold = false;
  let spanMs = 1_000;
  let peers: Peers = { count: 1, place: 0 };

  const shareOf = (whole: number) =>
    Math.floor(whole / peers.count) + (peers.place < whole % peers.count ? 1 : 0);

  function begin(now: number): void {
    if (!isTold && window > 0) limit = Number.POSITIVE_INFINITY;
    seen = limit;
    window++;
    used = underWay.begin(window);
    endsAt = now + spanMs;
    isEndTold = false;
  }

  function learn({ limit: named, remaining, resetSeconds }: Allowance, now: number): void {
    const end = now + resetSeconds * 1_000;
    endsAt = isEndTold ? Math.max(endsAt, end) : end;
    seen = isTold ? Math.min(seen, remaining) : remaining;
    spanMs = Math.max(spanMs, resetSeconds * 1_000);
    limit = named;
    isTold = true;
    isEndTold = true;
  }

  function end(madeIn: number, allowance: Allowance | null): void {
    const counts = underWay.leave(madeIn);
    if (allowance && (madeIn === window || !isTold)) learn(allowance, Date.now());
    else if (isTold) seen -= counts ? 1 : 0;
    else seen = Number.POSITIVE_INFINITY;
  }

  return {
    share: (among) => {
      peers = among;
    },
    take: () => {
      const now = Date.now();
      if (window === 0 || now >= endsAt) begin(now);
      const unanswered = underWay.count();
      if ((isTold && used >= shareOf(limit)) || seen - unanswered <= 0) {
        const rest = (endsAt - now) / 1_000;
        return { waitSeconds: seen > 0 && unanswered > 0 ? Math.min(rest, LOOK_SECONDS) : rest };
      }
      used++;
      const madeIn = underWay.enter();
      return {
        end: (allowance) => end(madeIn, allowance),
        giveBack: () => {
          if (underWay.leave(madeIn)) used--;
        },
      };
    },
  };
}
