import type { Database } from "@/db/client";
import { lockRole, type RoleToFill } from "@/db/queries/roles";
import { recordActivity } from "./activity";
import { shownName } from "./address";
import type { WorkspaceContext } from "./context";
import { DomainError, notFound } from "./errors";
import { tellHolders } from "./flow";
import type { Entered } from "./invite-act";
import type { Expanded } from "./invite-groups";
import type { Candidate, Planned } from "./invite-plan";
import { fillRole, type Holder } from "./invite-write";
import { rememberAct } from "./remember-act";

/** Nobody changes what somebody else has changed under their eyes. */
export function overtaken({ name, holder }: Pick<RoleToFill, "name" | "holder">): DomainError {
  return new DomainError(
    "conflict",
    holder
      ? `${name} was just given to ${shownName(holder.name)}. Nothing was changed.`
      : `${name} was just unassigned. Nothing was changed.`,
  );
}

const audienceWords = { client: "clients", internal: "internal users", any: "everybody" } as const;

type Wanted = {
  role: string /** Who holds it as far as the one who acts has seen. */;
  holder: string | null;
};

/**
 * The role that the one recipient is to hold, locked. Refuses unknown ones, more than one recipient, a role that was
 * given to somebody else meanwhile, and groups that the role is not for.
 */
export async function roleToGive(
  tx: Database,
  ctx: WorkspaceContext,
  wanted: Wanted,
  { named, groups }: { named: Candidate[]; groups: Expanded[] },
): Promise<RoleToFill> {
  if (named.length + groups.length !== 1)
    throw new DomainError(
      "invalid",
      "A role is held by one person or one group. Choose one, or no role. Nobody was invited.",
      { role: "A role is held by one person or one group." },
    );
  const role = await lockRole(tx, { orgId: ctx.org.id, workspaceId: ctx.workspace.id, roleId: wanted.role });
  if (!role) throw notFound();
  if ((role.holder?.id ?? null) !== wanted.holder) throw overtaken(role);
  const [only] = groups;
  const kind = only?.group?.kind === "team" ? "internal" : "client";
  if (only?.group && role.audience !== "any" && role.audience !== kind)
    throw new DomainError(
      "invalid",
      `${role.name} is for ${audienceWords[role.audience]}. Nobody was invited.`,
      { role: `This role is for ${audienceWords[role.audience]}.` },
    );
  return role;
}

/** Who held a role until it is given to somebody else. */
export const formerOf = ({ holder }: RoleToFill): Holder | null =>
  holder && (holder.isGroup ? { group: holder.id } : { contact: holder.id });

type Giving = { plan: Planned[]; entered: Entered; groups: Expanded[] };

/**
 * Gives the role to the one recipient, in place of who held it, and tells members whose turn it is by that; answers
 * whether somebody took it. Where nobody is invited by that, it can be taken back by itself.
 */
export async function giveRole(
  tx: Database,
  ctx: WorkspaceContext,
  role: RoleToFill,
  giving: Giving,
): Promise<boolean> {
  const {
    plan,
    groups: [only],
  } = giving;
  const holder = holderOf(role, giving);
  if (!holder) return false;
  await fillRole(tx, ctx, ctx.workspace.id, role.id, holder, role.holder?.id);
  const written = giving.entered.ready.map(({ contactId }) => contactId);
  await tellHolders(tx, ctx, role.id, written);
  if ("contact" in holder && written.length === 0)
    await rememberAct(tx, ctx, {
      kind: "role_assigned",
      name: role.name,
      data: {
        ...{ role: role.id, holder: holder.contact, former: formerOf(role) },
        wasThroughGroup: plan[0]?.isDirect === false,
      },
    });
  const data = { role: role.name, name: only?.group?.name ?? plan[0]?.name };
  await recordActivity(
    tx,
    { orgId: ctx.org.id, workspaceId: ctx.workspace.id, actorId: ctx.actor.contactId },
    [
      role.holder
        ? { kind: "role_reassigned", data: { ...data, from: role.holder.name } }
        : { kind: "role_assigned", data },
    ],
  );
  return true;
}

/** Who takes the role: the one recipient, if they are written now or are a member whom the role is for. */
function holderOf(
  { audience }: RoleToFill,
  { plan: [person], entered, groups: [only] }: Giving,
): Holder | null {
  if (only) return only.group && !only.refused ? { group: only.group.id } : null;
  const [written] = entered.ready;
  if (written) return { contact: written.contactId };
  const isFor = audience === "any" || audience === person?.kind;
  return person?.isMember && !person.isBarred && person.contactId && isFor
    ? { contact: person.contactId }
    : null;
}
