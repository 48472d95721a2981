import { sql } from "drizzle-orm";
import type { Installation } from "./context";

const PATIENCE_MS = 3000;

/** Whether the database answers within three seconds. Never throws. */
export async function checkHealth(ctx: Pick<Installation, "db">): Promise<boolean> {
  const question = ctx.db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  return Promise.race([question, patience]).finally(() => clearTimeout(timer));
}
