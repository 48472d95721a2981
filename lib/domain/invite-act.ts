import type { Database } from "@/db/client";
import { selectRecipients, selectSuppressed } from "@/db/queries/recipients";
import type { RoleToFill } from "@/db/queries/roles";
import { type NewActivity, namesOf, recordActivity } from "./activity";
import type { Context } from "./context";
import { addedMessages, invitationMessages } from "./invite-messages";
import {
  type Audience,
  type Candidate,
  lookupOf,
  onceEach,
  type Planned,
  planRecipient,
} from "./invite-plan";
import {
  joinMembers,
  type NewInvitation,
  type Ready,
  writeContacts,
  writeInvitations,
  writeMembers,
} from "./invite-write";
import { grantMessages, rulesOfAct } from "./message-limits";
import { enqueueMessages } from "./messages";
import { guardTexts } from "./sms-guard";
import type { Outcome } from "./views";

/** Where people are invited: a workspace, or (null) the portal. */
export type Place = { id: string; name: string } | null;

/** What is said to everybody in one act; the role is everybody's, or each one's own. */
export type Saying = {
  note: string | null;
  expiresAt: Date;
  role: RoleToFill | null | ((recipient: Ready) => RoleToFill | null);
};

/**
 * What is known about the candidates at a place, and what may be done for each: two statements. A contact comes once,
 * by whatever it was named.
 */
export async function planAll(
  tx: Database,
  ctx: Context,
  place: Place,
  candidates: Candidate[],
  audience: Audience = "any",
): Promise<Planned[]> {
  const at = { orgId: ctx.org.id, workspaceId: place?.id ?? null };
  const known = await selectRecipients(tx, at, candidates.flatMap(lookupOf));
  const byIndex = new Map(known.map((row) => [row.i, row]));
  const plan = candidates.map((candidate, i) => planRecipient(ctx, candidate, byIndex.get(i), audience));
  const addresses = plan.flatMap(({ address }) => (address ? [address.value] : []));
  const suppressed = await selectSuppressed(tx, ctx.org.id, addresses);
  for (const planned of plan) {
    const reason = planned.address && suppressed.get(planned.address.value);
    if (reason && !isStopped(planned) && !planned.hasAccount)
      stop(planned, { status: "not_allowed", reason: suppressionWords[reason] });
  }
  return onceEach(plan);
}

const isStopped = ({ refused, unsent }: Planned) => refused !== null || unsent !== null;

/** Who is named is not invited; who belongs, or needs no invitation, comes in, and nothing is sent. */
function stop(planned: Planned, refusal: NonNullable<Planned["refused"]>): void {
  if (planned.via || planned.hasAccount) planned.unsent = refusal;
  else planned.refused = refusal;
}

/** Why nothing may be sent to an address, in words. */
export const suppressionWords = {
  opted_out: "asked not to be invited again",
  bounced: "messages to this address came back; change it",
  complained: "reported an earlier message as unwanted",
};

/** Counts the messages this act will cause; who is over a limit gets none, and is told when it lifts. */
export async function applyLimits(
  tx: Database,
  ctx: Context,
  place: Place,
  plan: Planned[],
  now: Date,
): Promise<void> {
  const rules = rulesOfAct(ctx, place?.id ?? null);
  const open = plan.filter((planned) => !isStopped(planned));
  if (open.length === 0) return;
  const wanted = open.map(({ address }) => ({ address, rules }));
  const held = await grantMessages(tx, ctx.org.id, wanted, now);
  open.forEach((planned, i) => {
    const reason = held[i]?.reason;
    if (reason) stop(planned, { status: "over_limit", reason });
  });
  await applySmsGuard(tx, ctx, open);
}

async function applySmsGuard(tx: Database, ctx: Context, plan: Planned[]): Promise<void> {
  const texted = plan.filter((planned) => !isStopped(planned) && planned.address?.kind === "phone");
  const numbers = texted.flatMap(({ address }) => (address ? [address.value] : []));
  const refused = await guardTexts(tx, ctx, numbers);
  texted.forEach((planned, i) => {
    const one = refused[i];
    if (one) stop(planned, { status: one.status, reason: one.reason });
  });
}

export type Entered = { ready: Ready[]; invitations: NewInvitation[]; added: Ready[] };

/**
 * Writes what the plan allows: contacts of new people, memberships, invitations, messages and activity; a fixed
 * number of statements. Contacts in `told` get no second message; whoever gets one is put into it. Who waited here
 * and has an account by now comes in like somebody new. A quiet act writes memberships only.
 */
export async function enter(
  tx: Database,
  ctx: Context,
  place: Place,
  plan: Planned[],
  { told, isQuiet = false, ...saying }: Saying & { told: Set<string>; isQuiet?: boolean },
): Promise<Entered> {
  const wanted = plan.filter(({ refused }) => !refused);
  const ready = await writeContacts(tx, ctx, wanted, { isInvited: !isQuiet });
  if (place) {
    await writeMembers(tx, ctx, place.id, ready);
    await joinMembers(tx, ctx, place.id, ready);
  }
  const open = isQuiet ? [] : ready.filter(({ unsent }) => !unsent);
  const added = ready.filter(
    ({ hasAccount, isMember, unsent, via }) =>
      !isQuiet && hasAccount && (!isMember || !unsent) && (!unsent || via === null),
  );
  const noticed = added.filter(({ unsent }) => !unsent);
  const invitations = await writeInvitations(
    tx,
    ctx,
    place?.id ?? null,
    open.filter(({ hasAccount }) => !hasAccount),
    { ...saying, told },
  );
  const sent = invitations.filter(({ isTold }) => isTold);
  for (const { recipient } of sent) told.add(recipient.contactId);
  await enqueueMessages(tx, ctx.org.id, [
    ...invitationMessages(ctx, place, sent, saying),
    ...(place ? addedMessages(ctx, place, noticed, saying.role) : []),
  ]);
  const invited = invitations.map(({ recipient }) => recipient);
  await recordActivity(
    tx,
    { orgId: ctx.org.id, workspaceId: place?.id ?? null, actorId: ctx.actor.contactId },
    [...happened("members_added", added), ...happened(place ? "members_invited" : "portal_invited", invited)],
  );
  return { ready, invitations, added };
}

const happened = (kind: NewActivity["kind"], list: Ready[]): NewActivity[] =>
  list.length > 0 ? [{ kind, data: namesOf(list.map(({ name }) => name)) }] : [];

/** What became of one recipient, in words; who was named and has an account came in, with a notice or without. */
export function outcomeOf(planned: Planned): Outcome {
  const { input, name, invitationId, refused, unsent, hasAccount, via } = planned;
  const came = { status: hasAccount ? ("added" as const) : ("invited" as const), reason: null };
  const { status, reason } = refused ?? (hasAccount && via === null ? came : (unsent ?? came));
  return { input, name, status, reason, invitationId };
}

export const hoursAfter = (moment: Date, hours: number) => new Date(moment.getTime() + hours * 3_600_000);
