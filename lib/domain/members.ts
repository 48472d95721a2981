import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { lockGroupsAround } from "@/db/queries/group-locks";
import { selectInvitations } from "@/db/queries/invitations";
import { lockMembers } from "@/db/queries/member-locks";
import { countMembers, type MemberJson, type MembersQuery, selectMembers } from "@/db/queries/members";
import { lockHeldRoles } from "@/db/queries/roles";
import { selectWorkspaceGroups, type WorkspaceGroupJson } from "@/db/queries/workspace-groups";
import { recordActivity } from "./activity";
import { displayAddress } from "./address";
import type { WorkspaceContext } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { DomainError, notFound } from "./errors";
import { isId } from "./id";
import { linkKey } from "./invitation-views";
import { revokeInvitations } from "./invitations";
import { RESEND_GAP_SECONDS } from "./invite-plan";
import { inOneAct } from "./invite-write";
import { maskOthers } from "./masking";
import type { MemberGroup, MembersPage } from "./member-views";
import { authorize, can, mayCancel } from "./permissions";
import { rememberAct } from "./remember-act";
import { sortKey } from "./text";
import type { MemberRow } from "./views";

export const MEMBERS_PAGE = 50;

type MembersInput = {
  find?: string;
  show?: NonNullable<MembersQuery["only"]>;
  after?: string;
  /** A group whose people are wanted too, and the cursor among them. */
  group?: string;
  inside?: string;
};

/**
 * One page of the members panel: people who are here by name, and groups; finding, "Not Joined" and "not
 * delivered" look at everybody. Clients see who is there, but no addresses and nothing about invitations.
 */
export async function listMembers(ctx: WorkspaceContext, input: MembersInput): Promise<MembersPage> {
  authorize(ctx, "workspace:view");
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
  const find = sortKey((input.find ?? "").slice(0, 100).replaceAll("\0", "").toWellFormed()) || null;
  const query = {
    ...at,
    contactId: ctx.actor.contactId,
    withInvitations: can("invitations:view", ctx.actor, ctx.workspace),
    withAddresses: ctx.actor.kind === "internal",
    limit: MEMBERS_PAGE + 1,
  };
  const only = (input.show !== "not-delivered" || query.withInvitations) && input.show ? input.show : null;
  const list = { ...query, find, only, after: readMemberCursor(input.after) };
  const [rows, groups, counts, opened] = await Promise.all([
    selectMembers(ctx.db, { ...list, among: find || only ? "everybody" : "direct" }),
    selectWorkspaceGroups(ctx.db, list),
    countMembers(ctx.db, query),
    input.group && isId(input.group) ? openGroup(ctx, query, input.group, input.inside) : null,
  ]);
  const merged = [...rows, ...groups].sort(inOrder);
  const page = merged.slice(0, MEMBERS_PAGE);
  const order = new Map(page.map((entry, i) => [entry, i]));
  const people = rows.flatMap((row) => (order.has(row) ? memberRow(ctx, row, order.get(row)) : []));
  return maskOthers(ctx, {
    internal: people.filter(({ kind }) => kind === "internal"),
    clients: people.filter(({ kind }) => kind === "client"),
    groups: groups.flatMap((row) => (order.has(row) ? groupRow(ctx, row, order.get(row)) : [])),
    opened,
    ...counts,
    next: merged.length > MEMBERS_PAGE ? cursorAt(page.at(-1)) : null,
  });
}

async function openGroup(
  ctx: WorkspaceContext,
  query: Pick<
    MembersQuery,
    "orgId" | "workspaceId" | "contactId" | "withInvitations" | "withAddresses" | "limit"
  >,
  groupId: string,
  inside?: string,
): Promise<MembersPage["opened"]> {
  const after = readMemberCursor(inside);
  const rows = await selectMembers(ctx.db, {
    ...query,
    find: null,
    only: null,
    among: { group: groupId },
    after,
  });
  const page = rows.slice(0, MEMBERS_PAGE);
  const people = page.map((row, i) => memberRow(ctx, row, i));
  return { groupId, people, next: rows.length > MEMBERS_PAGE ? cursorAt(page.at(-1)) : null };
}

type Entry = MemberJson | WorkspaceGroupJson;

const idOf = (entry: Entry) => ("groupId" in entry ? entry.groupId : entry.contactId);

/** As the database orders them: by the bytes of the key. */
const inOrder = (a: Entry, b: Entry): number =>
  a.rank - b.rank ||
  Buffer.compare(Buffer.from(a.sortKey), Buffer.from(b.sortKey)) ||
  (idOf(a) < idOf(b) ? -1 : 1);

const cursorAt = (entry: Entry | undefined) => (entry ? writeCursor(entry.rank, idOf(entry)) : null);

function readMemberCursor(text: string | undefined) {
  const cursor = readCursor(text);
  return cursor && /^[0-3]$/.test(cursor.key) && isId(cursor.id)
    ? { rank: Number(cursor.key), id: cursor.id }
    : null;
}

