import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { lockGroupsAround } from "@/db/queries/group-locks";
import { lockMembers } from "@/db/queries/member-locks";
import { lockHeldRoles } from "@/db/queries/roles";
import { recordActivity } from "./activity";
import { nothingToUndo, recall } from "./commands";
import type { WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { giveBackRole } from "./give-back";
import { cancelQueued, revokeInvitations } from "./invitations";
import type { InviteRecord } from "./invite";
import { inOneAct } from "./invite-write";
import { takeOutLeavers } from "./leave";
import { authorize } from "./permissions";
import {
  archiveMade,
  countStanding,
  forgetAdded,
  forgetFirstSend,
  quietAgain,
  type UndoInvite,
  type Undone,
} from "./undo-write";

/**
 * Takes back one's own act of inviting into this workspace while its messages are held: people whose message has not
 * left leave the workspace again and nothing is sent to them; new contacts stay in the contact list. Who came
 * into a group of the act meanwhile leaves with the group. A role that was taken over goes back to who held it, if
 * they are still there and nobody holds it now. A workspace that the act made is archived, unless it has been used since.
 * Answers how many people that were, and how many messages had gone; refuses when every message has gone.
 */
export async function undoInvite(
  ctx: WorkspaceContext,
  { command }: z.output<typeof UndoInvite>,
): Promise<Undone> {
  authorize(ctx, "members:invite");
  return inOneAct(ctx.db, async (tx) => {
    const record = await recall<InviteRecord>(tx, ctx, command);
    if (record.workspace !== ctx.workspace.id) throw nothingToUndo();
    await lockGroupsAround(tx, { orgId: ctx.org.id, workspaceId: ctx.workspace.id }, record.members);
    await lockInvited(tx, ctx.org.id, record.invitations);
    await lockHeldRoles(tx, ctx.org.id, [ctx.workspace.id]);
    const unsent = await cancelQueued(tx, ctx.org.id, record.invitations);
    const notices = await cancelNotices(tx, ctx, record.members);
    const undone = unsent.length + notices.length;
    if (undone === 0)
      throw new DomainError(
        "gone",
        'The messages have been sent already. Use "Cancel Invitation" to withdraw one.',
      );
    const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
    const unsentPeople = await forgetFirstSend(tx, at, unsent);
    if (record.groups.length > 0 && unsent.length < record.invitations.length)
      throw new DomainError(
        "gone",
        "Some of the group's messages have been sent already. Remove the group from the workspace instead.",
      );
    await revokeInvitations(tx, ctx.org.id, unsent);
    const dropped = await dropGroups(tx, ctx, record.groups);
    const alone = await withoutGroup(tx, ctx, [...unsentPeople, ...notices, ...quietOnes(record)]);
    const owners = await lockMembers(tx, at, alone);
    const people = alone.filter((id) => record.members.includes(id) && !owners.includes(id));
    await freeRoles(tx, ctx, people);
    await dropMembers(tx, ctx, people);
    await quietAgain(tx, ctx.org.id, unsentPeople);
    if (dropped) await takeOutLeavers(tx, ctx, { workspaces: [ctx.workspace.id] }, dropped);
    await recordActivity(tx, { ...at, actorId: ctx.actor.contactId }, [
      { kind: "invite_undone", data: { count: undone } },
      ...(record.role && record.former ? await giveBackRole(tx, ctx, record.role, record.former) : []),
    ]);
    const made = await archiveMade(tx, ctx, command);
    const gone = await countStanding(tx, ctx, { command, ...record });
    await forgetAdded(tx, ctx, { command, undone, gone, made });
    return { undone, gone, made };
  });
}

/** Who was invited, before what they hold and where they are, as whoever merges contacts does. */
const lockInvited = (tx: Database, orgId: string, invitations: string[]) =>
  tx.execute(sql`select from contacts c where c.org_id = ${orgId} and c.id in (select i.contact_id from invitations i
    where i.org_id = ${orgId} and i.id = ${anyOf(invitations)}) order by c.id for no key update`);

/** Held notices to people who had an account; answers whose. */
async function cancelNotices(tx: Database, ctx: WorkspaceContext, people: string[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    update messages set state = 'cancelled'
    where org_id = ${ctx.org.id} and kind = 'workspace_added' and state = 'queued' and attempts = 0
      and lease_owner is null and contact_id = ${anyOf(people)}
      and "values" ->> 'path' = ${`/${ctx.org.slug}/w/${ctx.workspace.id}`}
    returning contact_id as id`);
  return rows.map(({ id }) => id);
}

/** People a group brought along who got no message leave with it. */
const quietOnes = ({ groups, members }: InviteRecord) => (groups.length > 0 ? members : []);

/** Takes the groups of the act out of the workspace; answers the name of one, null when there was none. */
async function dropGroups(tx: Database, ctx: WorkspaceContext, groups: string[]): Promise<string | null> {
  if (groups.length === 0) return null;
  const at = sql`org_id = ${ctx.org.id} and workspace_id = ${ctx.workspace.id}`;
  await tx.execute(
    sql`update roles set holder_group_id = null where ${at} and holder_group_id = ${anyOf(groups)}`,
  );
  const [gone] = await tx.execute<{ name: string }>(sql`
    delete from workspace_groups w using groups g
    where w.org_id = ${ctx.org.id} and w.workspace_id = ${ctx.workspace.id} and w.group_id = ${anyOf(groups)}
      and g.org_id = w.org_id and g.id = w.group_id returning g.name`);
  return gone?.name ?? null;
}

/** Of these people those who are in no group of the workspace: the others stay through it. */
async function withoutGroup(tx: Database, ctx: WorkspaceContext, people: string[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct p.contact_id as id from group_members p
    join workspace_groups g on g.org_id = p.org_id and g.group_id = p.group_id
    where p.org_id = ${ctx.org.id} and g.workspace_id = ${ctx.workspace.id} and p.contact_id = ${anyOf(people)}`);
  const inGroup = new Set(rows.map(({ id }) => id));
  return [...new Set(people)].filter((id) => !inGroup.has(id));
}

const freeRoles = (tx: Database, ctx: WorkspaceContext, people: string[]) =>
  tx.execute(sql`
    update roles set holder_id = null
    where org_id = ${ctx.org.id} and workspace_id = ${ctx.workspace.id} and holder_id = ${anyOf(people)}`);

const dropMembers = (tx: Database, ctx: WorkspaceContext, people: string[]) =>
  tx.execute(sql`
    delete from members
    where org_id = ${ctx.org.id} and workspace_id = ${ctx.workspace.id} and contact_id = ${anyOf(people)}`);
