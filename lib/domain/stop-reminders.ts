import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import type { InvitationRow } from "@/db/queries/invitations";
import { type ActivityKind, recordAtPlaces } from "./activity";
import { once } from "./commands";
import type { Context, WorkspaceContext } from "./context";
import { answerOf, closed, type InvitationAnswer, type ManyInvitations, seenAmong } from "./invitation-acts";
import { type OneInvitation, openInvitation } from "./invitations";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";
import { nameOf, ofPlace } from "./resend";

/** `already`: why it changes nothing of an invitation that is open. */
type Change = { set: SQL; where: SQL; kind: ActivityKind; already: string };

const STOP: Change = {
  set: sql`now()`,
  where: sql`reminders_stopped_at is null`,
  kind: "reminders_stopped",
  already: "Reminders are stopped already.",
};
const RESUME: Change = {
  set: sql`null`,
  where: sql`reminders_stopped_at is not null`,
  kind: "reminders_resumed",
  already: "Reminders were not stopped.",
};

/**
 * No reminder of an open invitation goes out from now on, nor one that still waits in the outbox; sending it again by
 * hand does not change that. Done twice, it is recorded once. Every internal member may.
 */
export async function stopReminders(ctx: WorkspaceContext, input: OneInvitation): Promise<{ name: string }> {
  authorize(ctx, "reminders:stop");
  return changeOne(ctx, input, STOP);
}

/** Reminds of an open invitation again, on the days still to come. Every internal member may. */
export async function resumeReminders(
  ctx: WorkspaceContext,
  input: OneInvitation,
): Promise<{ name: string }> {
  authorize(ctx, "reminders:stop");
  return changeOne(ctx, input, RESUME);
}

/** As `stopReminders`, for many invitations of whatever places one may see, one outcome each. */
export async function stopManyReminders(ctx: Context, input: ManyInvitations): Promise<InvitationAnswer> {
  authorize(ctx, "reminders:stop-many");
  return changeMany(ctx, input, STOP);
}

/** As `resumeReminders`, for many invitations of whatever places one may see, one outcome each. */
export async function resumeManyReminders(ctx: Context, input: ManyInvitations): Promise<InvitationAnswer> {
  authorize(ctx, "reminders:stop-many");
  return changeMany(ctx, input, RESUME);
}

async function changeOne(ctx: WorkspaceContext, { invitation }: OneInvitation, change: Change) {
  return ctx.db.transaction(async (tx) => {
    const row = await openInvitation(tx, ctx, invitation);
    const changed = await write(tx, ctx.org.id, [row.id], change);
    if (changed.size > 0) await recordAtPlaces(tx, ctx, change.kind, [ofPlace(row)]);
    return { name: nameOf(row) };
  });
}

async function changeMany(ctx: Context, input: ManyInvitations, change: Change): Promise<InvitationAnswer> {
  return inOneAct(ctx.db, (tx) =>
    once(tx, ctx, input.command, async () => {
      const rows = (await seenAmong(tx, ctx, input.invitations)).map(({ row }) => row);
      const ids = rows.map(({ id }) => id);
      const changed = await write(tx, ctx.org.id, ids, change);
      const done = rows.filter(({ id }) => changed.has(id));
      await recordAtPlaces(tx, ctx, change.kind, done.map(ofPlace));
      return answerOf(
        rows.map((row) => ({
          invitation: row.id,
          name: nameOf(row),
          reason: changed.has(row.id) ? null : refusalOf(row, change),
        })),
      );
    }),
  );
}

function refusalOf(row: InvitationRow, { already }: Change): string {
  if (row.status !== "pending") return closed[row.status];
  return row.isArchived ? "The workspace is archived." : already;
}

/** Changes what is open, in no archived workspace and not so already, in one statement; answers what it changed. */
async function write(tx: Database, orgId: string, ids: string[], { set, where }: Change) {
  const rows = await tx.execute<{ id: string }>(sql`
    update invitations i set reminders_stopped_at = ${set}
    where i.org_id = ${orgId} and i.id = ${anyOf(ids)} and i.status = 'pending' and ${where}
      and not exists (select from workspaces w where w.org_id = i.org_id and w.id = i.workspace_id
        and w.archived_at is not null)
    returning i.id`);
  return new Set(rows.map(({ id }) => id));
}
