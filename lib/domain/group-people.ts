import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { type LockedGroup, lockGroups, selectGroupPlaces } from "@/db/queries/group-locks";
import { namesOf, recordActivity } from "./activity";
import { once } from "./commands";
import type { Context } from "./context";
import { DomainError } from "./errors";
import { addPeople } from "./group-add";
import { idList } from "./id-list";
import { inOneAct } from "./invite-write";
import { takeOutLeavers } from "./leave";
import { authorize } from "./permissions";
import { MOST_RECIPIENTS, Recipients } from "./recipients";
import type { InviteAnswer } from "./views";

export const AddToGroup = z.strictObject({
  command: z.uuid("This form has lost its number. Reload the page."),
  group: z.uuid(),
  people: Recipients,
  isQuiet: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});

/** A group of the organization, locked until the transaction ends. Deleted, unknown and foreign ones are not found. */
export async function lockGroup(tx: Database, ctx: Context, id: string): Promise<LockedGroup> {
  const at = { orgId: ctx.org.id, contactId: ctx.actor.contactId };
  const [group] = await lockGroups(tx, at, [id]);
  if (!group) throw new DomainError("not_found", "This group does not exist any more. Nothing was changed.");
  return group;
}

/** Who is in a group is for admins and its managers to change. */
export function refuseStrangers(ctx: Context, { isManager, name }: LockedGroup): void {
  if (ctx.actor.isAdmin || isManager) return;
  throw new DomainError(
    "forbidden",
    `Only admins and the managers of ${name} can change who is in it. Nothing was changed.`,
  );
}

/**
 * Adds people to a group: contacts, or new addresses. They join every workspace the group is in, by the rules of
 * inviting: who has an account is a member at once and gets a notice, everybody else is "Not Joined" and gets one
 * message for all of them; added quietly, nobody gets any. One outcome each; a limit keeps nobody out of the group.
 * Refuses people of the other kind and, from who is no admin, new internal users. Admins and the group's managers.
 */
export async function addToGroup(ctx: Context, input: z.output<typeof AddToGroup>): Promise<InviteAnswer> {
  authorize(ctx, "groups:edit-people");
  const { sent: _, ...answer } = await inOneAct(ctx.db, (tx) =>
    once(tx, ctx, input.command, async () => {
      const group = await lockGroup(tx, ctx, input.group);
      refuseStrangers(ctx, group);
      return addPeople(tx, ctx, group, input);
    }),
  );
  return { ...answer, heldUntil: answer.heldUntil && new Date(answer.heldUntil) };
}

export const RemoveFromGroup = z.strictObject({
  group: z.uuid(),
  contacts: idList(MOST_RECIPIENTS, "Choose at least one person."),
});

/**
 * Takes people out of a group, and with that out of every workspace where they were only through it. Who is there
 * by name too, or through another group, stays. Refuses when none of them is in it. Admins and the group's managers.
 */
export async function removeFromGroup(
  ctx: Context,
  { group: id, contacts }: z.output<typeof RemoveFromGroup>,
): Promise<{ removed: number }> {
  authorize(ctx, "groups:edit-people");
  return inOneAct(ctx.db, async (tx) => {
    const group = await lockGroup(tx, ctx, id);
    refuseStrangers(ctx, group);
    const gone = await tx.execute<{ id: string; name: string }>(sql`
      delete from group_members p using contacts c
      where p.org_id = ${ctx.org.id} and p.group_id = ${id} and p.contact_id = ${anyOf(contacts)}
        and c.org_id = p.org_id and c.id = p.contact_id
      returning p.contact_id as id, coalesce(c.name, c.email, c.phone) as name`);
    if (gone.length === 0)
      throw new DomainError("gone", "They are not in this group any more. Nothing was changed; look again.");
    const places = await selectGroupPlaces(tx, ctx.org.id, id);
    const scope = { workspaces: places.map((place) => place.id), contacts: gone.map((one) => one.id) };
    await takeOutLeavers(tx, ctx, scope, group.name);
    await recordActivity(tx, { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId }, [
      { kind: "group_people_removed", data: { ...namesOf(gone.map(({ name }) => name)), group: group.name } },
    ]);
    return { removed: gone.length };
  });
}
