import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** How many rows of a table are read while something is looked for, by a plan made for whatever values. */
export const rowsRead = (
  db: Database,
  table: string,
  look: (tx: Database) => Promise<unknown>,
): Promise<number> =>
  db.transaction(async (tx) => {
    const readSoFar = async () => {
      const [row] = await tx.execute<{ n: number }>(sql`
        select (seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables where relname = ${table}`);
      return row?.n ?? 0;
    };
    await tx.execute(sql`set local plan_cache_mode = force_generic_plan`);
    const before = await readSoFar();
    await look(tx);
    return (await readSoFar()) - before;
  });
