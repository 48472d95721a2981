import { setTimeout } from "node:timers/promises";
import { claimUncertain, leaveUncertain, returnUnsettled, type Uncertain } from "@/db/queries/unsettled";
import { recordDeliveryEvent } from "@/lib/domain/delivery-events";
import { describeError, log } from "@/lib/log";
import type { Asker, Reconciling, Verdict } from "./reconcile";

/** One message that a provider took. */
export type Taken = { providerId: string; address: string; at: Date };

/** How a provider shows what it took. "later": it does not want to be asked now. */
export type Search = {
  /** So many of them, the newest first; those behind `after`, where there is one. */
  list: (
    after: string | null,
    signal: AbortSignal,
  ) => Promise<{ taken: Taken[]; hasMore: boolean } | "later">;
  /** Which message of ours one of them is, and what became of it; null if it is none of ours. */
  read: (
    providerId: string,
    signal: AbortSignal,
  ) => Promise<{ messageId: string; verdict: Verdict } | "later" | null>;
};

const AT_A_TIME = 1_000;

/** So far may the provider's clock be behind the database's. */
const CLOCKS_MS = 300_000;

/**
 * Looks for messages of which nobody can tell whether they went out among all that the provider took since they were
 * first tried. What is found settles as an event would settle it; what is not there waits for a person. Answers whether
 * the provider may be asked more.
 */
export async function findUncertain(
  work: Reconciling,
  provider: Asker["provider"],
  search: Search,
): Promise<boolean> {
  while (!work.abort.aborted) {
    const rows = await claimUncertain(work.db, { provider, limit: AT_A_TIME });
    if (rows.length === 0) return true;
    const isWhole = await lookThrough(work, { provider, search, rows }).catch((error) => {
      if (!work.abort.aborted)
        log.warn({ provider, error: describeError(error) }, "a provider did not show what it took");
      return false;
    });
    if (!isWhole) {
      await returnUnsettled(work.db, rows);
      return false;
    }
    await leaveUncertain(work.db, rows);
  }
  return false;
}

/** Answers whether everything was looked through that could be one of them. */
async function lookThrough(
  { db, abort, askSeconds }: Reconciling,
  { provider, search, rows }: { provider: Asker["provider"]; search: Search; rows: Uncertain[] },
): Promise<boolean> {
  const missing = new Map(rows.map((row) => [row.id, row]));
  const addresses = new Set(rows.map(({ address }) => address));
  const since = Math.min(...rows.map(({ triedAt }) => triedAt)) - CLOCKS_MS;
  const rest = () => setTimeout(askSeconds * 1_000, undefined, { signal: abort });
  for (let after: string | null = null; ; ) {
    const page = await search.list(after, abort);
    if (page === "later") return false;
    for (const { providerId } of page.taken.filter(({ address }) => addresses.has(address))) {
      await rest();
      const found = await search.read(providerId, abort);
      if (found === "later") return false;
      const row = found && missing.get(found.messageId);
      if (!row) continue;
      const eventId = `asked.${providerId}.${found.verdict.state}`;
      const about = { orgId: row.orgId, messageId: row.id, providerId, ...found.verdict, at: null };
      await recordDeliveryEvent({ db }, { provider, eventId, ...about });
      missing.delete(row.id);
    }
    const last = page.taken.at(-1);
    if (!last || !page.hasMore || last.at.getTime() < since || missing.size === 0) return true;
    after = last.providerId;
    await rest();
  }
}
