import { setTimeout } from "node:timers/promises";
import type { Database } from "@/db/client";
import type { DeliveryEvent } from "@/db/queries/delivery-events";
import { claimUnsettled, returnUnsettled, type Unsettled } from "@/db/queries/unsettled";
import { recordDeliveryEvent } from "@/lib/domain/delivery-events";
import { describeError, log } from "@/lib/log";
import { findUncertain, type Search } from "./find-uncertain";

export type Verdict = Pick<DeliveryEvent, "state" | "detail" | "suppression">;

/**
 * Asks one provider what became of a message. "later": it does not want to be asked now; null: it does not say.
 * `search`: for a provider that lists what it took.
 */
export type Asker = {
  provider: DeliveryEvent["provider"];
  ask: (providerId: string, signal: AbortSignal) => Promise<Verdict | "later" | null>;
  search?: Search;
};

export type Reconciling = {
  db: Database;
  askers: readonly Asker[];
  /** Between two questions. */
  askSeconds: number;
  abort: AbortSignal;
};

const AT_A_TIME = 20;

/**
 * Asks providers about messages whose end they have not told for six hours: their word may have been lost on its
 * way. Messages of which nobody can tell whether they went out are looked for first. What they answer moves a message
 * by the same rule as an event does. Any number of workers may ask: each question is put by one of them, and once an
 * hour at most. A provider that does not want to be asked is left alone.
 */
export async function reconcile(work: Reconciling): Promise<{ asked: number; moved: number }> {
  const sum = { asked: 0, moved: 0 };
  for (const asker of work.askers) {
    if (asker.search && !(await findUncertain(work, asker.provider, asker.search))) continue;
    const { asked, moved } = await reconcileWith(work, asker);
    sum.asked += asked;
    sum.moved += moved;
  }
  return sum;
}

async function reconcileWith(work: Reconciling, asker: Asker) {
  const { db, abort } = work;
  const done = { asked: 0, moved: 0 };
  while (!abort.aborted) {
    const rows = await claimUnsettled(db, { provider: asker.provider, limit: AT_A_TIME });
    if (rows.length === 0) break;
    const answered = await askAll(work, asker, rows, done);
    if (answered < rows.length) {
      await returnUnsettled(db, rows.slice(answered));
      break;
    }
  }
  return done;
}

/** Answers how many were asked about before the provider, or who stops the worker, had enough. */
async function askAll(
  { db, abort, askSeconds }: Reconciling,
  { provider, ask }: Asker,
  rows: Unsettled[],
  done: { asked: number; moved: number },
): Promise<number> {
  for (const [i, { orgId, id, providerId }] of rows.entries()) {
    if (abort.aborted) return i;
    const verdict = await ask(providerId, abort).catch((error) => {
      log.warn({ provider, error: describeError(error) }, "a provider did not say what became of a message");
      return "later" as const;
    });
    if (verdict === "later") return i;
    done.asked++;
    if (verdict) {
      const eventId = `asked.${providerId}.${verdict.state}`;
      const event = { provider, eventId, orgId, messageId: id, providerId, ...verdict, at: null };
      if (await recordDeliveryEvent({ db }, event)) done.moved++;
    }
    await setTimeout(askSeconds * 1_000, undefined, { signal: abort }).catch(() => {});
  }
  return rows.length;
}
