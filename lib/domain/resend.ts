import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { attendedAnew } from "@/db/queries/attention";
import { selectNow } from "@/db/queries/clock";
import { type InvitationRow, selectInvitations } from "@/db/queries/invitations";
import { recordAtPlaces } from "./activity";
import { displayAddress, kindOf } from "./address";
import type { Context, WorkspaceContext } from "./context";
import { notFound } from "./errors";
import { messagesAgain } from "./invitation-message";
import { suppressionWords } from "./invite-act";
import { domainRefusal } from "./invite-domains";
import { RESEND_GAP_SECONDS } from "./invite-plan";
import { inOneAct } from "./invite-write";
import { returnToLimits } from "./limits";
import { grantMessages, type MessageRule, rulesByPlace, rulesOfAct } from "./message-limits";
import { enqueueMessages } from "./messages";
import { authorize } from "./permissions";
import { guardTexts } from "./sms-guard";
import { durationWords } from "./words";

/** Resends may keep an invitation open until so long after it was first sent. */
export const LONGEST_LIFE_DAYS = 30;

export const ResendInvitations = z.strictObject({ invitations: z.array(z.uuid()).min(1).max(10_000) });

/** What became of one resend; `reason` says why not, `resendAt` when it is possible again. */
export type ResendOutcome = {
  invitationId: string;
  name: string;
  isSent: boolean;
  reason: string | null;
  resendAt: Date | null;
};

/**
 * Sends the same invitations again: same link, same role, expiry renewed but never shortened and
 * never past 30 days after the first sending. At most one a minute and five a day to one person.
 * One outcome each; who cannot be sent to is skipped with the reason. Every internal member may.
 */
export async function resendInvitations(
  ctx: WorkspaceContext,
  input: z.output<typeof ResendInvitations>,
): Promise<ResendOutcome[]> {
  authorize(ctx, "invitations:resend");
  return inOneAct(ctx.db, async (tx) => {
    const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
    const rows = await selectInvitations(tx, at, { ids: input.invitations });
    if (rows.length === 0) throw notFound();
    return resendRows(tx, ctx, rows);
  });
}

/**
 * As `resendInvitations`, for invitations of whatever places that have been read in the same transaction. Of several
 * to one address the first goes. A fixed number of statements.
 */
export async function resendRows(
  tx: Database,
  ctx: Context,
  rows: InvitationRow[],
): Promise<ResendOutcome[]> {
  const now = await selectNow(tx);
  const gap = new Date(now.getTime() + RESEND_GAP_SECONDS * 1_000);
  const refused = new Map<string, Refusal>();
  for (const row of rows) {
    const no = refusalOf(ctx, row, now);
    if (no) refused.set(row.id, no);
  }
  const open = () => rows.filter(({ id }) => !refused.has(id));
  for (const [id, no] of await takeLimits(tx, ctx, open(), now)) refused.set(id, no);
  const renewed = await renew(tx, ctx, open());
  const sent = rows.flatMap((row) => {
    const current = renewed.get(row.id);
    return current ? [{ ...row, ...current }] : [];
  });
  await enqueueMessages(tx, ctx.org.id, messagesAgain(ctx, sent, rows.length));
  await recordAtPlaces(tx, ctx, "invitation_resent", sent.map(ofPlace));
  return rows.map((row) => outcomeOf(row, refused.get(row.id), renewed.has(row.id), gap));
}

type Refusal = { reason: string; resendAt: Date | null };

/** Where something happened to an invitation, and to whom. */
export const ofPlace = (row: InvitationRow) => ({ workspaceId: row.workspaceId, name: nameOf(row) });

export const nameOf = (row: Pick<InvitationRow, "name" | "ownAddress">) =>
  row.name ?? displayAddress(row.ownAddress);

function outcomeOf(row: InvitationRow, no: Refusal | undefined, isSent: boolean, gap: Date): ResendOutcome {
  if (no) return { invitationId: row.id, name: nameOf(row), isSent: false, ...no };
  const reason = isSent ? null : "Somebody sent this invitation again a moment ago.";
  return { invitationId: row.id, name: nameOf(row), isSent, reason, resendAt: gap };
}

