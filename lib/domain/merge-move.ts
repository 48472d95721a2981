import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { cancelQueued, revokeInvitations } from "./invitations";

/** Which contact's things become whose. */
export type Pair = { orgId: string; keep: string; drop: string };

/** Columns that name a contact and simply name the other one from now on. */
const NAMING = [
  ["contacts", "created_by"],
  ["groups", "created_by"],
  ["workspaces", "owner_id"],
  ["workspace_groups", "added_by"],
  ["members", "added_by"],
  ["actions", "completed_by"],
  ["actions", "declined_by"],
  ["invitations", "invited_by"],
  ["invitations", "opened_by"],
  ["messages", "contact_id"],
  ["activity", "contact_id"],
  ["activity", "actor_id"],
  ["drafts", "actor_id"],
  ["undoable_acts", "actor_id"],
  ["templates", "owner_id"],
  ["workspace_links", "created_by"],
  ["join_requests", "contact_id"],
  ["join_requests", "decided_by"],
] as const;

/**
 * Moves everything that refers to one contact to the other: nothing refers to the first afterwards. Where both
 * have the same thing, one remains: who is a member directly stays so, and since the earlier day.
 */
export async function moveReferences(tx: Database, { orgId, keep, drop }: Pair): Promise<void> {
  await moveMembers(tx, { orgId, keep, drop });
  for (const table of ["group_members", "group_managers"])
    await tx.execute(sql`
      update ${sql.identifier(table)} t set contact_id = ${keep}
      where t.org_id = ${orgId} and t.contact_id = ${drop} and not exists (select from ${sql.identifier(table)} k
        where k.org_id = t.org_id and k.group_id = t.group_id and k.contact_id = ${keep})`);
  for (const table of ["group_members", "group_managers"])
    await tx.execute(
      sql`delete from ${sql.identifier(table)} where org_id = ${orgId} and contact_id = ${drop}`,
    );
  for (const [table, column] of NAMING)
    await tx.execute(sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${keep}
      where org_id = ${orgId} and ${sql.identifier(column)} = ${drop}`);
  await moveCommands(tx, { orgId, keep, drop });
}

async function moveMembers(tx: Database, { orgId, keep, drop }: Pair): Promise<void> {
  await tx.execute(sql`
    insert into members as k (org_id, workspace_id, contact_id, is_direct, added_by, added_at, joined_at, seen_at)
    select org_id, workspace_id, ${keep}, is_direct, added_by, added_at, joined_at, seen_at
    from members where org_id = ${orgId} and contact_id = ${drop}
    on conflict (org_id, workspace_id, contact_id) do update set
      is_direct = k.is_direct or excluded.is_direct,
      added_by = case when excluded.added_at < k.added_at then excluded.added_by else k.added_by end,
      added_at = least(k.added_at, excluded.added_at),
      joined_at = least(k.joined_at, excluded.joined_at),
      seen_at = greatest(k.seen_at, excluded.seen_at)`);
  await tx.execute(sql`update roles set holder_id = ${keep} where org_id = ${orgId} and holder_id = ${drop}`);
  await tx.execute(sql`delete from members where org_id = ${orgId} and contact_id = ${drop}`);
}

/** Two people's commands may carry one id by chance; then the kept one's answer stands. */
async function moveCommands(tx: Database, { orgId, keep, drop }: Pair): Promise<void> {
  await tx.execute(sql`delete from commands d where d.org_id = ${orgId} and d.actor_id = ${drop}
    and exists (select from commands k where k.org_id = d.org_id and k.actor_id = ${keep} and k.id = d.id)`);
  await tx.execute(
    sql`update commands set actor_id = ${keep} where org_id = ${orgId} and actor_id = ${drop}`,
  );
}

/**
 * Moves the invitations, before the memberships: of two open ones for the same place the kept contact's stays, and
 * where one of the two has joined there is nothing left to accept.
 */
export async function gatherInvitations(
  tx: Database,
  { orgId, keep, drop }: Pair,
  { userId }: { userId: string | null },
): Promise<void> {
  const both = sql`org_id = ${orgId} and contact_id = ${anyOf([keep, drop])}`;
  await tx.execute(sql`update invitations set status = 'expired', closed_at = expires_at
    where ${both} and status = 'pending' and expires_at <= now()`);
  const needless = await tx.execute<{ id: string }>(sql`
    select i.id from invitations i
    where i.org_id = ${orgId} and i.contact_id = ${anyOf([keep, drop])} and i.status = 'pending' and (
      (i.contact_id = ${drop} and exists (select from invitations k where k.org_id = i.org_id and k.contact_id = ${keep}
        and k.status = 'pending' and k.workspace_id is not distinct from i.workspace_id))
      or (i.workspace_id is null and ${userId !== null})
      or exists (select from members m where m.org_id = i.org_id and m.workspace_id = i.workspace_id
        and m.contact_id = ${anyOf([keep, drop])} and m.joined_at is not null))`);
  await revokeInvitations(
    tx,
    orgId,
    needless.map(({ id }) => id),
  );
  await tx.execute(
    sql`update invitations set contact_id = ${keep} where org_id = ${orgId} and contact_id = ${drop}`,
  );
}

/**
 * Invitations that went to an address the contact does not keep go to its own from now on: links sent so far are dead.
 * Whose owner asked not to be written to gets nothing at another address either. Those that ran out follow unsent, so
 * that a resend reaches the contact. Answers which are to be sent.
 */
export async function readdressInvitations(
  tx: Database,
  { orgId, keep }: Pick<Pair, "orgId" | "keep">,
  { email, phone }: { email: string | null; phone: string | null },
): Promise<{ id: string; workspaceId: string | null }[]> {
  const isLost = sql`i.org_id = ${orgId} and i.contact_id = ${keep} and i.address not in (${email ?? ""}, ${phone ?? ""})`;
  const isUnwanted = sql`exists (select from suppressions s where s.org_id = i.org_id and s.address = i.address
    and s.reason in ('opted_out', 'complained'))`;
  const unwanted = await tx.execute<{ id: string }>(
    sql`select i.id from invitations i where ${isLost} and i.status = 'pending' and ${isUnwanted}`,
  );
  await revokeInvitations(
    tx,
    orgId,
    unwanted.map(({ id }) => id),
  );
  const moved = await tx.execute<{ id: string; workspaceId: string | null; isOpen: boolean }>(sql`
    update invitations i set address = ${email ?? phone}, channel = ${email ? "email" : "sms"},
      generation = i.generation + 1
    where ${isLost} and i.status in ('pending', 'expired') and not ${isUnwanted}
    returning i.id, i.workspace_id as "workspaceId", i.status = 'pending' as "isOpen"`);
  const open = moved.filter(({ isOpen }) => isOpen);
  await cancelQueued(
    tx,
    orgId,
    open.map(({ id }) => id),
  );
  return open;
}
