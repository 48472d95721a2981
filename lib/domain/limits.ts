import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { tableOf } from "@/db/queries/table-of";
import { INSTALLATION } from "./id";

/** At most `max` in a window of `windowSeconds`, which begins with the first use; `amount` is asked for now. */
export type Limit = {
  key: string;
  max: number;
  windowSeconds: number;
  amount: number;
  /** One for all organizations together. */
  isShared?: boolean;
};

/** Less than was asked for, or nothing, and when the window ends. */
export type Shortfall = { granted: number; freeAt: Date };

/**
 * Counts against every limit of the list in one statement, grants what is left of each, and answers which, by their
 * keys, fell short of what was asked. Exact under concurrency; a roll-back of the caller gives all of it back. Amounts
 * for the same key are added up. Rows are locked in the order of their keys, shared ones first.
 */
export async function takeFromLimits(
  tx: Database,
  orgId: string,
  list: Limit[],
): Promise<Map<string, Shortfall>> {
  if (list.length === 0) return new Map();
  const wanted = byKey(list);
  const asked = [...wanted.values()].map(({ key, max, windowSeconds, amount, isShared = false }) => ({
    ...{ isShared, key, max, windowSeconds, amount },
  }));
  const rows = await tx.execute<{ key: string; count: number; startedAt: number }>(sql`
    with taken as (
      insert into limits as l (org_id, key, max, window_seconds, count)
      select case when r."isShared" then ${INSTALLATION}::uuid else ${orgId}::uuid end, r.key, r.max, r."windowSeconds", r.amount
      from ${tableOf(asked, { isShared: "boolean", key: "text", max: "int", windowSeconds: "int", amount: "int" })}
      order by 1, 2
      on conflict (org_id, key) do update set
        max = excluded.max, window_seconds = excluded.window_seconds,
        window_started_at = case when ${IS_RUNNING} then l.window_started_at else now() end,
        count = excluded.count + case when ${IS_RUNNING} then least(l.count, excluded.max) else 0 end
      returning l.key, l.count, l.max, l.window_started_at
    )
    select key, count, (extract(epoch from window_started_at) * 1000)::float8 as "startedAt" from taken where count > max`);
  // The stored count is what was used before, at most `max`, plus what is asked for now.
  return new Map(
    rows.map(({ key, count, startedAt }) => {
      const { max, amount, windowSeconds } = wanted.get(key) ?? unasked();
      const granted = Math.max(0, max - (count - amount));
      return [key, { granted, freeAt: new Date(startedAt + windowSeconds * 1_000) }];
    }),
  );
}

function unasked(): never {
  throw new Error("A limit was counted that nobody asked for.");
}

const ownerOf = ({ isShared }: Pick<Limit, "isShared">, orgId: string) => (isShared ? INSTALLATION : orgId);

/** Gives back what was taken in the same transaction and not used after all. */
export async function returnToLimits(tx: Database, orgId: string, list: Limit[]): Promise<void> {
  if (list.length === 0) return;
  const rows = list.map((limit) => ({ key: limit.key, amount: limit.amount, orgId: ownerOf(limit, orgId) }));
  await tx.execute(sql`
    update limits l set count = l.count - r.amount
    from ${tableOf(rows, { orgId: "uuid", key: "text", amount: "int" })}
    where l.org_id = r."orgId" and l.key = r.key`);
}

/** Whether nothing is left of what a limit grants until its window ends; one that was never counted has all. */
export async function isUsedUp(db: Database, orgId: string, key: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select from limits where org_id = ${orgId} and key = ${key} and count >= max
      and window_started_at > now() - make_interval(secs => window_seconds)`);
  return rows.length === 1;
}

const IS_RUNNING = sql.raw("l.window_started_at > now() - make_interval(secs => excluded.window_seconds)");

function byKey(list: Limit[]): Map<string, Limit> {
  const sums = new Map<string, Limit>();
  for (const limit of list) {
    const known = sums.get(limit.key);
    sums.set(limit.key, known ? { ...limit, amount: limit.amount + known.amount } : limit);
  }
  return sums;
}
