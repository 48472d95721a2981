import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { selectNow } from "@/db/queries/clock";
import { type LockedGroup, selectGroupPlaces } from "@/db/queries/group-locks";
import { namesOf, recordActivity } from "./activity";
import type { Context } from "./context";
import { DomainError } from "./errors";
import { applyLimits, enter, hoursAfter, outcomeOf, planAll } from "./invite-act";
import { belonging, type Planned, readCandidates } from "./invite-plan";
import { listed, type Ready, writeContacts } from "./invite-write";
import { can, NEW_INTERNAL } from "./permissions";
import { MOST_RECIPIENTS, type PersonInput, type RecipientInput } from "./recipients";
import type { InviteAnswer, Outcome } from "./views";

/** `sent`: to how many something was sent, invitations and notices together. */
type PeopleAdded = InviteAnswer & { sent: number };

/** As `addToGroup`, for a group that the caller has locked and may change; who is `told` already gets no message. */
export async function addPeople(
  tx: Database,
  ctx: Context,
  group: LockedGroup,
  { people, isQuiet, told = new Set() }: { people: RecipientInput[]; isQuiet: boolean; told?: Set<string> },
): Promise<PeopleAdded> {
  const now = await selectNow(tx);
  const persons = people.filter((one): one is PersonInput => !("group" in one));
  const candidates = readCandidates(persons.map(ofKind(group)), ctx.org.country);
  const plan = await planAll(tx, ctx, null, candidates);
  const inside = await selectInside(tx, ctx, group.id, plan);
  for (const planned of plan) planned.refused = refusalOf(ctx, group, planned, inside);
  await refuseOverfull(tx, ctx, group, plan);
  const ready = await writeContacts(
    tx,
    ctx,
    plan.filter(({ refused }) => !refused),
    { isInvited: false },
  );
  await writeGroupMembers(tx, ctx, group, ready);
  const outcomes = plan.map(
    (planned): Outcome => ({ ...outcomeOf(planned), status: planned.refused?.status ?? "added" }),
  );
  const sent = await followGroup(tx, ctx, group, ready, { now, isQuiet, told });
  const settled = outcomes.map((outcome) => settle(outcome, sent.outcomes.get(outcome.input)));
  const nested = people.flatMap((one) => ("group" in one ? [nestedGroup(one.group)] : []));
  return {
    outcomes: [...settled, ...nested],
    heldUntil: sent.isAny ? hoursAfter(now, ctx.org.holdSeconds / 3_600) : null,
    sent: [...sent.outcomes.values()].filter(isSent).length,
  };
}

const isSent = ({ status }: Outcome) => status === "invited" || status === "added";

/** Who is in the group was added, whatever became of the message. */
function settle(outcome: Outcome, sending: Outcome | undefined): Outcome {
  if (!sending) return outcome;
  if (isSent(sending)) return sending;
  const { status, reason, invitationId } = sending;
  return { ...outcome, invitationId, unsent: { status, reason: reason ?? "" } };
}

const ofKind =
  ({ kind }: LockedGroup) =>
  (one: PersonInput): PersonInput =>
    "contact" in one ? one : { ...one, kind: kind === "team" ? "internal" : "client" };

/** Why somebody of the other kind is not in a group. */
export const OTHER_KIND = {
  client: "this group is for clients",
  internal: "this group is for internal users",
};

const nestedGroup = (input: string): Outcome => ({
  input,
  name: "A group",
  status: "invalid",
  reason: "a group holds people, not other groups",
  invitationId: null,
});

function refusalOf(
  ctx: Context,
  { kind }: LockedGroup,
  planned: Planned,
  inside: Set<string>,
): Planned["refused"] {
  const { refused, contactId, hasAccount } = planned;
  const wanted = kind === "team" ? "internal" : "client";
  if (planned.isBarred) return refused;
  if (planned.kind !== wanted) return { status: "not_allowed", reason: OTHER_KIND[wanted] };
  if (contactId && inside.has(contactId))
    return { status: "already_member", reason: "in this group already" };
  if (wanted === "internal" && !hasAccount && !contactId && !can("contacts:create-internal", ctx.actor))
    return { status: "not_allowed", reason: NEW_INTERNAL };
  return null;
}

async function selectInside(
  tx: Database,
  ctx: Context,
  groupId: string,
  plan: Planned[],
): Promise<Set<string>> {
  const ids = plan.flatMap(({ contactId }) => (contactId ? [contactId] : []));
  const rows = await tx.execute<{ id: string }>(sql`
    select contact_id as id from group_members
    where org_id = ${ctx.org.id} and group_id = ${groupId} and contact_id = ${anyOf(ids)}`);
  return new Set(rows.map(({ id }) => id));
}

async function refuseOverfull(
  tx: Database,
  ctx: Context,
  group: LockedGroup,
  plan: Planned[],
): Promise<void> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from group_members where org_id = ${ctx.org.id} and group_id = ${group.id}`);
  const count = (row?.count ?? 0) + plan.filter(({ refused }) => !refused).length;
  if (count > MOST_RECIPIENTS)
    throw new DomainError(
      "invalid",
      `A group holds at most ${MOST_RECIPIENTS.toLocaleString("en")} people; this would make ${count.toLocaleString("en")}. Nobody was added.`,
    );
}

async function writeGroupMembers(
  tx: Database,
  ctx: Context,
  group: LockedGroup,
  list: Ready[],
): Promise<void> {
  if (list.length === 0) return;
  await tx.execute(sql`
    insert into group_members (org_id, group_id, contact_id)
    select ${ctx.org.id}, ${group.id}, id from ${listed(list.map(({ contactId }) => contactId))} as r(id)`);
  await recordActivity(tx, { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId }, [
    { kind: "group_people_added", data: { ...namesOf(list.map(({ name }) => name)), group: group.name } },
  ]);
}

/** People who came into a group join the workspaces it is in, each told once. */
async function followGroup(
  tx: Database,
  ctx: Context,
  group: LockedGroup,
  list: Ready[],
  { now, isQuiet, told }: { now: Date; isQuiet: boolean; told: Set<string> },
): Promise<{ outcomes: Map<string, Outcome>; isAny: boolean }> {
  const inputs = new Map(list.map(({ contactId, input }) => [contactId, input]));
  const outcomes = new Map<string, Outcome>();
  const before = told.size;
  const saying = { note: null, expiresAt: hoursAfter(now, ctx.org.invitationHours), role: null };
  const places = list.length > 0 ? await selectGroupPlaces(tx, ctx.org.id, group.id) : [];
  for (const place of places.filter(({ isArchived }) => !isArchived)) {
    const candidates = list.map(({ contactId }) => belonging(contactId, group.id));
    const plan = await planAll(tx, ctx, place, candidates);
    if (!isQuiet)
      await applyLimits(
        tx,
        ctx,
        place,
        plan.filter(({ contactId }) => !told.has(contactId ?? "")),
        now,
      );
    await enter(tx, ctx, place, plan, { ...saying, told, isQuiet });
    for (const planned of isQuiet ? [] : plan)
      keepBest(outcomes, planned, inputs.get(planned.contactId ?? "") ?? planned.input);
  }
  return { outcomes, isAny: told.size > before };
}

/** Somebody told at one place is told, whatever is in the way at another; who is a member there needs nothing. */
function keepBest(outcomes: Map<string, Outcome>, planned: Planned, input: string): void {
  if (planned.unsent?.status === "already_member") return;
  const outcome = { ...outcomeOf(planned), input };
  if (isSent(outcome) || !outcomes.has(input)) outcomes.set(input, outcome);
}
