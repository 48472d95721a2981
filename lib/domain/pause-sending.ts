import { sql } from "drizzle-orm";
import { z } from "zod";
import { continueChannels, pauseByHand } from "@/db/queries/channel-pauses";
import { LIVE_CHANNEL, recordActivity } from "./activity";
import type { Context } from "./context";
import { OUTBOX_CHANNEL } from "./messages";
import { authorize } from "./permissions";

const here = ({ org, actor }: Context) => ({ orgId: org.id, workspaceId: null, actorId: actor.contactId });

export const PauseSending = z.strictObject({});

/**
 * Keeps everything but sign-in codes in the outbox, of every organization of the installation, until `continueSending`:
 * nothing is lost, and what a provider is being handed at this moment still goes. Only admins may.
 */
export async function pauseSending(
  ctx: Context,
  { providers }: { providers: readonly string[] },
): Promise<null> {
  authorize(ctx, "outbox:pause");
  await ctx.db.transaction(async (tx) => {
    await pauseByHand(tx, providers);
    await recordActivity(tx, here(ctx), [{ kind: "sending_paused" }]);
    await tx.execute(sql`select pg_notify(${LIVE_CHANNEL}, '')`);
  });
  return null;
}

/** Lets everything go that `pauseSending` kept. Only admins may. */
export async function continueSending(ctx: Context): Promise<null> {
  authorize(ctx, "outbox:pause");
  await ctx.db.transaction(async (tx) => {
    await continueChannels(tx);
    await recordActivity(tx, here(ctx), [{ kind: "sending_continued" }]);
    await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, ''), pg_notify(${LIVE_CHANNEL}, '')`);
  });
  return null;
}
