import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { lockHeldRoles } from "@/db/queries/roles";
import { namesOf, recordActivity } from "./activity";
import type { Context } from "./context";
import { revokeInvitations } from "./invitations";

/** Whose membership to look at again: in some workspaces, of some contacts or of everybody there. */
type Scope = { workspaces: string[]; contacts?: string[] };

type Leaving = { workspaceId: string; contactId: string; name: string };

/**
 * Takes out who was in a workspace only through a group and is in none of its groups any more: roles they
 * held are free, their open invitations there are revoked, their access ends at the next request. Who is a
 * member by name stays. Call it after a change of groups, in the same transaction; statements do not
 * grow with the people.
 */
export async function takeOutLeavers(
  tx: Database,
  ctx: Context,
  { workspaces, contacts }: Scope,
  through: string,
): Promise<Leaving[]> {
  if (workspaces.length === 0) return [];
  await lockHeldRoles(tx, ctx.org.id, workspaces);
  const some = contacts ? sql`and m.contact_id = ${anyOf(contacts)}` : sql``;
  const leaving = await tx.execute<Leaving>(sql`
    select m.workspace_id as "workspaceId", m.contact_id as "contactId", coalesce(c.name, c.email, c.phone) as name
    from members m join contacts c on c.org_id = m.org_id and c.id = m.contact_id
    where m.org_id = ${ctx.org.id} and m.workspace_id = ${anyOf(workspaces)} and not m.is_direct ${some}
      and not exists (select from workspace_groups g join group_members p on p.org_id = g.org_id
        and p.group_id = g.group_id and p.contact_id = m.contact_id
        where g.org_id = m.org_id and g.workspace_id = m.workspace_id)
    order by m.workspace_id, c.sort_key, c.id for update of m`);
  if (leaving.length === 0) return [];
  await withdraw(tx, ctx, leaving);
  for (const workspaceId of workspaces) await tellLeft(tx, ctx, workspaceId, [...leaving], through);
  return [...leaving];
}

const pairs = (list: Leaving[]): SQL => sql`
  (select r.w, r.c from json_to_recordset(${JSON.stringify(list.map(({ workspaceId: w, contactId: c }) => ({ w, c })))}::json)
    as r(w uuid, c uuid))`;

async function withdraw(tx: Database, ctx: Context, list: Leaving[]): Promise<void> {
  await tx.execute(sql`update roles set holder_id = null
    where org_id = ${ctx.org.id} and (workspace_id, holder_id) in ${pairs(list)}`);
  const open = await tx.execute<{ id: string }>(sql`select id from invitations
    where org_id = ${ctx.org.id} and status = 'pending' and (workspace_id, contact_id) in ${pairs(list)}`);
  await revokeInvitations(
    tx,
    ctx.org.id,
    open.map(({ id }) => id),
  );
  await tx.execute(sql`delete from members
    where org_id = ${ctx.org.id} and (workspace_id, contact_id) in ${pairs(list)}`);
}

async function tellLeft(tx: Database, ctx: Context, workspaceId: string, list: Leaving[], through: string) {
  const names = list.filter((one) => one.workspaceId === workspaceId).map(({ name }) => name);
  if (names.length === 0) return;
  await recordActivity(tx, { orgId: ctx.org.id, workspaceId, actorId: ctx.actor.contactId }, [
    { kind: "members_left", data: { ...namesOf(names), group: through } },
  ]);
}
