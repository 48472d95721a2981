import { z } from "zod";
import type { Database } from "@/db/client";
import { selectNow } from "@/db/queries/clock";
import { selectRecipients, selectSuppressed } from "@/db/queries/recipients";
import { type RoleToFill, selectRole } from "@/db/queries/roles";
import { type NewActivity, namesOf, recordActivity } from "./activity";
import { once } from "./commands";
import type { WorkspaceContext } from "./context";
import { DomainError, notFound } from "./errors";
import { addedMessages, invitationMessages } from "./invite-messages";
import {
  type Candidate,
  inviterLimit,
  lookupOf,
  type Planned,
  planRecipient,
  readCandidates,
  recipientLimit,
} from "./invite-plan";
import {
  fillRole,
  isRace,
  joinMembers,
  type Ready,
  writeContacts,
  writeInvitations,
  writeMembers,
} from "./invite-write";
import { takeFromLimits } from "./limits";
import { enqueueMessages } from "./messages";
import { authorize } from "./permissions";
import { Recipients } from "./recipients";
import { paragraph } from "./text";
import type { InviteAnswer, Outcome } from "./views";
import { durationWords } from "./words";

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
export type InviteRecord = InviteAnswer & { invitations: string[]; members: string[]; role: string | null };

const ATTEMPTS = 5;

/**
 * Invites or adds each recipient and answers with one outcome each, in order, repeats merged. People
 * with an account become members at once; all others become members "Not Joined" with an invitation.
 * What is refused spoils nothing else. One transaction; the number of statements does not grow with
 * the list. Refuses a role that is filled, or that is given to more than one person.
 */
