import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Channel } from "@/lib/domain/address";
import { isAt } from "./place";

/** An invitation with what a message about it says. Times in milliseconds since 1970. */
export type InvitationRow = {
  id: string;
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
  const rows = await tx.execute<InvitationRow>(sql`
    select i.id, i.contact_id as "contactId", i.status, i.address, i.channel, i.generation, i.note,
      i.invited_by as "invitedBy", i.sends,
      (extract(epoch from i.created_at) * 1000)::float8 as "createdAt",
      (extract(epoch from i.expires_at) * 1000)::float8 as "expiresAt",
      extract(epoch from now() - i.sent_at)::float8 as "sentAgo",
      c.name, c.kind, c.language, ${at.workspaceId ? sql`m.joined_at` : sql`c.user_id`} is not null as "isJoined",
      r.name as "roleName", a.title as "firstAction", s.reason as suppressed
    from invitations i
    join contacts c on c.org_id = i.org_id and c.id = i.contact_id
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
    where i.org_id = ${at.orgId} and ${isAt(sql`i.workspace_id`, at.workspaceId)}
      and ${column} in (select value::uuid from json_array_elements_text(${JSON.stringify(wanted)}::json))
    order by i.id desc`);
  return [...rows];
}
