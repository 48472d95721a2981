import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { selectNow } from "@/db/queries/clock";
import type { RoleToFill } from "@/db/queries/roles";
import { recordActivity } from "./activity";
import { displayAddress } from "./address";
import type { WorkspaceContext } from "./context";
import type { InviteRecord } from "./invite";
import { applyLimits, type Entered, enter, hoursAfter, outcomeOf, planAll } from "./invite-act";
import { addGroups, type Expanded, expandGroups, groupOutcome } from "./invite-groups";
import { type Planned, readCandidates } from "./invite-plan";
import type { Holder, Ready } from "./invite-write";
import type { PersonInput, RecipientInput } from "./recipients";
import type { Outcome } from "./views";

/** A free role and who is to hold it, known people and groups of a kind it is for. `firstAt` is where its first action stands. */
export type Wanted = { role: RoleToFill & { firstAt: number | null }; recipient: RecipientInput };

/** `address`: of one person. */
type Assigned = { role: string; holder: Holder | null; outcome: Outcome; address: string | null };

/** What filling many roles wrote, with one outcome a role in the order they were asked for. */
export type RolesFilled = InviteRecord & {
  assigned: Assigned[];
  /** How many people are sent something. */
  sent: number;
};

/**
 * Fills free roles of a workspace in one act: whoever is no member is added or invited, once and with one message
 * however many roles they get, and what cannot be done for one role spoils none of the others. The number of
 * statements does not grow with the roles or the people. The caller has authorized and holds the transaction.
 */
export async function fillRoles(tx: Database, ctx: WorkspaceContext, wanted: Wanted[]): Promise<RolesFilled> {
  const now = await selectNow(tx);
  const recipients = wanted.map(({ recipient }) => recipient);
  const named = readCandidates(recipients.filter(isPerson), ctx.org.country);
  const groups = await expandGroups(tx, ctx, recipients);
  const candidates = [...named, ...groups.flatMap(({ candidates: list }) => list)];
  const plan = await planAll(tx, ctx, ctx.workspace, candidates);
  const seats = wanted.map((one) => seatOf(one, ctx, { plan, groups }));
  await applyLimits(tx, ctx, ctx.workspace, plan, now);
  const entered = await enter(tx, ctx, ctx.workspace, plan, {
    note: null,
    expiresAt: hoursAfter(now, ctx.org.invitationHours),
    role: rolesOf(seats),
    told: new Set(),
  });
  const added = await addGroups(tx, ctx, groups);
  const assigned = seats.map((seat) => assign(seat, plan, entered));
  await writeHolders(tx, ctx, wanted, assigned);
  const sent = entered.invitations.length + entered.added.length;
  return {
    workspace: ctx.workspace.id,
    outcomes: assigned.map(({ outcome }) => outcome),
    heldUntil: sent > 0 ? hoursAfter(now, ctx.org.holdSeconds / 3_600) : null,
    invitations: entered.invitations.map(({ id }) => id),
    members: entered.ready.filter(({ isMember }) => !isMember).map(({ contactId }) => contactId),
    groups: added,
    role: null,
    former: null,
    assigned,
    sent,
  };
}

const isPerson = (recipient: RecipientInput): recipient is PersonInput => !("group" in recipient);

/** Whether a role is for people, or groups of people, of this kind. */
export const fits = ({ audience }: Pick<RoleToFill, "audience">, kind: "internal" | "client") =>
  audience === "any" || audience === kind;

/** Why somebody of another kind cannot have the role. */
export const forWhom = ({ audience }: Pick<RoleToFill, "audience">) =>
  `this role is for ${audience === "client" ? "clients" : "internal users"}`;

/** One role with the person or the group that is to have it, as planned. */
type Seat = Wanted & { person: Planned | null; group: Expanded | null };

