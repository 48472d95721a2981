import { z } from "zod";
import type { Database } from "@/db/client";
import { selectStandings } from "@/db/queries/invitation-list";
import { type InvitationRow, selectInvitations } from "@/db/queries/invitations";
import { recordAtPlaces } from "./activity";
import { displayAddress } from "./address";
import { once } from "./commands";
import type { Context } from "./context";
import { notFound } from "./errors";
import { type ChosenInvitations, viewerOf } from "./invitation-filter";
import { listChosenInvitations } from "./invitation-list";
import { revokeInvitations } from "./invitations";
import { inOneAct } from "./invite-write";
import { authorize, mayCancel } from "./permissions";
import { MOST_RECIPIENTS } from "./recipients";
import { nameOf, ofPlace, resendRows } from "./resend";

/** What became of many at once: with how many it was done, and with which it was not and why. */
export type InvitationAnswer = {
  done: number;
  notDone: { invitation: string; name: string; reason: string }[];
};

/** The same as it is kept with the command, so that "Undo" knows. */
export type CancelRecord = InvitationAnswer & { cancelled: string[] };

type Outcome = { invitation: string; name: string; reason: string | null };

/** The answer to an act on many, of one outcome each; `reason`: why it was not done. */
export const answerOf = (outcomes: Outcome[]): InvitationAnswer => ({
  done: outcomes.filter(({ reason }) => reason === null).length,
  notDone: outcomes.flatMap(({ reason, ...one }) => (reason === null ? [] : [{ ...one, reason }])),
});

/** Ids in one field: ten thousand fields would weigh more than what they are about. */
const invitations = z
  .string("Choose at least one invitation.")
  .max(MOST_RECIPIENTS * 37, `Choose at most ${MOST_RECIPIENTS.toLocaleString("en")} invitations at once.`)
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(
    z
      .array(z.uuid("This choice could not be read."))
      .min(1, "Choose at least one invitation.")
      .max(MOST_RECIPIENTS),
  );

export const ManyInvitations = z.strictObject({
  command: z.uuid("This form has lost its number. Go back to Invitations and choose again."),
  invitations,
});
export type ManyInvitations = z.output<typeof ManyInvitations>;

/** What the page of an act on many invitations shows before it is done. */
export type ManyView = {
  invitations: string[];
  /** More than one act can take: then none is listed. */
  isTooMany: boolean;
  /** The first names, for who looks before they act. */
  names: string[];
};

const NAMES = 5;

/** Which of the invitations chosen one may see, and whose they are; the others are as if they were not there. */
export async function getMany(ctx: Context, chosen: ChosenInvitations): Promise<ManyView> {
  authorize(ctx, "invitations:list");
  const ids = await listChosenInvitations(ctx, chosen);
  const seen = await selectStandings(ctx.db, viewerOf(ctx), ids ?? []);
  const names = [...new Set(seen.map(({ name }) => displayAddress(name)))];
  return {
    invitations: seen.map(({ id }) => id),
    isTooMany: ids === null,
    names: names.slice(0, NAMES),
  };
}

/** An invitation one may see, and whether its workspace is one's own. */
type Seen = { row: InvitationRow; isOwner: boolean };

/** Those of the invitations that one may see, newest first. What one may not see does not exist. */
export async function seenAmong(tx: Database, ctx: Context, ids: string[]): Promise<Seen[]> {
  const standings = await selectStandings(tx, viewerOf(ctx), ids);
  if (standings.length === 0) throw notFound();
  const owners = new Map(standings.map(({ id, isOwner }) => [id, isOwner]));
  const rows = await selectInvitations(tx, { orgId: ctx.org.id }, { ids: [...owners.keys()] });
  return rows.map((row) => ({ row, isOwner: owners.get(row.id) === true }));
}

/**
 * Sends many invitations again, of whatever places one may see, in one transaction of a fixed number of statements:
 * each as `resendInvitations` does, one outcome each. The same command again gets the first answer and sends nothing.
 */
export async function resendMany(ctx: Context, input: ManyInvitations): Promise<InvitationAnswer> {
  authorize(ctx, "invitations:resend-many");
  return inOneAct(ctx.db, (tx) =>
    once(tx, ctx, input.command, async () => {
      const seen = await seenAmong(tx, ctx, input.invitations);
      const outcomes = await resendRows(
        tx,
        ctx,
        seen.map(({ row }) => row),
      );
      return answerOf(
        outcomes.map(({ invitationId, name, reason }) => ({ invitation: invitationId, name, reason })),
      );
    }),
  );
}

/**
 * Withdraws many open invitations, of whatever places one may see: each as `cancelInvitation` does, one outcome each.
 * Own ones anybody; other people's the workspace's owner and admins. The same command again gets the first answer.
 */
export async function cancelMany(ctx: Context, input: ManyInvitations): Promise<InvitationAnswer> {
  authorize(ctx, "invitations:cancel-many");
  const { done, notDone } = await inOneAct(ctx.db, (tx) =>
    once(tx, ctx, input.command, async (): Promise<CancelRecord> => {
      const seen = await seenAmong(tx, ctx, input.invitations);
      const open = seen.filter((one) => !refusalOf(ctx, one)).map(({ row }) => row);
      const revoked = new Set(
        await revokeInvitations(
          tx,
          ctx.org.id,
          open.map(({ id }) => id),
        ),
      );
      const done = open.filter(({ id }) => revoked.has(id));
      await recordAtPlaces(tx, ctx, "invitation_cancelled", done.map(ofPlace));
      const answer = answerOf(seen.map((one) => cancelledOf(ctx, one, revoked.has(one.row.id))));
      return { ...answer, cancelled: [...revoked] };
    }),
  );
  return { done, notDone };
}

/** Why nothing can be done about an invitation that has ended. */
export const closed: Record<Exclude<InvitationRow["status"], "pending">, string> = {
  accepted: "They have joined already.",
  declined: "They declined already.",
  revoked: "Cancelled already.",
  expired: "Expired already.",
};

function refusalOf(ctx: Context, { row, isOwner }: Seen): string | null {
  if (row.status !== "pending") return closed[row.status];
  if (row.isArchived) return "The workspace is archived.";
  if (mayCancel({ ...ctx, workspace: { isOwner } }, row.openedBy)) return null;
  return row.workspaceId
    ? "Only who invited, the owner of the workspace or an admin can cancel this."
    : "Only who invited or an admin can cancel this.";
}

function cancelledOf(ctx: Context, one: Seen, isRevoked: boolean): Outcome {
  const gone = isRevoked ? null : "This invitation was accepted or closed a moment ago.";
  return { invitation: one.row.id, name: nameOf(one.row), reason: refusalOf(ctx, one) ?? gone };
}
