import { z } from "zod";
import type { Database } from "@/db/client";
import { selectNow } from "@/db/queries/clock";
import type { InvitationRow } from "@/db/queries/invitations";
import { selectWaiting, selectWaitingAnywhere, type Waiting } from "@/db/queries/waiting";
import type { Context, WorkspaceContext } from "./context";
import { notFound } from "./errors";
import { lockGroup } from "./group-people";
import { idList } from "./id-list";
import { applyLimits, enter, hoursAfter, type Place, planAll } from "./invite-act";
import { belonging } from "./invite-plan";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";
import { MOST_RECIPIENTS } from "./recipients";
import { nameOf, resendRows } from "./resend";

/** How many were sent to, and who was not and why. */
export type ResendAnswer = { sent: number; skipped: { name: string; reason: string }[] };

export const ResendAll = z.strictObject({
  group: z.union([z.uuid(), z.literal("")]).optional(),
  contact: z.uuid().optional(),
});

/**
 * Sends to everybody in the workspace, of one group in it, or one member, who has not joined: the same invitation again, or a
 * first one to who never got any. Who was sent to a minute ago, declined, was cancelled or cannot be written to is
 * skipped, with the reason. Every internal member may. Statements do not grow with the people.
 */
export async function resendAll(
  ctx: WorkspaceContext,
  { group, contact }: z.output<typeof ResendAll>,
): Promise<ResendAnswer> {
  authorize(ctx, "invitations:resend");
  return inOneAct(ctx.db, async (tx) => {
    const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
    if (group) await lockGroup(tx, ctx, group);
    const waiting = await selectWaiting(tx, at, { group: group || undefined, contact });
    if (contact && waiting.length === 0) throw notFound();
    return sendTo(tx, ctx, ctx.workspace, waiting);
  });
}

export const ResendGroup = z.strictObject({ group: z.uuid() });
export const ResendContacts = z.strictObject({
  contacts: idList(MOST_RECIPIENTS, "Choose at least one person."),
});

/**
 * Sends to the contacts, or everybody of a group, who have not joined: the invitation again that is open, to a workspace
 * one is in oneself or to the portal, or a first one to the portal. Skips and refuses as `resendAll`. Every internal user may.
 */
export async function resendPortal(
  ctx: Context,
  input: z.output<typeof ResendGroup> | z.output<typeof ResendContacts>,
): Promise<ResendAnswer> {
  authorize(ctx, "contacts:invite");
  return inOneAct(ctx.db, async (tx) => {
    if ("group" in input) await lockGroup(tx, ctx, input.group);
    const at = { orgId: ctx.org.id, viewerId: ctx.actor.contactId };
    const waiting = await selectWaitingAnywhere(tx, at, input);
    if (waiting.length === 0 && "contacts" in input) throw notFound();
    return sendTo(tx, ctx, null, waiting);
  });
}

const said: Partial<Record<InvitationRow["status"], string>> = {
  declined: "They declined. Invite them by name if that has changed.",
  revoked: "Their invitation was cancelled. Invite them by name to send a new one.",
};

const isInvited = (one: Waiting): one is InvitationRow => one.id !== null;

/** Again to who has an invitation that is open or ran out, for the first time to who has none. */
async function sendTo(tx: Database, ctx: Context, place: Place, waiting: Waiting[]): Promise<ResendAnswer> {
  const invited = waiting.filter(isInvited);
  const skipped = invited.flatMap((row) => {
    const reason = said[row.status];
    return reason ? [{ name: nameOf(row), reason }] : [];
  });
  const again = invited.filter(({ status }) => status === "pending" || status === "expired");
  const resent = again.length > 0 ? await resendRows(tx, ctx, again) : [];
  const none = waiting.filter((one) => !isInvited(one));
  const first = await inviteFirst(tx, ctx, place, none);
  return {
    sent: resent.filter(({ isSent }) => isSent).length + first.sent,
    skipped: [
      ...skipped,
      ...resent.flatMap(({ isSent, name, reason }) =>
        isSent ? [] : [{ name, reason: reason ?? "Not sent." }],
      ),
      ...first.skipped,
    ],
  };
}

async function inviteFirst(
  tx: Database,
  ctx: Context,
  place: Place,
  list: Pick<Waiting, "contactId">[],
): Promise<ResendAnswer> {
  if (list.length === 0) return { sent: 0, skipped: [] };
  const now = await selectNow(tx);
  const plan = await planAll(
    tx,
    ctx,
    place,
    list.map(({ contactId }) => belonging(contactId, null)),
  );
  await applyLimits(tx, ctx, place, plan, now);
  const sendable = plan.filter(({ refused, unsent }) => !refused && !unsent);
  const saying = { note: null, expiresAt: hoursAfter(now, ctx.org.invitationHours), role: null };
  await enter(tx, ctx, place, sendable, { ...saying, told: new Set() });
  return {
    sent: sendable.length,
    skipped: plan.flatMap(({ name, refused, unsent }) => {
      const no = refused ?? unsent;
      return no ? [{ name, reason: sentence(no.reason) }] : [];
    }),
  };
}

/** Limits are told in whole sentences, everything else in a few words. */
const sentence = (reason: string): string => (reason.endsWith(".") ? reason : `Not sent: ${reason}.`);
