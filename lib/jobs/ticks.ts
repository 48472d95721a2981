import { forgetPast } from "@/db/queries/forget";
import { findLostBatches } from "@/db/queries/lost-batches";
import { endTests } from "@/db/queries/test-messages";
import type { Installation } from "@/lib/domain/context";
import { sendDigests } from "@/lib/domain/joined-digest";
import { attendInvitations } from "@/lib/domain/remind";
import { describeError, log } from "@/lib/log";

/** Rows in one transaction. */
const CHUNK = 2_000;

/** What is done at every tick; or at one in so many. */
const jobs: Record<string, { work: (ctx: Installation) => Promise<number>; in?: number }> = {
  reminders: { work: (ctx) => attendInvitations(ctx, { limit: CHUNK }) },
  digests: { work: (ctx) => sendDigests(ctx, { limit: CHUNK }) },
  tests: { work: ({ db }) => endTests(db), in: 60 },
  finding: { work: ({ db }) => findLostBatches(db), in: 60 },
  forgetting: { work: ({ db }) => forgetPast(db, { limit: CHUNK }), in: 60 },
};

/**
 * Does, every so many seconds until stopped, what is due without anybody asking. Any number of workers may: each piece
 * of work is done by one. Outlives restarts of the database. `stop` lets the piece at hand finish.
 */
export function startTicks(ctx: Installation, { everySeconds }: { everySeconds: number }) {
  let isStopping = false;
  let wake = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everySeconds * 1_000);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function drain(job: string, work: (ctx: Installation) => Promise<number>): Promise<void> {
    try {
      while (!isStopping && (await work(ctx)) > 0);
    } catch (error) {
      log.error({ job, error: describeError(error) }, "a job stumbled and is tried again");
    }
  }

  async function run(): Promise<void> {
    for (let tick = 0; !isStopping; tick++) {
      for (const [job, { work, in: among = 1 }] of Object.entries(jobs))
        if (tick % among === 0) await drain(job, work);
      if (!isStopping) await pause();
    }
  }

  const running = run();
  return {
    stop: async () => {
      isStopping = true;
      wake();
      await running;
    },
  };
}
