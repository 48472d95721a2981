import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** The database's clock: the only one that deadlines are measured by. */
export async function selectNow(tx: Database): Promise<Date> {
  const [row] = await tx.execute<{ now: number }>(
    sql`select (extract(epoch from now()) * 1000)::float8 as now`,
  );
  return new Date(row?.now ?? Number.NaN);
}
