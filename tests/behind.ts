import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { World } from "./cast";

/** Waits until a statement of this database waits for a lock. */
async function untilWaiting({ db }: World): Promise<void> {
  for (;;) {
    const [row] = await db.execute<{ n: number }>(sql`
      select count(*)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where not l.granted and a.datname = current_database()`);
    if (row?.n) return;
  }
}

/** Does `first` in a transaction that ends only once `second` waits for it. */
export async function behind<T>(
  world: World,
  first: (tx: Database) => Promise<unknown>,
  second: () => Promise<T>,
): Promise<PromiseSettledResult<T>> {
  const waiting = await world.db.transaction(async (tx) => {
    await first(tx);
    const under = Promise.allSettled([second()]);
    await untilWaiting(world);
    return { under };
  });
  const [end] = await waiting.under;
  return end;
}
