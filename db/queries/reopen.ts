import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "./any-of";
import { isOfInvitation } from "./invitation-kinds";

type At = { orgId: string; workspaceId: string };

/** Who is invited is still who could join: a member who has not joined; of the portal, a contact without an account. */
const couldJoin = sql`case when i.workspace_id is null
  then exists (select from contacts c where c.org_id = i.org_id and c.id = i.contact_id
    and c.user_id is null and c.deactivated_at is null)
  else exists (select from members m where m.org_id = i.org_id and m.workspace_id = i.workspace_id
    and m.contact_id = i.contact_id and m.joined_at is null) end`;

/** Its links went to an address that is still the person's. */
const isTheirs = sql`exists (select from contacts k where k.org_id = i.org_id and k.id = i.contact_id
  and i.address in (k.email, k.phone) offset 0)`;

/** The act that cancelled: one of those kept for "Undo", or a command of one's own. */
type Act = { act: string } | { command: string; actorId: string };

/** An act and what it closes have one moment: that of their transaction. */
const momentOf = (orgId: string, by: Act) =>
  "act" in by
    ? sql`(select u.created_at from undoable_acts u where u.org_id = ${orgId} and u.id = ${by.act})`
    : sql`(select c.created_at from commands c
        where c.org_id = ${orgId} and c.actor_id = ${by.actorId} and c.id = ${by.command})`;

/**
 * Opens invitations again that an act cancelled and nobody has since, of one workspace or of whatever place, while these
 * are not archived, they have not run out, their people could still join, have the address it went to and no newer
 * one; what waited in the outbox waits again. Answers which. `offset 0` makes each look by its key, also while the
 * planner knows nothing of the tables yet.
 */
export async function reopenInvitations(
  tx: Database,
  at: { orgId: string; workspaceId?: string },
  ids: string[],
  by: Act,
): Promise<string[]> {
  const reopened = await tx.execute<{ id: string }>(sql`
    with open as (
      update invitations i set status = 'pending', closed_at = null
      where i.org_id = ${at.orgId} and i.id = ${anyOf(ids)} and i.status = 'revoked' and i.expires_at > now()
        and ${at.workspaceId ? sql`i.workspace_id = ${at.workspaceId}` : sql`true`} and ${couldJoin}
        and ${isTheirs} and i.closed_at = ${momentOf(at.orgId, by)}
        and not exists (select from workspaces w where w.org_id = i.org_id and w.id = i.workspace_id
          and w.archived_at is not null offset 0)
        and not exists (select from invitations o where o.org_id = i.org_id and o.contact_id = i.contact_id
          and o.workspace_id is not distinct from i.workspace_id and o.status = 'pending' offset 0)
      returning i.id, i.sends
    ), waiting as (
      update messages m set state = 'queued', next_at = now()
      where m.org_id = ${at.orgId} and m.state = 'cancelled' and m.id = any(array(
        select s.id from open o cross join lateral (select id from messages
          where org_id = ${at.orgId} and subject_id = o.id and ${isOfInvitation(sql`kind`)} and number = o.sends
            and state = 'cancelled' and attempts = 0 offset 0) s))
    )
    select id from open`);
  return reopened.map(({ id }) => id);
}

/**
 * Lets declined requests wait again, if nobody has been told, with their links' uses. Answers the names of those for
 * which that was so; the caller rolls back when it was not all of them.
 */
export async function reopenRequests(tx: Database, at: At, ids: string[]): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    with untold as (
      delete from messages m where m.org_id = ${at.orgId} and m.subject_id = ${anyOf(ids)} and m.kind = 'request_declined'
        and m.state = 'queued' and m.attempts = 0 and m.lease_owner is null
      returning m.subject_id
    ), used as (
      update workspace_links l set uses = l.uses + r.count
      from (select q.link_id, count(*)::int as count from join_requests q join untold u on u.subject_id = q.id
        where q.org_id = ${at.orgId} group by q.link_id) r
      where l.org_id = ${at.orgId} and l.id = r.link_id and (l.max_uses is null or l.uses + r.count <= l.max_uses)
      returning l.id
    )
    update join_requests q set status = 'pending', closed_at = null, decided_by = null, reason = null
    from untold u, used l
    where q.org_id = ${at.orgId} and q.workspace_id = ${at.workspaceId} and q.id = u.subject_id and q.link_id = l.id
      and q.status = 'declined' and q.expires_at > now()
      and not exists (select from join_requests o where o.org_id = q.org_id and o.workspace_id = q.workspace_id
        and o.address = q.address and o.status = 'pending')
    returning coalesce(q.name, q.address) as name`);
  return rows.map(({ name }) => name);
}
