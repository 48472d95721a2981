import type { z } from "zod";
import { selectStandings } from "@/db/queries/invitation-list";
import { selectInvitations } from "@/db/queries/invitations";
import { reopenInvitations } from "@/db/queries/reopen";
import { recordAtPlaces } from "./activity";
import { recall } from "./commands";
import type { Context } from "./context";
import { DomainError } from "./errors";
import type { CancelRecord } from "./invitation-acts";
import { viewerOf } from "./invitation-filter";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";
import { ofPlace } from "./resend";
import { wakeWorkers } from "./restore";
import type { UndoInvite } from "./undo-write";
import { UNDO_SECONDS } from "./undoable";

/**
 * Takes one's own act of cancelling many back within two minutes: what can still be accepted, and nobody has cancelled
 * since, is open again with the same link, and what waited in the outbox waits again. Answers how many; refuses when that is none.
 */
export async function undoCancelMany(
  ctx: Context,
  { command }: z.output<typeof UndoInvite>,
): Promise<{ undone: number }> {
  authorize(ctx, "invitations:cancel-many");
  return inOneAct(ctx.db, async (tx) => {
    const { cancelled = [] } = await recall<Partial<CancelRecord>>(tx, ctx, command, UNDO_SECONDS);
    const seen = (await selectStandings(tx, viewerOf(ctx), cancelled)).map(({ id }) => id);
    const reopened = await reopenInvitations(tx, { orgId: ctx.org.id }, seen, {
      ...{ command, actorId: ctx.actor.contactId },
    });
    if (reopened.length === 0)
      throw new DomainError("gone", "These invitations have ended or been made anew. Nothing was changed.");
    const rows = await selectInvitations(tx, { orgId: ctx.org.id }, { ids: reopened });
    await recordAtPlaces(tx, ctx, "invitation_restored", rows.map(ofPlace));
    await wakeWorkers(tx);
    return { undone: reopened.length };
  });
}
