import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { attention } from "@/db/queries/attention";
import { closeNeedless } from "@/db/queries/join-requests";
import { isAt } from "@/db/queries/place";
import { tableOf } from "@/db/queries/table-of";
import { type Address, channelOf } from "./address";
import type { Context, WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { newId } from "./id";
import type { Planned } from "./invite-plan";
import { sortKey } from "./text";
import type { OutcomeStatus } from "./views";

const UNIQUE_VIOLATION = "23505";
/** What an act refers to was merged into something else meanwhile, or two acts wait for each other. */
const LOST = [UNIQUE_VIOLATION, "23503", "40P01"];
const ATTEMPTS = 5;

function codeOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? String(cause.code) : null;
}

/** Whether somebody else wrote one of our rows in the meantime: then look again and plan anew. */
export const isRace = (error: unknown): boolean => codeOf(error) === UNIQUE_VIOLATION;

/** Runs an act in a transaction; one that lost a race is planned anew, up to five times. */
export async function inOneAct<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (!LOST.includes(codeOf(error) ?? "") || attempt === ATTEMPTS) throw error;
    }
  }
}

/** A list of ids as one parameter. */
export const listed = (ids: string[]) =>
  sql`(select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`;

/** A recipient that will be written: has an address, and an id from here on. */
export type Ready = Planned & { contactId: string; address: Address };

/** Gives ids to new people and writes their contacts: one statement. */
export async function writeContacts(
  tx: Database,
  ctx: Context,
  plan: Planned[],
  { isInvited }: { isInvited: boolean },
): Promise<Ready[]> {
  const fresh: Ready[] = [];
  const ready = plan.flatMap((planned): Ready[] => {
    if (!planned.address) return [];
    const isQuiet = planned.isQuiet && !(isInvited && !planned.contactId);
    const one = { ...planned, isQuiet, address: planned.address, contactId: planned.contactId ?? newId() };
    if (!planned.contactId) fresh.push(one);
    return [one];
  });
  if (fresh.length === 0) return ready;
  const rows = fresh.map(({ contactId, kind, name, input, address }) => ({
    id: contactId,
    kind,
    name:
      name === input || name.includes("@") || (address.kind === "phone" && !/\p{L}/u.test(name))
        ? null
        : name,
    email: address.kind === "email" ? address.value : null,
    phone: address.kind === "phone" ? address.value : null,
    key: sortKey(name),
  }));
  await tx.execute(sql`
    insert into contacts (org_id, id, kind, name, email, phone, sort_key, created_by, invited_at)
    select ${ctx.org.id}, r.id, r.kind, r.name, r.email, r.phone, r.key, ${ctx.actor.contactId},
      ${isInvited ? sql`now()` : sql`null::timestamptz`}
    from ${tableOf(rows, { id: "uuid", kind: "text", name: "text", email: "text", phone: "text", key: "text" })}`);
  return ready;
}

