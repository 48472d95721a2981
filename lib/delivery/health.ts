import type { Database } from "@/db/client";
import { markAnswered, markTurnedAway, markUnanswered } from "@/db/queries/channel-health";
import { log } from "@/lib/log";
import type { Tunables } from "./tunables";

/** What one worker knows of how a channel fares. */
export type Health = ReturnType<typeof watchHealth>;

/**
 * Writes down, for all workers and screens, how a channel fares: that it is well every few seconds at most, that
 * it does not answer at once. A channel that does not answer several times in a row is paused.
 */
export function watchHealth(db: Database, provider: string, tunables: Tunables) {
  const rule = {
    after: tunables.outageAfter,
    firstSeconds: tunables.outageSeconds,
    longestSeconds: tunables.longestOutageSeconds,
  };
  let isWell = false;
  let writtenAt = 0;
  let checkAt = Date.now() + tunables.checkSeconds * 1_000;
  return {
    /** Whether the channel should be asked if it answers, since nothing was heard of it for long; true once for each time. */
    isCheckDue: (): boolean => {
      if (Date.now() < checkAt) return false;
      checkAt = Date.now() + tunables.checkSeconds * 1_000;
      return true;
    },
    answered: async (isAccepted: boolean): Promise<void> => {
      checkAt = Date.now() + tunables.checkSeconds * 1_000;
      const isNews = isAccepted && Date.now() - writtenAt >= tunables.healthSeconds * 1_000;
      if (isWell && !isNews) return;
      isWell = true;
      writtenAt = Date.now();
      await markAnswered(db, { provider, isAccepted });
    },
    turnedAway: async (error: string): Promise<void> => {
      isWell = false;
      await markTurnedAway(db, { provider, error });
    },
    failed: async (error: string, isProbe: boolean): Promise<void> => {
      isWell = false;
      checkAt = Date.now() + tunables.outageSeconds * 1_000;
      const { isOutage } = await markUnanswered(db, { provider, error, isProbe, ...rule });
      if (isOutage) log.warn({ provider, error }, "a channel does not answer and rests");
    },
  };
}
