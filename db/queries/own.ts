import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isHeldBy } from "./holding";

export type OwnOrganization = { slug: string; name: string };

/** The organizations a user has joined and is active in, by name. */
export async function selectOwnOrganizations(db: Database, userId: string): Promise<OwnOrganization[]> {
  const rows = await db.execute<OwnOrganization>(sql`
    select o.slug, o.name from contacts c
    join organizations o on o.id = c.org_id
    where c.user_id = ${userId} and c.deactivated_at is null
    order by o.name, o.slug`);
  return [...rows];
}

export type OwnInvitation = {
  orgId: string;
  invitationId: string;
  organizationName: string;
  /** Null for an invitation to the portal itself. */
  workspaceName: string | null;
  inviterName: string;
  roleName: string | null;
  expiresAt: Date;
};

/** Open invitations sent to one of the user's proven addresses, newest first, at most 50. */
export async function selectOwnInvitations(db: Database, userId: string): Promise<OwnInvitation[]> {
  const rows = await db.execute<Omit<OwnInvitation, "expiresAt"> & { expires: number }>(sql`
    with own as materialized (
      select address, kind from proven_addresses where user_id = ${userId}
    ), known as materialized (
      select c.org_id, c.id, own.address from own
      join organizations o on own.kind = 'email'
      join contacts c on c.org_id = o.id and c.email = own.address collate "C" and c.deactivated_at is null
      union
      select c.org_id, c.id, own.address from own
      join organizations o on own.kind = 'phone'
      join contacts c on c.org_id = o.id and c.phone = own.address collate "C" and c.deactivated_at is null
    )
    select i.org_id as "orgId", i.id as "invitationId", o.name as "organizationName", w.name as "workspaceName",
      coalesce(inviter.name, inviter.email, inviter.phone) as "inviterName", r.name as "roleName",
      (extract(epoch from i.expires_at) * 1000)::float8 as expires
    from known
    join invitations i on i.org_id = known.org_id and i.contact_id = known.id and i.address = known.address
      and i.status = 'pending' and i.expires_at > now()
    join organizations o on o.id = i.org_id
    join contacts inviter on inviter.org_id = i.org_id and inviter.id = i.invited_by
    left join workspaces w on w.org_id = i.org_id and w.id = i.workspace_id
    left join lateral (
      select roles.name from roles
      where roles.org_id = i.org_id and roles.workspace_id = i.workspace_id and ${isHeldBy(sql`i.contact_id`)}
      order by roles.position limit 1
    ) r on true
    where w.archived_at is null
    order by i.id desc limit 50`);
  return rows.map(({ expires, ...row }) => ({ ...row, expiresAt: new Date(expires) }));
}