function groupRow(ctx: WorkspaceContext, row: WorkspaceGroupJson, order = 0): MemberGroup {
  const { sortKey: _, rank: __, addedBy, roles, waiting, ...rest } = row;
  const mayRemove = can("members:remove", ctx.actor, ctx.workspace) && mayCancel(ctx, addedBy);
  return { ...rest, order, roles: roles ?? [], waiting: (waiting ?? []).map(displayAddress), mayRemove };
}

function memberRow(ctx: WorkspaceContext, row: MemberJson, order = 0): MemberRow {
  const { sortKey: _, rank: __, invitation, roles, through, ...rest } = row;
  return {
    ...rest,
    ...namesFor(ctx, rest),
    order,
    roles: roles ?? [],
    through: through ?? [],
    invitation: invitation && {
      ...invitation,
      address: displayAddress(invitation.address),
      linkKey: linkKey(invitation),
      delivery: invitation.delivery ?? "queued",
      invitedAt: new Date(invitation.invitedAt),
      sentAt: new Date(invitation.sentAt),
      expiresAt: new Date(invitation.expiresAt),
      resendAt:
        invitation.sentAgo < RESEND_GAP_SECONDS && invitation.sends > 0
          ? new Date(Number(invitation.sentAt) + RESEND_GAP_SECONDS * 1_000)
          : null,
      mayCancel: !ctx.workspace.isArchived && mayCancel(ctx, invitation.openedBy),
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
 * unassigned with their actions intact, their open invitation is cancelled. The owner stays, and who is
 * here through a group leaves with the group only. Who is neither owner nor admin removes only people
 * they added themselves.
 */
export async function removeMember(
  ctx: WorkspaceContext,
  { contact }: z.output<typeof RemoveMember>,
): Promise<{ name: string }> {
  authorize(ctx, "members:remove");
  return inOneAct(ctx.db, async (tx) => {
    await lockGroupsAround(tx, { orgId: ctx.org.id, workspaceId: ctx.workspace.id }, [contact]);
    await lockHeldRoles(tx, ctx.org.id, [ctx.workspace.id]);
    await lockMembers(tx, { orgId: ctx.org.id, workspaceId: ctx.workspace.id }, [contact]);
    const [member] = await tx.execute<{
      name: string;
      addedBy: string;
      isOwner: boolean;
      group: string | null;
      row: Record<string, unknown>;
    }>(sql`
      select coalesce(c.name, c.email, c.phone) as name, to_jsonb(m) as row, m.added_by as "addedBy", w.owner_id = c.id as "isOwner",
        (select min(g.name) from group_members p
          join workspace_groups x on x.org_id = p.org_id and x.group_id = p.group_id and x.workspace_id = m.workspace_id
          join groups g on g.org_id = x.org_id and g.id = x.group_id
          where p.org_id = m.org_id and p.contact_id = m.contact_id) as "group"
      from members m
      join contacts c on c.org_id = m.org_id and c.id = m.contact_id
      join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
      where m.org_id = ${ctx.org.id} and m.workspace_id = ${ctx.workspace.id} and m.contact_id = ${contact}
      for update of m`);
    if (!member) throw notFound();
    const name = displayAddress(member.name);
    if (member.isOwner)
      throw new DomainError("conflict", "The owner cannot be removed. Hand the workspace over first.");
    if (!mayCancel(ctx, member.addedBy))
      throw new DomainError(
        "forbidden",
        "Only who added this person, the owner of the workspace or an admin can remove them.",
      );
    if (member.group)
      throw new DomainError(
        "conflict",
        `${name} is here through ${member.group}. Take them out of the group, or remove the group.`,
      );
    const { freed, invitations } = await withdraw(tx, ctx, contact);
    const roles = freed.map(({ id }) => id);
    const data = { contact, member: member.row, roles, invitations };
    await rememberAct(tx, ctx, { kind: "member_removed", name, data });
    await recordActivity(
      tx,
      { orgId: ctx.org.id, workspaceId: ctx.workspace.id, actorId: ctx.actor.contactId },
      [
        { kind: "member_removed", data: { name } },
        ...freed.map((role) => ({
          kind: "role_unassigned" as const,
          data: { role: role.name, name },
        })),
      ],
    );
    return { name };
  });
}

/** Ends a membership with everything that hangs on it; answers which roles are free now and which invitations closed. */
async function withdraw(tx: Database, ctx: WorkspaceContext, contact: string) {
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
  const open = await selectInvitations(tx, at, { contacts: [contact] });
  const invitations = await revokeInvitations(
    tx,
    ctx.org.id,
    open.map(({ id }) => id),
  );
  const freed = await tx.execute<{ id: string; name: string }>(sql`update roles set holder_id = null
    where org_id = ${at.orgId} and workspace_id = ${at.workspaceId} and holder_id = ${contact} returning id, name`);
  await tx.execute(sql`delete from members
    where org_id = ${at.orgId} and workspace_id = ${at.workspaceId} and contact_id = ${contact}`);
  return { freed: [...freed], invitations };
}
