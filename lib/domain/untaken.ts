import { selectUntakenSince } from "@/db/queries/workers";
import type { Context } from "./context";
import { authorize } from "./permissions";

/** Since when messages of the organization wait because no worker is there to take them; null while one is. Admins. */
export async function getUntakenSince(ctx: Context): Promise<Date | null> {
  authorize(ctx, "outbox:view");
  const since = await selectUntakenSince(ctx.db, ctx.org.id);
  return since === null ? null : new Date(since);
}
