import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Channel } from "@/lib/domain/address";

/** An invitation with what a message about it says. Times in milliseconds since 1970. */
export type InvitationRow = {
  id: string;
  workspaceId: string | null;
  workspaceName: string | null;
  contactId: string;
  status: "pending" | "accepted" | "declined" | "revoked" | "expired";
  address: string;
  channel: Channel;
  generation: number;
  note: string | null;
  invitedBy: string;
  sends: number;
  createdAt: number;
  expiresAt: number;
  /** Seconds since the latest message was written. */
  sentAgo: number;
  name: string | null;
  kind: "internal" | "client";
  language: string | null;
  isJoined: boolean;
  roleName: string | null;
  firstAction: string | null;
  suppressed: "opted_out" | "bounced" | "complained" | null;
};

/** Invitations of one workspace or (without one) of the portal: those named, or the newest of each of the contacts named. */
export async function selectInvitations(
  tx: Database,
  at: { orgId: string; workspaceId: string | null },
  by: { ids: string[] } | { contacts: string[] },
): Promise<InvitationRow[]> {
  const wanted = "ids" in by ? by.ids : by.contacts;
  const column = "ids" in by ? sql`i.id` : sql`i.contact_id`;
  return selectRows(
    tx,
    sql`i.org_id = ${at.orgId} and i.workspace_id is not distinct from ${at.workspaceId}::uuid
      and ${column} in (select value::uuid from json_array_elements_text(${JSON.stringify(wanted)}::json))`,
  );
}

/** The open invitations of one contact, of every workspace and of the portal. */
export const selectOpenInvitations = (
  tx: Database,
  by: { orgId: string; contactId: string },
): Promise<InvitationRow[]> =>
  selectRows(
    tx,
    sql`i.org_id = ${by.orgId} and i.contact_id = ${by.contactId} and i.status = 'pending' and i.expires_at > now()`,
  );

async function selectRows(tx: Database, where: SQL): Promise<InvitationRow[]> {
  const rows = await tx.execute<InvitationRow>(sql`
    select i.id, i.workspace_id as "workspaceId", w.name as "workspaceName", i.contact_id as "contactId", i.status, i.address, i.channel, i.generation, i.note,
      i.invited_by as "invitedBy", i.sends,
      (extract(epoch from i.created_at) * 1000)::float8 as "createdAt",
      (extract(epoch from i.expires_at) * 1000)::float8 as "expiresAt",
      extract(epoch from now() - i.sent_at)::float8 as "sentAgo",
      c.name, c.kind, c.language,
      case when i.workspace_id is null then c.user_id is not null else m.joined_at is not null end as "isJoined",
      r.name as "roleName", a.title as "firstAction", s.reason as suppressed
    from invitations i
    join contacts c on c.org_id = i.org_id and c.id = i.contact_id
    left join workspaces w on w.org_id = i.org_id and w.id = i.workspace_id
    left join members m on m.org_id = i.org_id and m.workspace_id = i.workspace_id and m.contact_id = i.contact_id
    left join suppressions s on s.org_id = i.org_id and s.address = i.address
    left join lateral (
      select roles.id, roles.name from roles
      where roles.org_id = i.org_id and roles.workspace_id = i.workspace_id and roles.holder_id = i.contact_id
      order by roles.position limit 1
    ) r on true
    left join lateral (
      select actions.title from actions
      where actions.org_id = i.org_id and actions.role_id = r.id and actions.completed_at is null
      order by actions.position limit 1
    ) a on true
    where ${where}
    order by i.id desc`);
  return [...rows];
}
