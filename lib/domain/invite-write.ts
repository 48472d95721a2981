import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { roles } from "@/db/schema";
import { type Address, channelOf } from "./address";
import type { WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { newId } from "./id";
import type { Planned } from "./invite-plan";
import { sortKey } from "./text";

const UNIQUE_VIOLATION = "23505";

/** Whether somebody else wrote one of our rows in the meantime: then look again and plan anew. */
export function isRace(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === UNIQUE_VIOLATION;
}

/** A recipient that will be written: has an address, and an id from here on. */
export type Ready = Planned & { contactId: string; address: Address };

/** Gives ids to new people and writes their contacts: one statement. */
export async function writeContacts(tx: Database, ctx: WorkspaceContext, plan: Planned[]): Promise<Ready[]> {
  const fresh: Ready[] = [];
  const ready = plan.flatMap((planned): Ready[] => {
    if (!planned.address) return [];
    const one = { ...planned, address: planned.address, contactId: planned.contactId ?? newId() };
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
    [address.kind]: address.value,
    key: sortKey(name),
  }));
  await tx.execute(sql`
    insert into contacts (org_id, id, kind, name, email, phone, sort_key, created_by)
    select ${ctx.org.id}, r.id, r.kind, r.name, r.email, r.phone, r.key, ${ctx.actor.contactId}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, kind text, name text, email text, phone text, key text)`);
  return ready;
}

/** Makes everybody a member who is none; people with an account have joined with that. */
export async function writeMembers(tx: Database, ctx: WorkspaceContext, list: Ready[]): Promise<void> {
  const rows = list
    .filter(({ isMember }) => !isMember)
    .map(({ contactId, hasAccount }) => ({ id: contactId, joined: hasAccount }));
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into members (org_id, workspace_id, contact_id, added_by, joined_at)
    select ${ctx.org.id}, ${ctx.workspace.id}, r.id, ${ctx.actor.contactId}, case when r.joined then now() end
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, joined boolean)`);
}

/** People who are members already and have an account by now have joined. */
export async function joinMembers(tx: Database, ctx: WorkspaceContext, list: Ready[]): Promise<void> {
  const ids = list
    .filter(({ isMember, hasAccount }) => isMember && hasAccount)
    .map(({ contactId }) => contactId);
  if (ids.length === 0) return;
  await tx.execute(sql`
    update members set joined_at = now()
    where org_id = ${ctx.org.id} and workspace_id = ${ctx.workspace.id} and joined_at is null
      and contact_id in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`);
}

export type NewInvitation = { id: string; recipient: Ready };

/** Opens one invitation each; what has run out no longer stands in the way. */
export async function writeInvitations(
  tx: Database,
  ctx: WorkspaceContext,
  list: Ready[],
  { note, expiresAt }: { note: string | null; expiresAt: Date },
): Promise<NewInvitation[]> {
  const invitations = list.map((recipient) => ({ id: newId(), recipient }));
  if (invitations.length === 0) return invitations;
  const rows = invitations.map(({ id, recipient: { contactId, address } }) => ({
    id,
    contact: contactId,
    address: address.value,
    channel: channelOf(address),
  }));
  await closeExpired(
    tx,
    ctx,
    list.filter(({ isMember }) => isMember),
  );
  await tx.execute(sql`
    insert into invitations (org_id, id, workspace_id, contact_id, address, channel, note, invited_by, expires_at)
    select ${ctx.org.id}, r.id, ${ctx.workspace.id}, r.contact, r.address, r.channel, ${note},
      ${ctx.actor.contactId}, ${expiresAt.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, contact uuid, address text, channel text)`);
  return invitations;
}

async function closeExpired(tx: Database, ctx: WorkspaceContext, list: Ready[]): Promise<void> {
  if (list.length === 0) return;
  const ids = JSON.stringify(list.map(({ contactId }) => contactId));
  await tx.execute(sql`
    update invitations set status = 'expired', closed_at = expires_at
    where org_id = ${ctx.org.id} and workspace_id = ${ctx.workspace.id} and status = 'pending' and expires_at <= now()
      and contact_id in (select value::uuid from json_array_elements_text(${ids}::json))`);
}

/** Fills a free role. Of two people filling it at once the second is told, and nothing of theirs stays. */
export async function fillRole(
  tx: Database,
  ctx: WorkspaceContext,
  roleId: string,
  contactId: string,
): Promise<void> {
  const filled = await tx
    .update(roles)
    .set({ holderId: contactId })
    .where(
      and(
        eq(roles.orgId, ctx.org.id),
        eq(roles.workspaceId, ctx.workspace.id),
        eq(roles.id, roleId),
        isNull(roles.holderId),
        isNull(roles.holderGroupId),
      ),
    )
    .returning({ id: roles.id });
  if (filled.length === 0)
    throw new DomainError("conflict", "This role was filled a moment ago. Nothing was changed; look again.");
}