export async function inviteMembers(ctx: WorkspaceContext, input: InviteMembers): Promise<InviteAnswer> {
  authorize(ctx, "members:invite");
  if (ctx.workspace.isArchived)
    throw new DomainError("conflict", "This workspace is archived. Nobody was invited.");
  for (let attempt = 1; ; attempt++) {
    try {
      const { outcomes, heldUntil } = await ctx.db.transaction((tx) =>
        once(tx, ctx, input.command, () => invite(tx, ctx, input)),
      );
      return { outcomes, heldUntil: heldUntil && new Date(heldUntil) };
    } catch (error) {
      if (!isRace(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function invite(tx: Database, ctx: WorkspaceContext, input: InviteMembers): Promise<InviteRecord> {
  const now = await selectNow(tx);
  const candidates = readCandidates(input.people, ctx.org.country);
  const role = input.role ? await freeRole(tx, ctx, input.role, candidates) : null;
  const plan = await planAll(tx, ctx, candidates, role);
  await applyLimits(tx, ctx, plan, now);

  const ready = await writeContacts(
    tx,
    ctx,
    plan.filter(({ refused }) => !refused),
  );
  await writeMembers(tx, ctx, ready);
  await joinMembers(tx, ctx, ready);
  const expiresAt = hoursAfter(now, input.days ? input.days * 24 : ctx.org.invitationHours);
  const added = ready.filter(({ hasAccount }) => hasAccount);
  const invitations = await writeInvitations(
    tx,
    ctx,
    ready.filter(({ hasAccount }) => !hasAccount),
    {
      note: input.note,
      expiresAt,
    },
  );
  const holder = role && holderOf(plan, ready);
  if (role && holder) await fillRole(tx, ctx, role.id, holder);
  await enqueueMessages(tx, ctx.org.id, [
    ...invitationMessages(ctx, invitations, { note: input.note, expiresAt, role }),
    ...addedMessages(ctx, added, role),
  ]);
  await recordActivity(
    tx,
    { orgId: ctx.org.id, workspaceId: ctx.workspace.id, actorId: ctx.actor.contactId },
    [
      ...happened("members_added", added),
      ...happened(
        "members_invited",
        invitations.map(({ recipient }) => recipient),
      ),
      ...(role && holder
        ? [{ kind: "role_assigned" as const, data: { role: role.name, name: plan[0]?.name } }]
        : []),
    ],
  );
  return {
    outcomes: plan.map((planned) => outcomeOf(planned, holder !== null)),
    heldUntil: ready.length > 0 ? new Date(now.getTime() + ctx.org.holdSeconds * 1_000) : null,
    invitations: invitations.map(({ id }) => id),
    members: ready.filter(({ isMember }) => !isMember).map(({ contactId }) => contactId),
    role: holder && role ? role.id : null,
  };
}

async function freeRole(tx: Database, ctx: WorkspaceContext, roleId: string, candidates: Candidate[]) {
  if (candidates.length !== 1)
    throw new DomainError(
      "invalid",
      "A role is held by one person. Choose one, or no role. Nobody was invited.",
      {
        role: "A role is held by one person.",
      },
    );
  const role = await selectRole(tx, { orgId: ctx.org.id, workspaceId: ctx.workspace.id, roleId });
  if (!role) throw notFound();
  if (!role.isFree)
    throw new DomainError("conflict", `${role.name} is already assigned. Nobody was invited.`);
  return role;
}

async function planAll(
  tx: Database,
  ctx: WorkspaceContext,
  candidates: Candidate[],
  role: RoleToFill | null,
) {
  const known = await selectRecipients(
    tx,
    { orgId: ctx.org.id, workspaceId: ctx.workspace.id },
    candidates.flatMap(lookupOf),
  );
  const byIndex = new Map(known.map((row) => [row.i, row]));
  const plan = candidates.map((candidate, i) =>
    planRecipient(ctx, candidate, byIndex.get(i), role?.audience ?? "any"),
  );
  const addresses = plan.flatMap(({ address }) => (address ? [address.value] : []));
  const suppressed = await selectSuppressed(tx, ctx.org.id, addresses);
  for (const planned of plan) {
    const reason = planned.address && suppressed.get(planned.address.value);
    if (reason && !planned.refused && !planned.hasAccount)
      planned.refused = { status: "not_allowed", reason: suppressionWords[reason] };
  }
  return plan;
}

/** Why nothing may be sent to an address, in words. */
export const suppressionWords = {
  opted_out: "asked not to be invited again",
  bounced: "mail to this address came back; change it",
  complained: "reported an earlier message as unwanted",
};

/** Counts the messages this act will cause; who is over a limit is refused, with when it lifts. */
async function applyLimits(tx: Database, ctx: WorkspaceContext, plan: Planned[], now: Date): Promise<void> {
  const open = plan.filter(({ refused }) => !refused);
  if (open.length === 0) return;
  const own = inviterLimit(ctx, open.length);
  const budget = (await takeFromLimits(tx, ctx.org.id, [own])).get(own.key);
  const over = (freeAt: Date, whose: string) => {
    const wait = durationWords((freeAt.getTime() - now.getTime()) / 1_000);
    return { status: "over_limit" as const, reason: `over ${whose}; try again in ${wait}` };
  };
  if (!budget) return;
  for (const planned of open.slice(budget.granted))
    planned.refused = over(budget.freeAt, `your limit of ${own.max} messages`);
  const granted = open.slice(0, budget.granted);
  const wanted = granted.flatMap(({ address }) => (address ? [recipientLimit(address)] : []));
  const taken = await takeFromLimits(tx, ctx.org.id, wanted);
  for (const planned of granted) {
    const one = planned.address && taken.get(recipientLimit(planned.address).key);
    if (one && one.granted === 0)
      planned.refused = over(one.freeAt, "the limit of 5 messages a day to one person");
  }
}

/** Who takes the role: the one recipient, if they are written now or are a member already. */
function holderOf([only]: Planned[], [written]: Ready[]): string | null {
  if (written) return written.contactId;
  const isMember = only?.refused?.status === "already_member" || only?.refused?.status === "already_invited";
  return isMember ? (only.contactId ?? null) : null;
}

function outcomeOf(planned: Planned, isAssigned: boolean): Outcome {
  const { input, name, invitationId, refused } = planned;
  const isOnlyAssigned = isAssigned && refused;
  const status = isOnlyAssigned ? "added" : (refused?.status ?? (planned.hasAccount ? "added" : "invited"));
  return { input, name, status, reason: isOnlyAssigned ? null : (refused?.reason ?? null), invitationId };
}

const happened = (kind: "members_added" | "members_invited", list: Ready[]): NewActivity[] =>
  list.length > 0 ? [{ kind, data: namesOf(list.map(({ name }) => name)) }] : [];

const hoursAfter = (moment: Date, hours: number) => new Date(moment.getTime() + hours * 3_600_000);
