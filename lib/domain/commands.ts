import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { commands } from "@/db/schema";
import type { Context } from "./context";
import { DomainError } from "./errors";

const own = (ctx: Context, id: string) =>
  and(eq(commands.orgId, ctx.org.id), eq(commands.actorId, ctx.actor.contactId), eq(commands.id, id));

/**
 * Runs a command exactly once for its client-made id: a repeat, even one that arrives while the
 * first still runs, gets the first answer (as JSON) and changes nothing.
 */
export async function once<T>(tx: Database, ctx: Context, id: string, work: () => Promise<T>): Promise<T> {
  const claimed = await tx
    .insert(commands)
    .values({ orgId: ctx.org.id, actorId: ctx.actor.contactId, id })
    .onConflictDoNothing()
    .returning({ id: commands.id });
  if (claimed.length === 0) return recall<T>(tx, ctx, id);
  const result = await work();
  await tx
    .update(commands)
    .set({ result: JSON.stringify(result) })
    .where(own(ctx, id));
  return result;
}

export const nothingToUndo = () => new DomainError("gone", "There is nothing left to undo.");

/** The answer kept for one's own earlier command; for `withinSeconds` only, where that is said. */
export async function recall<T>(tx: Database, ctx: Context, id: string, withinSeconds?: number): Promise<T> {
  const isRecent = withinSeconds
    ? sql`${commands.createdAt} > now() - make_interval(secs => ${withinSeconds})`
    : undefined;
  const [row] = await tx
    .select({ result: commands.result })
    .from(commands)
    .where(and(own(ctx, id), isRecent));
  if (!row?.result) throw nothingToUndo();
  return JSON.parse(row.result) as T;
}
