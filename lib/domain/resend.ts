import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { selectNow } from "@/db/queries/clock";
import { type InvitationRow, selectInvitations } from "@/db/queries/invitations";
import { isAt } from "@/db/queries/place";
import { namesOf, recordActivity } from "./activity";
import { displayAddress, kindOf } from "./address";
import type { Context, WorkspaceContext } from "./context";
import { zonedMoment } from "./deadline";
import { notFound } from "./errors";
import { newId } from "./id";
import { type Place, suppressionWords } from "./invite-act";
import { inviterLimit, RESEND_GAP_SECONDS, recipientLimit } from "./invite-plan";
import { takeFromLimits } from "./limits";
import { enqueueMessages, type NewMessage } from "./messages";
import { authorize } from "./permissions";
import { newestKey } from "./token";
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
  return ctx.db.transaction(async (tx) => {
    const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
    const rows = await selectInvitations(tx, at, { ids: input.invitations });
    if (rows.length === 0) throw notFound();
    return resendRows(tx, ctx, ctx.workspace, rows);
  });
}

/** As `resendInvitations`, for invitations of one place that have been read in the same transaction. */
export async function resendRows(
  tx: Database,
  ctx: Context,
  place: Place,
  rows: InvitationRow[],
): Promise<ResendOutcome[]> {
  const now = await selectNow(tx);
  const refused = new Map<string, { reason: string; resendAt: Date | null }>();
  for (const row of rows) {
    const no = refusalOf(row, now);
    if (no) refused.set(row.id, no);
  }
  const open = () => rows.filter(({ id }) => !refused.has(id));
  await takeLimits(tx, ctx, open(), refused, now);
  const renewed = await renew(tx, ctx, place, open());
  await enqueueMessages(
    tx,
    ctx.org.id,
    rows.flatMap((row) => messageFor(ctx, place, row, renewed, rows.length)),
  );
  const sent = rows.filter(({ id }) => renewed.has(id));
  if (sent.length > 0)
    await recordActivity(
      tx,
      { orgId: ctx.org.id, workspaceId: place?.id ?? null, actorId: ctx.actor.contactId },
      [{ kind: "invitation_resent", data: { ...namesOf(sent.map(nameOf)), name: sent.map(nameOf)[0] } }],
    );
  const gap = new Date(now.getTime() + RESEND_GAP_SECONDS * 1_000);
  return rows.map((row) => outcomeOf(row, refused.get(row.id), renewed.has(row.id), gap));
}

export const nameOf = (row: Pick<InvitationRow, "name" | "ownAddress">) =>
  row.name ?? displayAddress(row.ownAddress);

function outcomeOf(
  row: InvitationRow,
  no: { reason: string; resendAt: Date | null } | undefined,
  isSent: boolean,
  gap: Date,
): ResendOutcome {
  if (no) return { invitationId: row.id, name: nameOf(row), isSent: false, ...no };
  const reason = isSent ? null : "Somebody sent this invitation again a moment ago.";
  return { invitationId: row.id, name: nameOf(row), isSent, reason, resendAt: gap };
}

function refusalOf(row: InvitationRow, now: Date) {
  const no = (reason: string, resendAt: Date | null = null) => ({ reason, resendAt });
  if (row.isJoined || row.status === "accepted") return no(`${nameOf(row)} has joined already.`);
  if (row.suppressed) return no(`Not sent: ${suppressionWords[row.suppressed]}.`);
  if (row.status === "declined") return no(`${nameOf(row)} declined. Use "Invite Members" to invite again.`);
  if (row.status === "revoked")
    return no('This invitation was cancelled. Use "Invite Members" to invite again.');
  if (now.getTime() >= lastDay(row) && row.expiresAt <= now.getTime())
    return no('This invitation is older than 30 days. Use "Invite Members" to invite again.');
  if (row.sends === 0 || row.sentAgo >= RESEND_GAP_SECONDS) return null;
  const wait = RESEND_GAP_SECONDS - row.sentAgo;
  return no(
    `Sent ${durationWords(row.sentAgo)} ago. You can resend in ${durationWords(wait)}.`,
    new Date(now.getTime() + wait * 1_000),
  );
}

