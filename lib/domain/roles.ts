import { sql } from "drizzle-orm";
import { z } from "zod";
import { lockRole } from "@/db/queries/roles";
import { recordActivity } from "./activity";
import type { WorkspaceContext } from "./context";
import { DomainError, notFound } from "./errors";
import { InviteMembers, inviteMembers } from "./invite";
import { overtaken } from "./invite-role";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";
import { rememberAct } from "./remember-act";
import { line } from "./text";
import type { InviteAnswer, Outcome } from "./views";

const role = z.uuid("Choose a role of this workspace.");
/** The member or group that holds the role as the form saw it; empty for nobody. */
const holder = z.union([z.uuid(), z.literal("")], "This form does not know who holds the role. Reload it.");

export const AssignRole = InviteMembers.pick({ command: true, people: true }).extend({
  role,
  holder: holder.optional(),
});

/**
 * Gives a role to one person or group, and with it the role's open actions: a free one, or one that `holder` holds,
 * who stays a member. A member takes it at once; anybody else is added or invited in the same act, and what they
 * owe waits for them. What was completed stays whose it was. Refuses when somebody else was given it meanwhile.
 */
export async function assignRole(
  ctx: WorkspaceContext,
  input: z.output<typeof AssignRole>,
): Promise<InviteAnswer> {
  authorize(ctx, "roles:assign");
  if (input.holder && input.people.some((one) => "contact" in one && one.contact === input.holder))
    throw new DomainError("conflict", "This role is theirs already. Nothing was changed.");
  return inviteMembers(ctx, { ...input, note: null, days: undefined });
}

export const AssignByAddress = AssignRole.omit({ people: true }).extend({
  address: line(254, "Enter an email or phone number."),
  kind: z.enum(["client", "internal"], "Choose who this is."),
});

/** The same for one address, for forms without script: either somebody holds the role afterwards, or nothing was done. */
export async function assignByAddress(
  ctx: WorkspaceContext,
  { address, kind, ...rest }: z.output<typeof AssignByAddress>,
): Promise<{ name: string }> {
  authorize(ctx, "roles:assign");
  return inOneAct(ctx.db, async (tx) => {
    const people = [{ address, kind }];
    const { outcomes } = await assignRole({ ...ctx, db: tx }, { ...rest, people });
    return { name: settled(outcomes).name };
  });
}

/** The one outcome of an act for one person; throws what refused it, so that nothing of the act stays. */
export function settled([outcome]: Outcome[]): Outcome {
  if (outcome && /^(?:invited|added|already_member|already_invited)$/.test(outcome.status)) return outcome;
  const words = outcome
    ? `${outcome.name}: ${outcome.reason?.replace(/\.$/, "")}. Nothing was changed.`
    : "Nobody was named. Nothing was changed.";
  throw new DomainError(outcome?.status === "invalid" ? "invalid" : "conflict", words);
}

export const UnassignRole = z.strictObject({ role, holder: z.uuid() });

/**
 * Takes a role from who holds it: nobody owes its open actions until it is assigned again. They stay a member, an
 * invitation stays open. Refuses when it is held by somebody else by now, or by nobody.
 */
export async function unassignRole(
  ctx: WorkspaceContext,
  input: z.output<typeof UnassignRole>,
): Promise<{ role: string; name: string }> {
  authorize(ctx, "roles:assign");
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
  return ctx.db.transaction(async (tx) => {
    const held = await lockRole(tx, { ...at, roleId: input.role });
    if (!held) throw notFound();
    if (held.holder?.id !== input.holder) throw overtaken(held);
    await tx.execute(sql`update roles set holder_id = null, holder_group_id = null
      where org_id = ${at.orgId} and workspace_id = ${at.workspaceId} and id = ${held.id}`);
    const data = { role: held.name, name: held.holder.name };
    await recordActivity(tx, { ...at, actorId: ctx.actor.contactId }, [{ kind: "role_unassigned", data }]);
    const { id, isGroup } = held.holder;
    await rememberAct(tx, ctx, {
      kind: "role_unassigned",
      name: held.name,
      data: { role: held.id, former: isGroup ? { group: id } : { contact: id } },
    });
    return data;
  });
}
