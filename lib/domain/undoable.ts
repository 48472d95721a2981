import { z } from "zod";
import { claimAct, selectLatestAct } from "@/db/queries/undoable-acts";
import { recordActivity } from "./activity";
import type { WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";
import { restorers } from "./restore";
import type { UndoableView } from "./undoable-views";

/** Long enough to notice a slip, short enough that nothing has been built on it. */
export const UNDO_SECONDS = 120;

const ownIn = (ctx: WorkspaceContext) => ({
  orgId: ctx.org.id,
  actorId: ctx.actor.contactId,
  workspaceId: ctx.workspace.id,
});

/** What one did last in this workspace, while it can be taken back; null when there is nothing. */
export async function lastUndoable(ctx: WorkspaceContext): Promise<UndoableView | null> {
  authorize(ctx, "acts:undo");
  const act = await selectLatestAct(ctx.db, ownIn(ctx));
  if (!act || act.isUndone) return null;
  const seconds = act.kind === "requests_declined" ? ctx.org.holdSeconds : UNDO_SECONDS;
  const { id, kind, name, count } = act;
  return act.secondsAgo < seconds ? { id, kind, name, count } : null;
}

export const UndoAct = z.strictObject({ act: z.uuid() });

/**
 * Takes one's own latest acts back, each once and within two minutes: a removed member is in again with their roles
 * where these are still free and with their invitation, a cancelled invitation is open again with the same link, a role that
 * was given or taken is held as before, a declined request waits again while nobody was told. Refuses, and changes nothing,
 * when things have moved on.
 */
export async function undoAct(
  ctx: WorkspaceContext,
  { act }: z.output<typeof UndoAct>,
): Promise<{ name: string }> {
  authorize(ctx, "acts:undo");
  return inOneAct(ctx.db, async (tx) => {
    const claimed = await claimAct(tx, ownIn(ctx), { id: act, seconds: UNDO_SECONDS });
    if (!claimed) throw new DomainError("gone", "This can no longer be undone.");
    const told = await restorers[claimed.kind](tx, ctx, JSON.parse(claimed.data), {
      ...{ id: act, name: claimed.name },
    });
    await recordActivity(
      tx,
      { orgId: ctx.org.id, workspaceId: ctx.workspace.id, actorId: ctx.actor.contactId },
      told,
    );
    return { name: claimed.name };
  });
}
