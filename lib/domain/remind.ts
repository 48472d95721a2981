import type { Database } from "@/db/client";
import {
  type Attention,
  claimAttention,
  type SendingOrganization,
  selectSendingOrganization,
  writeAttended,
} from "@/db/queries/attention";
import { selectNow } from "@/db/queries/clock";
import { type InvitationRow, selectInvitationsAnywhere } from "@/db/queries/invitations";
import { channelOf, kindOf } from "./address";
import type { Installation } from "./context";
import { nextDaytime } from "./daytime";
import { enqueueNotices } from "./enqueue-notices";
import { newId } from "./id";
import { messagesAgain } from "./invitation-message";
import { domainRefusal } from "./invite-domains";
import { inOneAct } from "./invite-write";
import { grantMessages, rulesByPlace, rulesOf } from "./message-limits";
import { enqueueMessages, type NewMessage } from "./messages";
import { guardTexts } from "./sms-guard";
import { dayAt } from "./template-flow";

type Tick = { limit: number; daytime?: typeof nextDaytime };

/**
 * Does what is due for open invitations of one organization: reminds who has not joined, once for each day of
 * reminding and only by day where the person is, and tells inviters, once for each workspace, which of their
 * invitations run out soon. Reminders count against the limits of whom they go to and of the organization; over them,
 * one is left out. One transaction, a fixed number of statements, any number of workers at once. Answers how many
 * invitations it was about; none: there is nothing to do.
 */
export async function attendInvitations(ctx: Installation, tick: Tick): Promise<number> {
  return inOneAct(ctx.db, async (tx) => {
    const claimed = await claimAttention(tx, tick.limit);
    const [first] = claimed;
    if (!first) return 0;
    const org = await selectSendingOrganization(tx, first.orgId);
    const later = await laterOnes(tx, org, claimed, tick);
    const due = claimed.filter(({ id, isReminderDue }) => isReminderDue && !later.has(id));
    const reminders = await remindersFor(tx, ctx, org, due);
    const sent = new Set(reminders.map(({ subjectId }) => subjectId));
    await writeAttended(
      tx,
      org.id,
      claimed.map(({ id }) => ({ id, isSent: sent.has(id), later: later.get(id) ?? null })),
    );
    await enqueueMessages(tx, org.id, reminders);
    await enqueueNotices(tx, ctx, org.id, expiryNotices(org, claimed));
    return claimed.length;
  });
}

/** Whom it is night or weekend for, and when that ends. */
async function laterOnes(
  tx: Database,
  org: SendingOrganization,
  claimed: Attention[],
  { daytime = nextDaytime }: Tick,
): Promise<Map<string, number>> {
  const now = await selectNow(tx);
  const later = new Map<string, number>();
  for (const { id, isReminderDue, timeZone } of claimed) {
    const at = isReminderDue ? daytime(now, timeZone ?? org.timeZone) : now;
    if (at > now) later.set(id, at.getTime());
  }
  return later;
}

async function remindersFor(
  tx: Database,
  ctx: Installation,
  org: SendingOrganization,
  due: Attention[],
): Promise<NewMessage[]> {
  if (due.length === 0) return [];
  const ids = due.map(({ id }) => id);
  const rows = new Map((await selectInvitationsAnywhere(tx, org.id, ids)).map((row) => [row.id, row]));
  const pairs = due.flatMap((one) => {
    const row = rows.get(one.id);
    return row && !isAtRefusedDomain(org, row) ? [{ one, row }] : [];
  });
  const rules = rulesByPlace((workspaceId) => rulesOf(ctx, org, workspaceId));
  const wanted = pairs.map(({ row }) => ({
    address: { kind: kindOf(row.address), value: row.address },
    rules: rules(row.workspaceId),
  }));
  const held = await grantMessages(tx, org.id, wanted, await selectNow(tx));
  const open = pairs.filter((_, i) => !held[i]);
  const texted = open.filter(({ row }) => row.channel === "sms").map(({ row }) => row.address);
  const blocked = await guardTexts(tx, { sms: ctx.sms, org }, texted);
  const silent = new Set(texted.filter((_, i) => blocked[i]));
  return open.flatMap(({ row }) => (silent.has(row.address) ? [] : reminderOf(ctx, org, row)));
}

const isAtRefusedDomain = (org: SendingOrganization, { address }: InvitationRow) =>
  domainRefusal(org, { kind: kindOf(address), value: address }) !== null;

/** The same invitation with the same link, from the same person. */
function reminderOf(ctx: Installation, org: SendingOrganization, row: InvitationRow): NewMessage[] {
  const sends = row.sends + 1;
  return messagesAgain({ keys: ctx.keys, org }, [{ ...row, sends }], 2).map((message) => ({
    ...message,
    kind: "invitation_reminder",
    values: { ...message.values, sends },
  }));
}

/** One message for each inviter and place, however many invitations of theirs run out. */
function expiryNotices(org: SendingOrganization, claimed: Attention[]): NewMessage[] {
  const groups = new Map<string, Attention[]>();
  for (const one of claimed.filter(({ isNoticeDue }) => isNoticeDue)) {
    const key = `${one.inviterId} ${one.workspaceId}`;
    const list = groups.get(key) ?? [];
    list.push(one);
    groups.set(key, list);
  }
  return [...groups.values()].flatMap((list) => {
    const [first] = list;
    return first ? [expiryNotice(org, first, list)] : [];
  });
}

function expiryNotice(org: SendingOrganization, first: Attention, list: Attention[]): NewMessage {
  const earliest = new Date(Math.min(...list.map(({ expiresAt }) => expiresAt)));
  const path =
    first.workspaceId === null
      ? `/${org.slug}/contacts`
      : `/${org.slug}/w/${first.workspaceId}?panel=members`;
  return {
    id: newId(),
    kind: "invitations_expiring",
    channel: channelOf({ kind: kindOf(first.inviterAddress) }),
    address: first.inviterAddress,
    subjectId: newId(),
    number: 1,
    invitationId: null,
    contactId: first.inviterId,
    language: first.inviterLanguage ?? org.language,
    priority: 1,
    holdSeconds: 0,
    values: {
      organizationName: org.name,
      workspaceName: first.workspaceName,
      count: list.length,
      personName: first.personName,
      expiresOn: dayAt(earliest, org.timeZone),
      path,
    },
  };
}
