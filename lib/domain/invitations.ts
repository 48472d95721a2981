import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isOfInvitation } from "@/db/queries/invitation-kinds";
import { type InvitationRow, selectInvitations } from "@/db/queries/invitations";
import { invitations, messages } from "@/db/schema";
import { type ActivityKind, recordActivity } from "./activity";
import { displayAddress } from "./address";
import type { WorkspaceContext } from "./context";
import { DomainError, notFound } from "./errors";
import { linkKey } from "./invitation-views";
import { authorize, mayCancel, mayCopyLink } from "./permissions";
import { rememberAct } from "./remember-act";
import { nameOf } from "./resend";
import { makeToken, newestKey } from "./token";

export const OneInvitation = z.strictObject({ invitation: z.uuid() });
export type OneInvitation = z.output<typeof OneInvitation>;

const placeOf = (ctx: WorkspaceContext) => ({ orgId: ctx.org.id, workspaceId: ctx.workspace.id });

/** An invitation to this workspace that is open; refuses (`gone`) one that has ended, and says how. */
export async function openInvitation(
  tx: Database,
  ctx: WorkspaceContext,
  id: string,
): Promise<InvitationRow> {
  const [row] = await selectInvitations(tx, placeOf(ctx), { ids: [id] });
  if (!row) throw notFound();
  if (row.status === "pending") return row;
  throw gone(row.status);
}

const gone = (state: string) =>
  new DomainError("gone", `This invitation is ${state} by now. Look again to see what happened.`);

const record = (tx: Database, ctx: WorkspaceContext, kind: ActivityKind, row: InvitationRow) =>
  recordActivity(tx, { ...placeOf(ctx), actorId: ctx.actor.contactId }, [
    { kind, data: { name: nameOf(row) } },
  ]);

/**
 * The path of an open invitation's link, to hand over by other means; that it was taken is recorded. It opens what the
 * link of the messages opens, but proves no address, since who copies it can use it. Of a new internal user only admins
 * get it: whoever opens it first becomes one. `codeGoesTo`: the number that a code goes to before anybody joins by it.
 */
export async function copyInviteLink(
  ctx: WorkspaceContext,
  { invitation }: OneInvitation,
): Promise<{ name: string; path: string; linkKey: string; codeGoesTo: string | null }> {
  authorize(ctx, "invitations:copy-link");
  return ctx.db.transaction(async (tx) => {
    const row = await openInvitation(tx, ctx, invitation);
    if (!mayCopyLink(ctx.actor, ctx.workspace, row.kind))
      throw new DomainError(
        "forbidden",
        "Only admins can copy the link of a new internal user. Ask an admin, or resend the invitation.",
      );
    await record(tx, ctx, "link_copied", row);
    const subject = { organization: ctx.org.number, id: row.id };
    const token = makeToken(ctx.keys, newestKey(ctx.keys), "handed-invite", subject, row.generation);
    const codeGoesTo = row.channel === "sms" ? displayAddress(row.address) : null;
    return { name: nameOf(row), path: `/invite/${token}`, linkKey: linkKey(row), codeGoesTo };
  });
}

/** Makes every link sent so far dead. The next resend carries the new one. */
export async function replaceLink(
  ctx: WorkspaceContext,
  { invitation }: OneInvitation,
): Promise<{ name: string }> {
  authorize(ctx, "invitations:replace-link");
  return ctx.db.transaction(async (tx) => {
    const row = await openInvitation(tx, ctx, invitation);
    await tx
      .update(invitations)
      .set({ generation: sql`${invitations.generation} + 1` })
      .where(and(eq(invitations.orgId, ctx.org.id), eq(invitations.id, row.id)));
    await cancelQueued(tx, ctx.org.id, [row.id]);
    await record(tx, ctx, "link_replaced", row);
    return { name: nameOf(row) };
  });
}

/**
 * Withdraws an open invitation: its links are dead, what waits in the outbox is not sent. The person
 * stays in the list as not joined, with the role they hold. Who opened it may, also when somebody else has put a note in
 * since; owner and admins: all.
 */
export async function cancelInvitation(
  ctx: WorkspaceContext,
  { invitation }: OneInvitation,
): Promise<{ name: string }> {
  authorize(ctx, "invitations:cancel");
  return ctx.db.transaction(async (tx) => {
    const row = await openInvitation(tx, ctx, invitation);
    if (!mayCancel(ctx, row.openedBy))
      throw new DomainError(
        "forbidden",
        "Only who invited, the owner of the workspace or an admin can cancel this.",
      );
    const [revoked] = await revokeInvitations(tx, ctx.org.id, [row.id]);
    if (!revoked) throw gone("accepted or closed");
    await record(tx, ctx, "invitation_cancelled", row);
    await rememberAct(tx, ctx, {
      kind: "invitation_cancelled",
      name: nameOf(row),
      data: { invitations: [revoked] },
    });
    return { name: nameOf(row) };
  });
}

/** Closes open invitations as revoked and takes their unsent messages out of the outbox; answers which were open. */
export async function revokeInvitations(tx: Database, orgId: string, ids: string[]): Promise<string[]> {
  const revoked = await tx.execute<{ id: string }>(sql`
    update invitations set status = 'revoked', closed_at = now()
    where org_id = ${orgId} and status = 'pending'
      and id = ${anyOf(ids)}
    returning id`);
  await cancelQueued(tx, orgId, ids);
  return revoked.map(({ id }) => id);
}

/** Cancels messages of these invitations that no worker has taken up; answers which. */
export async function cancelQueued(tx: Database, orgId: string, invitationIds: string[]): Promise<string[]> {
  const cancelled = await tx
    .update(messages)
    .set({ state: "cancelled" })
    .where(
      and(
        eq(messages.orgId, orgId),
        eq(messages.state, "queued"),
        eq(messages.attempts, 0),
        sql`${messages.leaseOwner} is null`,
        isOfInvitation(sql`${messages.kind}`),
        sql`${messages.subjectId} = ${anyOf(invitationIds)}`,
      ),
    )
    .returning({ id: messages.subjectId });
  return cancelled.map(({ id }) => id);
}
