import { z } from "zod";
import type { Database } from "@/db/client";
import { selectNow } from "@/db/queries/clock";
import { once } from "./commands";
import type { Context } from "./context";
import { idList } from "./id-list";
import { applyLimits, enter, hoursAfter, outcomeOf, planAll } from "./invite-act";
import { readCandidates } from "./invite-plan";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";
import { MOST_RECIPIENTS } from "./recipients";
import { paragraph } from "./text";
import type { InviteAnswer, Outcome } from "./views";

export const InviteToPortal = z.strictObject({
  command: z.uuid("This form has lost its number. Reload the page."),
  contacts: idList(MOST_RECIPIENTS, "Choose at least one person."),
  note: paragraph(500),
});

/** What an act of inviting to the portal wrote; kept with the command, so that "Undo" knows. */
export type PortalRecord = InviteAnswer & { invitations: string[] };

/**
 * Invites contacts to the portal itself, without a workspace: one invitation and one message each, one outcome
 * each. Who has joined or is invited already gets nothing. New internal users are for admins to invite. One
 * transaction; statements do not grow with the list.
 */
export async function inviteToPortal(
  ctx: Context,
  input: z.output<typeof InviteToPortal>,
): Promise<InviteAnswer> {
  authorize(ctx, "contacts:invite");
  const answer = await inOneAct(ctx.db, (tx) =>
    once(tx, ctx, input.command, () =>
      invitePortal(tx, ctx, input.contacts, { note: input.note, told: new Set() }),
    ),
  );
  const { outcomes, heldUntil } = answer;
  return { outcomes, heldUntil: heldUntil && new Date(heldUntil) };
}

/** As `inviteToPortal`, within an act; who is `told` already gets their invitation without a second message. */
export async function invitePortal(
  tx: Database,
  ctx: Context,
  contacts: string[],
  { note, told }: { note: string | null; told: Set<string> },
): Promise<PortalRecord> {
  const now = await selectNow(tx);
  const candidates = readCandidates(
    contacts.map((contact) => ({ contact })),
    ctx.org.country,
  );
  const plan = await planAll(tx, ctx, null, candidates);
  const untold = plan.filter(({ contactId }) => !told.has(contactId ?? ""));
  await applyLimits(tx, ctx, null, untold, now);
  const expiresAt = hoursAfter(now, ctx.org.invitationHours);
  const { invitations } = await enter(tx, ctx, null, plan, { note, expiresAt, role: null, told });
  const sent = invitations.filter(({ isTold }) => isTold);
  const { holdSeconds } = ctx.org;
  return {
    outcomes: plan.map((planned): Outcome => inPortalWords(outcomeOf(planned))),
    heldUntil: sent.length > 0 && holdSeconds > 0 ? hoursAfter(now, holdSeconds / 3_600) : null,
    invitations: sent.map(({ id }) => id),
  };
}

const inPortalWords = (outcome: Outcome): Outcome =>
  outcome.status === "already_member" ? { ...outcome, reason: "has joined already" } : outcome;
