import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { lockGroupsAround } from "@/db/queries/group-locks";
import { reopenInvitations, reopenRequests } from "@/db/queries/reopen";
import type { NewActivity } from "./activity";
import type { WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { giveBackRole } from "./give-back";
import { OUTBOX_CHANNEL } from "./messages";
import type { UndoableData } from "./undoable-views";

type Restore<Data> = (
  tx: Database,
  ctx: WorkspaceContext,
  data: Data,
  act: { id: string; name: string },
) => Promise<NewActivity[]>;

export const wakeWorkers = (tx: Database) => tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);

type At = { orgId: string; workspaceId: string };

/** From now on a member stays as long as their groups do, if one is still there and they do not own the workspace by now. */
async function hangOnGroup(tx: Database, at: At, contact: string): Promise<void> {
  await tx.execute(sql`
    update members m set is_direct = false from workspaces w
    where m.org_id = ${at.orgId} and m.workspace_id = ${at.workspaceId} and m.contact_id = ${contact}
      and w.org_id = m.org_id and w.id = m.workspace_id and w.owner_id is distinct from m.contact_id
      and exists (select from workspace_groups g join group_members p on p.org_id = g.org_id
        and p.group_id = g.group_id and p.contact_id = m.contact_id
        where g.org_id = m.org_id and g.workspace_id = m.workspace_id)`);
}

/** How each kind of act is taken back; answers what to tell of it. Throws, in words, when things have moved on. */
export const restorers: { [K in keyof UndoableData]: Restore<UndoableData[K]> } = {
  member_removed: async (tx, ctx, { contact, member, roles, invitations }, { id, name }) => {
    const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
    await lockGroupsAround(tx, at, [contact]);
    await tx.execute(sql`select id from roles where org_id = ${at.orgId} and workspace_id = ${at.workspaceId}
      and id = ${anyOf(roles)} order by id for no key update`);
    const back = await tx.execute(sql`
      insert into members select m.* from jsonb_populate_record(null::members, ${JSON.stringify(member)}::jsonb) m
      join contacts c on c.org_id = m.org_id and c.id = m.contact_id and c.deactivated_at is null
      where m.org_id = ${at.orgId} and m.workspace_id = ${at.workspaceId}
      on conflict do nothing returning contact_id`);
    if (back.length === 0)
      throw new DomainError(
        "gone",
        `${name} is a member again already, or no longer a contact. Nothing was changed.`,
      );
    const held = await tx.execute<{ name: string }>(sql`
      update roles r set holder_id = c.id from contacts c
      where r.org_id = ${at.orgId} and r.workspace_id = ${at.workspaceId} and r.id = ${anyOf(roles)}
        and r.holder_id is null and r.holder_group_id is null
        and c.org_id = r.org_id and c.id = ${contact} and r.audience in ('any', c.kind) returning r.name`);
    if ((await reopenInvitations(tx, at, invitations, { act: id })).length > 0) await wakeWorkers(tx);
    return [
      { kind: "member_restored", data: { name } },
      ...held.map((role) => ({ kind: "role_assigned" as const, data: { role: role.name, name } })),
    ];
  },

  invitation_cancelled: async (tx, ctx, { invitations }, { id, name }) => {
    const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
    if ((await reopenInvitations(tx, at, invitations, { act: id })).length === 0)
      throw new DomainError(
        "gone",
        `${name} has been invited again, has joined, left or has another address now. Nothing was changed.`,
      );
    await wakeWorkers(tx);
    return [{ kind: "invitation_restored", data: { name } }];
  },

  role_assigned: async (tx, ctx, { role, holder, former, wasThroughGroup }) => {
    const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
    if (wasThroughGroup) await lockGroupsAround(tx, at, [holder]);
    const [held] = await tx.execute<{ role: string; name: string }>(sql`
      update roles r set holder_id = null from contacts c
      where r.org_id = ${at.orgId} and r.workspace_id = ${at.workspaceId} and r.id = ${role}
        and r.holder_id = ${holder} and c.org_id = r.org_id and c.id = r.holder_id
      returning r.name as role, coalesce(c.name, c.email, c.phone) as name`);
    const told = held && former ? await giveBackRole(tx, ctx, role, former) : [];
    if (!held || (former && told.length === 0))
      throw new DomainError(
        "gone",
        "Somebody else holds this role by now, or who held it before has left. Nothing was changed.",
      );
    if (wasThroughGroup) await hangOnGroup(tx, at, holder);
    return former ? told : [{ kind: "role_unassigned", data: held }];
  },

  role_unassigned: async (tx, ctx, { role, former }) => {
    const told = await giveBackRole(tx, ctx, role, former);
    if (told.length === 0)
      throw new DomainError(
        "gone",
        "Somebody holds this role by now, or its holder has left. Nothing was changed.",
      );
    return told;
  },

  requests_declined: async (tx, ctx, { requests }) => {
    const names = await reopenRequests(tx, { orgId: ctx.org.id, workspaceId: ctx.workspace.id }, requests);
    if (names.length < requests.length)
      throw new DomainError("gone", "They have been told already. Ask them to follow the link again.");
    return [{ kind: "requests_restored", data: { names: names.slice(0, 3), count: names.length } }];
  },
};