function refusalOf(ctx: Context, row: InvitationRow, now: Date): Refusal | null {
  const no = (reason: string, resendAt: Date | null = null) => ({ reason, resendAt });
  if (row.isJoined || row.status === "accepted") return no("They have joined already.");
  if (row.isArchived) return no("Not sent: the workspace is archived.");
  if (row.suppressed) return no(`Not sent: ${suppressionWords[row.suppressed]}.`);
  const atDomain = domainRefusal(ctx.org, { kind: kindOf(row.address), value: row.address });
  if (atDomain) return no(`Not sent: ${atDomain}.`);
  if (row.status === "declined") return no('They declined. Use "Invite Members" to invite again.');
  if (row.status === "revoked")
    return no('Their invitation was cancelled. Use "Invite Members" to invite again.');
  if (!row.isGranted)
    return no(`${row.inviterName} may not give this any more. Use "Invite Members" to invite again.`);
  if (now.getTime() >= lastDay(row) && row.expiresAt <= now.getTime())
    return no('Their invitation is older than 30 days. Use "Invite Members" to invite again.');
  if (row.sends === 0 || row.sentAgo >= RESEND_GAP_SECONDS) return null;
  const wait = RESEND_GAP_SECONDS - row.sentAgo;
  return no(
    `Sent ${durationWords(row.sentAgo)} ago. You can resend in ${durationWords(wait)}.`,
    new Date(now.getTime() + wait * 1_000),
  );
}

/** To one person invitations are sent again one a minute, whichever places they are to. */
const gapRule = (address: string): MessageRule => ({
  key: `resent:${address}`,
  max: 1,
  windowSeconds: RESEND_GAP_SECONDS,
  reached: "Another invitation to this person was sent again a moment ago.",
});

const lastDay = (row: InvitationRow) => row.createdAt + LONGEST_LIFE_DAYS * 86_400_000;

async function takeLimits(
  tx: Database,
  ctx: Context,
  rows: InvitationRow[],
  now: Date,
): Promise<Map<string, Refusal>> {
  const rulesAt = rulesByPlace((workspaceId) => rulesOfAct(ctx, workspaceId));
  const wanted = rows.map(({ address, workspaceId }) => ({
    address: { kind: kindOf(address), value: address },
    first: gapRule(address),
    rules: rulesAt(workspaceId),
  }));
  const held = await grantMessages(tx, ctx.org.id, wanted, now);
  const refused = new Map<string, Refusal>();
  rows.forEach(({ id }, i) => {
    const no = held[i];
    if (no) refused.set(id, { reason: no.reason, resendAt: no.freeAt });
  });
  const texted = rows.filter(({ id, channel }) => channel === "sms" && !refused.has(id));
  const numbers = texted.map(({ address }) => address);
  const blocked = await guardTexts(tx, ctx, numbers);
  const unsent = texted.flatMap(({ id, address }, i) => {
    const no = blocked[i];
    if (no) refused.set(id, { reason: `Not sent: ${no.reason}.`, resendAt: no.freeAt });
    return no ? [{ ...gapRule(address), amount: 1 }] : [];
  });
  await returnToLimits(tx, ctx.org.id, unsent);
  return refused;
}

/** Counts the sending and renews the term, by compare-and-set: of two at once one is sent. */
async function renew(tx: Database, ctx: Context, rows: InvitationRow[]) {
  if (rows.length === 0) return new Map<string, never>();
  const ids = rows.map(({ id }) => id);
  const until = sql`greatest(i.expires_at, least(now() + make_interval(hours => ${ctx.org.invitationHours}),
    i.created_at + make_interval(days => ${LONGEST_LIFE_DAYS})))`;
  const renewed = await tx.execute<{ id: string; sends: number; expiresAt: number }>(sql`
    update invitations i set sends = i.sends + 1, sent_at = now(), status = 'pending', closed_at = null,
      ${attendedAnew(until)}
    where i.org_id = ${ctx.org.id} and i.id = ${anyOf(ids)}
      and i.status in ('pending', 'expired')
      and (i.sends = 0 or i.sent_at <= now() - make_interval(secs => ${RESEND_GAP_SECONDS}))
      and (i.status = 'pending' or not exists (select from invitations o where o.org_id = i.org_id
        and o.contact_id = i.contact_id and o.workspace_id is not distinct from i.workspace_id and o.status = 'pending'))
    returning i.id, i.sends, (extract(epoch from i.expires_at) * 1000)::float8 as "expiresAt"`);
  return new Map(renewed.map((row) => [row.id, row]));
}