function seatOf(
  one: Wanted,
  ctx: WorkspaceContext,
  { plan, groups }: { plan: Planned[]; groups: Expanded[] },
): Seat {
  const { recipient } = one;
  if (!isPerson(recipient))
    return { ...one, person: null, group: groups.find(({ id }) => id === recipient.group) ?? null };
  const [candidate] = readCandidates([recipient], ctx.org.country);
  const person = plan.find(
    ({ via, address, input }) =>
      via === null &&
      (candidate?.address ? candidate.address.value === address?.value : candidate?.input === input),
  );
  return { ...one, person: person ?? null, group: null };
}

/** What each recipient's message says they will be: all the roles they get, and the first action of these. */
function rolesOf(seats: Seat[]): (recipient: Ready) => RoleToFill | null {
  const given = new Map<string, RoleToFill | null>();
  const said = (key: string, kind: "internal" | "client") => {
    const known = given.get(key);
    if (known !== undefined) return known;
    const mine = seats.filter(
      ({ role, person, group }) => fits(role, kind) && (person?.input ?? group?.id) === key,
    );
    const role = together(mine.map((seat) => seat.role));
    given.set(key, role);
    return role;
  };
  return ({ via, input, kind }) => said(via ?? input, kind);
}

function together(roles: Wanted["role"][]): RoleToFill | null {
  const first = roles.toSorted((a, b) => (a.firstAt ?? Infinity) - (b.firstAt ?? Infinity))[0];
  if (!first) return null;
  const names = roles.map(({ name }) => name);
  const [last = "", ...before] = names.slice(0, 3).reverse();
  const more = names.length - 3;
  const shown = more > 0 ? [last, ...before].reverse().join(", ") : before.reverse().join(", ");
  const name = more > 0 ? `${shown} and ${more} more` : shown ? `${shown} and ${last}` : last;
  return { ...first, name };
}

function assign({ role, person, group }: Seat, plan: Planned[], { ready }: Entered): Assigned {
  if (group) {
    const holder = group.refused ? null : { group: group.id };
    return { role: role.id, holder, outcome: groupOutcome(group, plan), address: null };
  }
  if (!person) throw new Error("Somebody for a role was lost on the way.");
  const outcome = outcomeOf(person);
  const address = person.address && displayAddress(person.address.value);
  if (!fits(role, person.kind))
    return {
      ...{ role: role.id, holder: null, address },
      outcome: { ...outcome, status: "not_allowed", reason: forWhom(role) },
    };
  const isHere = person.refused?.status === "already_member";
  const came = ready.find(({ input, via }) => via === null && input === person.input);
  const contact = isHere ? person.contactId : came?.contactId;
  if (!contact) return { role: role.id, holder: null, outcome, address };
  const told: Outcome = isHere ? { ...outcome, status: "added", reason: null } : outcome;
  return { role: role.id, holder: { contact }, outcome: told, address };
}

async function writeHolders(
  tx: Database,
  ctx: WorkspaceContext,
  wanted: Wanted[],
  assigned: Assigned[],
): Promise<void> {
  const filled = assigned.flatMap(({ role: id, holder }) => (holder ? [{ id, ...holder }] : []));
  if (filled.length === 0) return;
  await tx.execute(sql`
    update roles set holder_id = r.contact, holder_group_id = r."group"
    from json_to_recordset(${JSON.stringify(filled)}::json) as r(id uuid, contact uuid, "group" uuid)
    where roles.org_id = ${ctx.org.id} and roles.workspace_id = ${ctx.workspace.id} and roles.id = r.id
      and roles.holder_id is null and roles.holder_group_id is null`);
  const names = new Map(wanted.map(({ role }) => [role.id, role.name]));
  await recordActivity(
    tx,
    { orgId: ctx.org.id, workspaceId: ctx.workspace.id, actorId: ctx.actor.contactId },
    assigned.flatMap(({ role, holder, outcome }) =>
      holder ? [{ kind: "role_assigned", data: { role: names.get(role), name: outcome.name } }] : [],
    ),
  );
}