/** Makes everybody a member who is none; people with an account have joined with that. */
export async function writeMembers(
  tx: Database,
  ctx: Context,
  workspaceId: string,
  list: Ready[],
): Promise<void> {
  const rows = list
    .filter(({ isMember }) => !isMember)
    .map(({ contactId, hasAccount, via }) => ({ id: contactId, joined: hasAccount, direct: via === null }));
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into members (org_id, workspace_id, contact_id, is_direct, added_by, joined_at)
    select ${ctx.org.id}, ${workspaceId}, r.id, r.direct, ${ctx.actor.contactId}, case when r.joined then now() end
    from ${tableOf(rows, { id: "uuid", joined: "boolean", direct: "boolean" })}`);
  const joined = rows.filter((row) => row.joined).map(({ id }) => id);
  await closeNeedless(tx, { orgId: ctx.org.id, workspaceId }, joined);
}

/** People who are members already and have an account by now have joined. */
export async function joinMembers(
  tx: Database,
  ctx: Context,
  workspaceId: string,
  list: Ready[],
): Promise<void> {
  const ids = list
    .filter(({ isMember, hasAccount }) => isMember && hasAccount)
    .map(({ contactId }) => contactId);
  if (ids.length === 0) return;
  await tx.execute(sql`
    update members set joined_at = now()
    where org_id = ${ctx.org.id} and workspace_id = ${workspaceId} and joined_at is null
      and contact_id = ${anyOf(ids)}`);
  await closeNeedless(tx, { orgId: ctx.org.id, workspaceId }, ids);
}

/**
 * People who were here through a group only and are now named, or given the one role of the act, stay when the group
 * goes, and that is said where nothing else is done for them.
 */
export async function keepMembers(
  tx: Database,
  ctx: WorkspaceContext,
  list: Planned[],
  { isFilled }: { isFilled: boolean },
): Promise<void> {
  const kept = list.filter(
    ({ isMember, isDirect, via, refused }) =>
      isMember && !isDirect && via === null && (isFilled || !refused || IS_HERE.includes(refused.status)),
  );
  if (kept.length === 0) return;
  await tx.execute(sql`
    update members set is_direct = true
    where org_id = ${ctx.org.id} and workspace_id = ${ctx.workspace.id}
      and contact_id = ${anyOf(kept.flatMap(({ contactId }) => contactId ?? []))}`);
  for (const { refused } of kept) if (refused) refused.reason = `${refused.reason}; stays if the group goes`;
}

const IS_HERE: OutcomeStatus[] = ["already_member", "already_invited"];

export type NewInvitation = { id: string; recipient: Ready; isTold: boolean };

/**
 * Opens one invitation each, to the workspace or, without one, to the portal; what has run out no longer stands in
 * the way. Who is `told` of another one in the same act gets theirs without a message.
 */
export async function writeInvitations(
  tx: Database,
  ctx: Context,
  workspaceId: string | null,
  list: Ready[],
  { note, expiresAt, told }: { note: string | null; expiresAt: Date; told: ReadonlySet<string> },
): Promise<NewInvitation[]> {
  const invitations = list.map((recipient) => ({
    id: newId(),
    recipient,
    isTold: !told.has(recipient.contactId),
  }));
  if (invitations.length === 0) return invitations;
  const rows = invitations.map(({ id, recipient: { contactId, address }, isTold }) => ({
    id,
    contact: contactId,
    address: address.value,
    channel: channelOf(address),
    sends: isTold ? 1 : 0,
  }));
  const known = list.filter(({ isMember }) => isMember || workspaceId === null);
  await closeExpired(tx, ctx, workspaceId, known);
  await endQuiet(tx, ctx, list);
  const until = sql`${expiresAt.toISOString()}::timestamptz`;
  const [orgId, workspace] = [sql`${ctx.org.id}::uuid`, sql`${workspaceId}::uuid`];
  const times = { orgId, workspaceId: workspace, since: sql`now()`, until };
  const { notice, attend } = attention(times, sql`r.sends > 0`);
  await tx.execute(sql`
    insert into invitations (org_id, id, workspace_id, contact_id, address, channel, note, invited_by, expires_at, sends,
      expiry_notice_at, attend_at)
    select ${ctx.org.id}, r.id, ${workspaceId}::uuid, r.contact, r.address, r.channel, ${note},
      ${ctx.actor.contactId}, ${until}, r.sends, ${notice}, ${attend}
    from ${tableOf(rows, { id: "uuid", contact: "uuid", address: "text", channel: "text", sends: "int" })}`);
  return invitations;
}

async function closeExpired(tx: Database, ctx: Context, workspaceId: string | null, list: Ready[]) {
  if (list.length === 0) return;
  await tx.execute(sql`
    update invitations set status = 'expired', closed_at = expires_at
    where org_id = ${ctx.org.id} and ${isAt(sql`workspace_id`, workspaceId)}
      and status = 'pending' and expires_at <= now()
      and contact_id = ${anyOf(list.map(({ contactId }) => contactId))}`);
}

async function endQuiet(tx: Database, ctx: Context, list: Ready[]): Promise<void> {
  const ids = list.filter(({ isQuiet }) => isQuiet).map(({ contactId }) => contactId);
  if (ids.length === 0) return;
  await tx.execute(sql`
    update contacts set invited_at = now()
    where org_id = ${ctx.org.id} and invited_at is null and id = ${anyOf(ids)}`);
}

/** Somebody, or a group, that holds a role. */
export type Holder = { contact: string } | { group: string };

/**
 * Gives a role to somebody new, provided that it is still held by who is named: `former`, or nobody. Of two people
 * giving it at once the second is told, and nothing of theirs stays.
 */
export async function fillRole(
  tx: Database,
  ctx: Context,
  workspaceId: string,
  roleId: string,
  holder: Holder,
  former: string | null = null,
): Promise<void> {
  const [contact, group] = "contact" in holder ? [holder.contact, null] : [null, holder.group];
  const filled = await tx.execute(sql`
    update roles set holder_id = ${contact}::uuid, holder_group_id = ${group}::uuid
    where org_id = ${ctx.org.id} and workspace_id = ${workspaceId} and id = ${roleId}
      and coalesce(holder_id, holder_group_id) is not distinct from ${former}::uuid
    returning id`);
  if (filled.length === 0)
    throw new DomainError("conflict", "This role was filled a moment ago. Nothing was changed; look again.");
}
