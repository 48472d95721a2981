import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { type LockedGroup, selectGroupPlaces } from "@/db/queries/group-locks";
import { groups } from "@/db/schema";
import { keepOpen, recordActivity } from "./activity";
import { once } from "./commands";
import type { Context, WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { addPeople } from "./group-add";
import { lockGroup } from "./group-people";
import { isId, newId } from "./id";
import { idList } from "./id-list";
import { inOneAct, isRace } from "./invite-write";
import { takeOutLeavers } from "./leave";
import { authorize, mayCancel } from "./permissions";
import type { RecipientInput } from "./recipients";
import { isSame, seenAs } from "./seen";
import { isTyped, name as nameText, paragraph, sortKey } from "./text";
import type { Outcome } from "./views";

export const GroupKind = z.enum(["client_group", "team"]);
export type GroupKind = z.output<typeof GroupKind>;

/** Why a group cannot be called so. */
export const takenWords: Record<GroupKind, (name: string) => string> = {
  client_group: (name) => `There is a client group called ${name} already.`,
  team: (name) => `There is an internal team called ${name} already.`,
};

export const GroupDetails = z.strictObject({
  name: nameText("Give the group a name."),
  description: paragraph(500),
  managers: idList(50).default([]),
});
type GroupDetails = z.output<typeof GroupDetails>;

export type NewGroup = GroupDetails & { command: string; kind: GroupKind; people: RecipientInput[] };

/**
 * Creates a group with its managers (who makes it, where none is named) and people; sends nothing. One outcome for
 * each of the people. Internal teams are for admins to create. Refuses a name that another group of the kind has.
 */
export async function createGroup(
  ctx: Context,
  input: NewGroup,
): Promise<{ id: string; outcomes: Outcome[] }> {
  authorize(ctx, input.kind === "team" ? "groups:create-team" : "groups:create");
  return inOneAct(ctx.db, (tx) =>
    once(tx, ctx, input.command, async () => {
      const { kind, name, description } = input;
      const id = newId();
      await claimName(input, (key) =>
        tx.transaction((inner) =>
          inner.insert(groups).values({
            orgId: ctx.org.id,
            id,
            kind,
            name,
            sortKey: key,
            description,
            createdBy: ctx.actor.contactId,
          }),
        ),
      );
      await writeManagers(tx, ctx, id, input.managers.length > 0 ? input.managers : [ctx.actor.contactId]);
      const { outcomes } = await addPeople(tx, ctx, await lockGroup(tx, ctx, id), {
        ...input,
        isQuiet: true,
      });
      await record(tx, ctx, "group_created", name);
      return { id, outcomes };
    }),
  );
}

async function claimName(
  { kind, name }: { kind: GroupKind; name: string },
  write: (key: string) => Promise<unknown>,
): Promise<void> {
  try {
    await write(sortKey(name));
  } catch (error) {
    if (!isRace(error)) throw error;
    const taken = takenWords[kind](name);
    throw new DomainError("conflict", `${taken} Nothing was changed.`, { name: taken });
  }
}

const record = (
  tx: Database,
  ctx: Context,
  kind: "group_created" | "group_edited" | "group_deleted",
  name: string,
) =>
  recordActivity(tx, { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId }, [
    { kind, data: { name } },
  ]);

/** Managers are internal users of the organization; anybody else among the ids does not exist here. */
async function writeManagers(tx: Database, ctx: Context, groupId: string, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const known = await tx.execute(sql`
    with known as (
      select c.org_id, c.id from contacts c
      where c.org_id = ${ctx.org.id} and c.kind = 'internal' and c.deactivated_at is null and c.id = ${anyOf(wanted)}
    ), written as (
      insert into group_managers (org_id, group_id, contact_id) select org_id, ${groupId}::uuid, id from known
      on conflict do nothing
    )
    select id from known`);
  if (known.length < wanted.length)
    throw new DomainError("invalid", "Choose managers among your internal users. Nothing was changed.", {
      managers: "Choose internal users.",
    });
}

/** Of those who were seen to be managers who is no longer meant is none any more; who is meant besides becomes one. */
async function changeManagers(
  tx: Database,
  ctx: Context,
  { group, managers }: { group: string; managers: string[] },
  seen: string[] | undefined,
): Promise<void> {
  const isGone = seen
    ? sql`contact_id = ${anyOf(seen.filter((id) => !managers.includes(id)))}`
    : sql`contact_id <> all(${`{${managers.join(",")}}`}::uuid[])`;
  await tx.execute(
    sql`delete from group_managers where org_id = ${ctx.org.id} and group_id = ${group} and ${isGone}`,
  );
  await writeManagers(
    tx,
    ctx,
    group,
    managers.filter((id) => !seen?.includes(id)),
  );
}

export const EditGroup = GroupDetails.extend({
  group: z.uuid(),
  seen: seenAs(z.strictObject({ name: z.string(), description: z.string(), managers: z.string() })),
});

/** Renames and describes a group and names its managers, of that only what differs from what was seen. Admins. */
export async function editGroup(ctx: Context, input: z.output<typeof EditGroup>): Promise<{ name: string }> {
  authorize(ctx, "groups:edit");
  return inOneAct(ctx.db, async (tx) => {
    const before = await lockGroup(tx, ctx, input.group);
    const { seen } = input;
    const isMeant = (field: "name" | "description") => !seen || !isSame(input[field], seen[field]);
    const name = isMeant("name") ? input.name : before.name;
    await claimName({ kind: before.kind, name }, (key) =>
      tx.transaction((inner) =>
        inner
          .update(groups)
          .set({ name, sortKey: key, ...(isMeant("description") && { description: input.description }) })
          .where(and(eq(groups.orgId, ctx.org.id), eq(groups.id, input.group))),
      ),
    );
    await changeManagers(tx, ctx, input, seen?.managers.split(",").filter(isId));
    await record(tx, ctx, "group_edited", name);
    return { name };
  });
}

export const DeleteGroup = z.strictObject({ group: z.uuid(), name: z.string().max(200) });

/**
 * Deletes a group whose exact name was typed: roles it held are unassigned, people who were in workspaces only through it
 * leave them, contacts stay. Admins.
 */
export async function deleteGroup(
  ctx: Context,
  input: z.output<typeof DeleteGroup>,
): Promise<{ name: string }> {
  authorize(ctx, "groups:delete");
  return inOneAct(ctx.db, async (tx) => {
    const group = await lockGroup(tx, ctx, input.group);
    if (!isTyped(input.name, group.name))
      throw new DomainError("invalid", `Type the name to delete it: ${group.name}. Nothing was deleted.`, {
        name: `Type ${group.name}.`,
      });
    const places = await selectGroupPlaces(tx, ctx.org.id, group.id);
    for (const { id } of places) await takeOut(tx, ctx, group, id);
    for (const table of ["group_members", "group_managers"])
      await tx.execute(
        sql`delete from ${sql.identifier(table)} where org_id = ${ctx.org.id} and group_id = ${group.id}`,
      );
    await tx.delete(groups).where(and(eq(groups.orgId, ctx.org.id), eq(groups.id, group.id)));
    await record(tx, ctx, "group_deleted", group.name);
    return { name: group.name };
  });
}

async function takeOut(
  tx: Database,
  ctx: Context,
  group: LockedGroup,
  workspaceId: string,
): Promise<boolean> {
  await tx.execute(sql`update roles set holder_group_id = null
    where org_id = ${ctx.org.id} and workspace_id = ${workspaceId} and holder_group_id = ${group.id}`);
  const gone = await tx.execute(sql`delete from workspace_groups
    where org_id = ${ctx.org.id} and workspace_id = ${workspaceId} and group_id = ${group.id} returning group_id`);
  if (gone.length === 0) return false;
  await takeOutLeavers(tx, ctx, { workspaces: [workspaceId] }, group.name);
  await recordActivity(tx, { orgId: ctx.org.id, workspaceId, actorId: ctx.actor.contactId }, [
    { kind: "group_removed", data: { name: group.name } },
  ]);
  return true;
}

export const RemoveGroup = z.strictObject({ group: z.uuid() });

/**
 * Takes a group out of the workspace, and with it who was there only through it; roles it held are unassigned.
 * Who is neither owner nor admin removes only groups they added themselves.
 */
export async function removeGroupFromWorkspace(
  ctx: WorkspaceContext,
  { group: id }: z.output<typeof RemoveGroup>,
): Promise<{ name: string }> {
  authorize(ctx, "members:remove");
  return inOneAct(ctx.db, async (tx) => {
    const group = await lockGroup(tx, ctx, id);
    const [place] = await tx.execute<{ addedBy: string }>(sql`
      select added_by as "addedBy" from workspace_groups
      where org_id = ${ctx.org.id} and workspace_id = ${ctx.workspace.id} and group_id = ${id}`);
    if (!place)
      throw new DomainError(
        "not_found",
        `${group.name} is not in this workspace any more. Nothing was changed.`,
      );
    if (!mayCancel(ctx, place.addedBy))
      throw new DomainError(
        "forbidden",
        "Only who added this group, the owner of the workspace or an admin can remove it.",
      );
    await takeOut(tx, ctx, group, ctx.workspace.id);
    await keepOpen(tx, { orgId: ctx.org.id, workspaceId: ctx.workspace.id });
    return { name: group.name };
  });
}
