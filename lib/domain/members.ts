import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { selectInvitations } from "@/db/queries/invitations";
import { countMembers, type MemberJson, selectMembers } from "@/db/queries/members";
import { recordActivity } from "./activity";
import { displayAddress } from "./address";
import type { WorkspaceContext } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { DomainError, notFound } from "./errors";
import { isId } from "./id";
import { revokeInvitations } from "./invitations";
import { RESEND_GAP_SECONDS } from "./invite-plan";
import { maskOthers } from "./masking";
import { authorize, can, mayCancel } from "./permissions";
import { sortKey } from "./text";
import type { MemberRow, MembersPage } from "./views";

export const MEMBERS_PAGE = 50;

/**
 * One page of the members panel. Clients see who is there, but no address except their own, not even
 * by searching for one, and nothing about invitations.
 */
export async function listMembers(
  ctx: WorkspaceContext,
  input: { find?: string; show?: "all" | "not-joined"; after?: string },
): Promise<MembersPage> {
  authorize(ctx, "workspace:view");
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
  const withInvitations = can("invitations:view", ctx.actor, ctx.workspace);
  const [rows, counts] = await Promise.all([
    selectMembers(ctx.db, {
      ...at,
      contactId: ctx.actor.contactId,
      withInvitations,
      withAddresses: ctx.actor.kind === "internal",
      find: sortKey((input.find ?? "").slice(0, 100).replaceAll("\0", "").toWellFormed()) || null,
      notJoinedOnly: input.show === "not-joined",
      after: readMemberCursor(input.after),
      limit: MEMBERS_PAGE + 1,
    }),
    countMembers(ctx.db, at),
  ]);
  const page = rows.slice(0, MEMBERS_PAGE);
  const last = page.at(-1);
  const people = page.map((row) => memberRow(ctx, row));
  return maskOthers(ctx, {
    internal: people.filter(({ kind }) => kind === "internal"),
    clients: people.filter(({ kind }) => kind === "client"),
    ...counts,
    next: rows.length > MEMBERS_PAGE && last ? writeCursor(last.rank, last.contactId) : null,
  });
}

function readMemberCursor(text: string | undefined) {
  const cursor = readCursor(text);
  return cursor && /^[0-3]$/.test(cursor.key) && isId(cursor.id)
    ? { rank: Number(cursor.key), id: cursor.id }
    : null;
}

function memberRow(ctx: WorkspaceContext, row: MemberJson): MemberRow {
  const { rank: _, invitation, roles, ...rest } = row;
  return {
    ...rest,
    ...namesFor(ctx, rest),
    roles: roles ?? [],
    invitation: invitation && {
      ...invitation,
      address: displayAddress(invitation.address),
      delivery: invitation.delivery ?? "queued",
      invitedAt: new Date(invitation.invitedAt),
      sentAt: new Date(invitation.sentAt),
      expiresAt: new Date(invitation.expiresAt),
      resendAt:
        invitation.sentAgo < RESEND_GAP_SECONDS && invitation.sends > 0
          ? new Date(Number(invitation.sentAt) + RESEND_GAP_SECONDS * 1_000)
          : null,
      mayCancel: mayCancel(ctx, invitation.inviterId),
    },
  };
}

/** Names and addresses as people write them. */
function namesFor(
  ctx: WorkspaceContext,
  { name, address, isMe }: Pick<MemberRow, "name" | "address" | "isMe">,
) {
  const shown = displayAddress(address);
  const isHidden = ctx.actor.kind === "client" && !isMe;
  return { name: name === address ? shown : name, address: isHidden ? "" : shown };
}

export const RemoveMember = z.strictObject({ contact: z.uuid() });

/**
 * Takes somebody out of the workspace: their access ends at the next request, roles they held are
 * unassigned with their actions intact, their open invitation is cancelled. The owner stays. Who is
 * neither owner nor admin removes only people they added themselves.
 */
export async function removeMember(
  ctx: WorkspaceContext,
  { contact }: z.output<typeof RemoveMember>,
): Promise<{ name: string }> {
  authorize(ctx, "members:remove");
  return ctx.db.transaction(async (tx) => {
    const [member] = await tx.execute<{ name: string; addedBy: string; isOwner: boolean }>(sql`
      select coalesce(c.name, c.email, c.phone) as name, m.added_by as "addedBy", w.owner_id = c.id as "isOwner"
      from members m
      join contacts c on c.org_id = m.org_id and c.id = m.contact_id
      join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
      where m.org_id = ${ctx.org.id} and m.workspace_id = ${ctx.workspace.id} and m.contact_id = ${contact}
      for update of m`);
    if (!member) throw notFound();
    if (member.isOwner)
      throw new DomainError("conflict", "The owner cannot be removed. Hand the workspace over first.");
    if (!mayCancel(ctx, member.addedBy))
      throw new DomainError(
        "forbidden",
        "Only who added this person, the owner of the workspace or an admin can remove them.",
      );
    await withdraw(tx, ctx, contact);
    await recordActivity(
      tx,
      { orgId: ctx.org.id, workspaceId: ctx.workspace.id, actorId: ctx.actor.contactId },
      [{ kind: "member_removed", data: { name: member.name } }],
    );
    return { name: member.name };
  });
}

async function withdraw(tx: Database, ctx: WorkspaceContext, contact: string): Promise<void> {
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
  const open = await selectInvitations(tx, at, { contacts: [contact] });
  await revokeInvitations(
    tx,
    ctx.org.id,
    open.map(({ id }) => id),
  );
  await tx.execute(sql`update roles set holder_id = null
    where org_id = ${at.orgId} and workspace_id = ${at.workspaceId} and holder_id = ${contact}`);
  await tx.execute(sql`delete from members
    where org_id = ${at.orgId} and workspace_id = ${at.workspaceId} and contact_id = ${contact}`);
}
