import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { attendedAnew } from "@/db/queries/attention";
import { selectNow } from "@/db/queries/clock";
import { once } from "./commands";
import type { WorkspaceContext } from "./context";
import { applyLimits, enter, hoursAfter, outcomeOf, planAll } from "./invite-act";
import { addGroups, type Expanded, expandGroups, groupOutcome } from "./invite-groups";
import { type Planned, readCandidates } from "./invite-plan";
import { formerOf, giveRole, roleToGive } from "./invite-role";
import { type Holder, inOneAct, keepMembers } from "./invite-write";
import { authorize, can } from "./permissions";
import { type PersonInput, type RecipientInput, Recipients } from "./recipients";
import { LONGEST_LIFE_DAYS } from "./resend";
import { paragraph } from "./text";
import type { InviteAnswer } from "./views";

export const InviteMembers = z.strictObject({
  command: z.uuid("This form has lost its number. Reload the page; what you typed can be pasted again."),
  people: Recipients,
  role: z.union([z.uuid(), z.literal("")], "Choose a role of this workspace.").optional(),
  note: paragraph(500),
  days: z
    .union([z.literal("").transform(() => undefined), z.coerce.number().int().min(1).max(30)])
    .optional(),
});
export type InviteMembers = z.output<typeof InviteMembers>;

/** What an act of inviting wrote; kept with the command, so that "Undo" knows. */
export type InviteRecord = InviteAnswer & {
  workspace: string;
  invitations: string[];
  members: string[];
  groups: string[];
  role: string | null;
  /** Who held the role until then. */
  former: Holder | null;
};

/** For a role: who holds it as far as the one who acts has seen; nobody, if left out. */
type Seen = { holder?: string };

/**
 * Invites or adds each recipient and answers with one outcome each, in order, repeats merged. People
 * with an account become members at once; all others become members "Not Joined" with an invitation.
 * A group is added as a unit: everybody in it by the same two rules, from now on; what cannot be sent
 * to one of its people keeps nobody out. What is refused spoils nothing else. One transaction; the
 * number of statements does not grow with the list. Refuses a role that somebody else was given meanwhile,
 * or that is given to more than one recipient.
 */
export async function inviteMembers(
  ctx: WorkspaceContext,
  input: InviteMembers & Seen,
): Promise<InviteAnswer> {
  authorize(ctx, "members:invite");
  const { outcomes, heldUntil } = await inOneAct(ctx.db, (tx) =>
    once(tx, ctx, input.command, () => invite(tx, ctx, input)),
  );
  return { outcomes, heldUntil: heldUntil && new Date(heldUntil) };
}

const isPerson = (recipient: RecipientInput): recipient is PersonInput => !("group" in recipient);

async function invite(
  tx: Database,
  ctx: WorkspaceContext,
  input: InviteMembers & Seen,
): Promise<InviteRecord> {
  const now = await selectNow(tx);
  const named = readCandidates(input.people.filter(isPerson), ctx.org.country);
  const groups = await expandGroups(tx, ctx, input.people);
  const wanted = { role: input.role ?? "", holder: input.holder || null };
  const role = input.role ? await roleToGive(tx, ctx, wanted, { named, groups }) : null;
  const candidates = [...named, ...groups.flatMap(({ candidates: list }) => list)];
  const plan = await planAll(tx, ctx, ctx.workspace, candidates, role?.audience);
  await applyLimits(tx, ctx, ctx.workspace, plan, now);

  const expiresAt = hoursAfter(now, input.days ? input.days * 24 : ctx.org.invitationHours);
  const entered = await enter(tx, ctx, ctx.workspace, plan, {
    note: input.note,
    expiresAt,
    role,
    told: new Set(),
  });
  await updateOpen(tx, ctx, plan, input);
  const added = await addGroups(tx, ctx, groups);
  const isFilled = role !== null && (await giveRole(tx, ctx, role, { plan, entered, groups }));
  await keepMembers(tx, ctx, plan, { isFilled });
  return {
    workspace: ctx.workspace.id,
    outcomes: outcomesOf(input.people, plan, groups, isFilled),
    heldUntil: entered.ready.length > 0 ? new Date(now.getTime() + ctx.org.holdSeconds * 1_000) : null,
    invitations: entered.invitations.map(({ id }) => id),
    members: entered.ready.filter(({ isMember }) => !isMember).map(({ contactId }) => contactId),
    groups: added,
    role: isFilled ? role.id : null,
    former: isFilled ? formerOf(role) : null,
  };
}

/**
 * Inviting again changes what the open invitation says: a note that was given, a term that was chosen. With a note it
 * goes out in the name of who wrote it, and who opened it may still cancel it; where that person could not invite, it
 * stays as it is.
 */
async function updateOpen(
  tx: Database,
  ctx: WorkspaceContext,
  plan: Planned[],
  { note, days }: InviteMembers,
) {
  const mayInvite = ({ kind, isUser }: Planned) =>
    kind === "client" || isUser || can("contacts:create-internal", ctx.actor);
  const again = plan.filter(
    (planned) => planned.via === null && planned.refused?.status === "already_invited" && mayInvite(planned),
  );
  if (again.length === 0 || (!note && !days)) return;
  const until = sql`least(now() + make_interval(days => ${days ?? null}::int),
    i.created_at + make_interval(days => ${LONGEST_LIFE_DAYS}))`;
  await tx.execute(sql`
    update invitations i set note = coalesce(${note}::text, i.note),
      opened_by = case when ${note}::text is null then i.opened_by else coalesce(i.opened_by, i.invited_by) end,
      invited_by = case when ${note}::text is null then i.invited_by else ${ctx.actor.contactId} end
      ${days ? sql`, ${attendedAnew(until)}` : sql``}
    where i.org_id = ${ctx.org.id} and i.workspace_id = ${ctx.workspace.id} and i.status = 'pending'
      and i.id = ${anyOf(again.flatMap(({ invitationId }) => invitationId ?? []))}`);
  for (const planned of again)
    planned.refused = {
      status: "already_invited",
      reason: "already invited, not joined yet; the invitation now says what you entered",
    };
}

function outcomesOf(people: RecipientInput[], plan: Planned[], groups: Expanded[], isFilled: boolean) {
  const named = plan.filter(({ via }) => via === null).map((planned) => withRole(planned, isFilled));
  const byInput = new Map(named.map((outcome) => [outcome.input, outcome]));
  const units = new Map(groups.map((expanded) => [expanded.id, groupOutcome(expanded, plan)]));
  const order = new Set(people.map((one) => ("group" in one ? one.group : "")).filter(Boolean));
  return [...byInput.values(), ...[...order].flatMap((id) => units.get(id) ?? [])];
}

function withRole(planned: Planned, isFilled: boolean) {
  const outcome = outcomeOf(planned);
  return isFilled && planned.refused ? { ...outcome, status: "added" as const, reason: null } : outcome;
}