const lastDay = (row: InvitationRow) => row.createdAt + LONGEST_LIFE_DAYS * 86_400_000;

async function takeLimits(
  tx: Database,
  ctx: Context,
  rows: InvitationRow[],
  refused: Map<string, { reason: string; resendAt: Date | null }>,
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const own = inviterLimit(ctx, rows.length);
  const budget = (await takeFromLimits(tx, ctx.org.id, [own])).get(own.key);
  const limits = rows.map((row) => recipientLimit({ kind: kindOf(row.address), value: row.address }));
  const taken = await takeFromLimits(tx, ctx.org.id, limits.slice(0, budget?.granted ?? 0));
  const wait = (at: Date) => `You can resend in ${durationWords((at.getTime() - now.getTime()) / 1_000)}.`;
  rows.forEach((row, i) => {
    const one = taken.get(limits[i]?.key ?? "");
    if (budget && i >= budget.granted)
      refused.set(row.id, {
        reason: `You have reached your limit of ${own.max} messages. ${wait(budget.freeAt)}`,
        resendAt: budget.freeAt,
      });
    else if (one && one.granted === 0)
      refused.set(row.id, {
        reason: `Five messages went to this person today. ${wait(one.freeAt)}`,
        resendAt: one.freeAt,
      });
  });
}

/** Counts the sending and renews the term, by compare-and-set: of two at once one is sent. */
async function renew(tx: Database, ctx: Context, place: Place, rows: InvitationRow[]) {
  if (rows.length === 0) return new Map<string, never>();
  const ids = rows.map(({ id }) => id);
  const renewed = await tx.execute<{ id: string; sends: number; expiresAt: number }>(sql`
    update invitations i set sends = i.sends + 1, sent_at = now(), status = 'pending', closed_at = null,
      expires_at = greatest(i.expires_at, least(now() + make_interval(hours => ${ctx.org.invitationHours}),
        i.created_at + make_interval(days => ${LONGEST_LIFE_DAYS})))
    where i.org_id = ${ctx.org.id} and ${isAt(sql`i.workspace_id`, place?.id ?? null)}
      and i.id = ${anyOf(ids)}
      and i.status in ('pending', 'expired')
      and (i.sends = 0 or i.sent_at <= now() - make_interval(secs => ${RESEND_GAP_SECONDS}))
      and (i.status = 'pending' or not exists (select from invitations o where o.org_id = i.org_id
        and ${isAt(sql`o.workspace_id`, place?.id ?? null)} and o.contact_id = i.contact_id and o.status = 'pending'))
    returning i.id, i.sends, (extract(epoch from i.expires_at) * 1000)::float8 as "expiresAt"`);
  return new Map(renewed.map((row) => [row.id, row]));
}

function messageFor(
  ctx: Context,
  place: Place,
  row: InvitationRow,
  renewed: Map<string, { sends: number; expiresAt: number }>,
  count: number,
): NewMessage[] {
  const now = renewed.get(row.id);
  return now ? [invitationMessage(ctx, place, { ...row, ...now }, count)] : [];
}

/** The message of an invitation that exists: says what is true of it now. */
export function invitationMessage(ctx: Context, place: Place, row: InvitationRow, count = 1): NewMessage {
  return {
    id: newId(),
    kind: "invitation",
    channel: row.channel,
    address: row.address,
    subjectId: row.id,
    number: row.sends,
    invitationId: row.id,
    contactId: row.contactId,
    language: row.language ?? ctx.org.language,
    priority: count > 1 ? 2 : 1,
    holdSeconds: 0,
    values: {
      keyId: newestKey(ctx.keys),
      organization: ctx.org.number,
      generation: row.generation,
      organizationName: ctx.org.name,
      workspaceName: place?.name ?? null,
      inviterName: row.inviterName,
      inviterAddress: row.inviterAddress,
      roleName: row.roleName,
      firstAction: row.firstAction,
      note: row.note,
      expiresAt: zonedMoment(new Date(row.expiresAt), ctx.org.timeZone),
    },
  };
}
