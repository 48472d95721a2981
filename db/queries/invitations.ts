import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Channel } from "@/lib/domain/address";
import { stillGranted } from "./accept";
import { anyOf } from "./any-of";
import { isHeldBy } from "./holding";
import { isOfInvitation } from "./invitation-kinds";
import { isAt } from "./place";

/** An invitation with what a message about it says. Times in milliseconds since 1970. */
export type InvitationRow = {
  id: string;
  workspaceId: string | null;
  workspaceName: string | null;
  isArchived: boolean;
  contactId: string;
  status: "pending" | "accepted" | "declined" | "revoked" | "expired";
  address: string;
  channel: Channel;
  generation: number;
  note: string | null;
  invitedBy: string;
  /** Who opened it, whoever has put a note in since. */
  openedBy: string;
  /** Whose words the note is, and who is named as inviting, whoever sends it. */
  inviterName: string;
  inviterAddress: string;
  sends: number;
  createdAt: number;
  expiresAt: number;
  /** Seconds since the latest message was written. */
  sentAgo: number;
  name: string | null;
  /** Of the contact now; the invitation may have gone to another. */
  ownAddress: string;
  kind: "internal" | "client";
  language: string | null;
  isJoined: boolean;
  roleName: string | null;
  firstAction: string | null;
  suppressed: "opted_out" | "bounced" | "complained" | null;
  /** Whether who invited may still give what they promised: otherwise its links open nothing. */
  isGranted: boolean;
};

/** Each invitation `i` with the contact `c` it is for; a look into an index each, as `offset 0` makes it. */
const withContact = (found: SQL) => sql`${found} cross join lateral (
  select * from contacts where org_id = i.org_id and id = i.contact_id offset 0) c`;

const NEWEST_FIRST = sql`i.id desc`;

/**
 * Invitations of one workspace, of the portal (null) or of whatever place: those named, or of the contacts named,
 * newest first.
 * `offset 0` makes it one look into an index for each, also while the planner knows nothing of the tables yet.
 */
export async function selectInvitations(
  tx: Database,
  at: { orgId: string; workspaceId?: string | null },
  by: { ids: string[] } | { contacts: string[] },
): Promise<InvitationRow[]> {
  const wanted = "ids" in by ? by.ids : by.contacts;
  const column = "ids" in by ? sql`v.id` : sql`v.contact_id`;
  const found = sql`json_array_elements_text(${JSON.stringify([...new Set(wanted)])}::json) as wanted(id)
    cross join lateral (select v.* from invitations v where v.org_id = ${at.orgId} and ${column} = wanted.id::uuid
      and ${at.workspaceId === undefined ? sql`true` : isAt(sql`v.workspace_id`, at.workspaceId)} offset 0) i`;
  return [...(await tx.execute<InvitationRow>(saying(withContact(found), NEWEST_FIRST)))];
}

/** The invitations named, of whatever places. */
export async function selectInvitationsAnywhere(
  tx: Database,
  orgId: string,
  ids: string[],
): Promise<InvitationRow[]> {
  const found = sql`(select v.* from invitations v where v.org_id = ${orgId} and v.id = ${anyOf(ids)} offset 0) i`;
  return [...(await tx.execute<InvitationRow>(saying(withContact(found), sql`i.id`)))];
}

/** The open invitations of one contact, of every workspace and of the portal. */
export async function selectOpenInvitations(
  tx: Database,
  by: { orgId: string; contactId: string },
): Promise<InvitationRow[]> {
  const found = sql`(select v.* from invitations v where v.org_id = ${by.orgId} and v.contact_id = ${by.contactId}
    and v.status = 'pending' and v.expires_at > now() offset 0) i`;
  return [...(await tx.execute<InvitationRow>(saying(withContact(found), NEWEST_FIRST)))];
}

/** Where the links of one generation of an invitation were sent; null: nowhere. */
export async function selectSentTo(
  tx: Database,
  by: { orgId: string; id: string; generation: number },
): Promise<string | null> {
  const [row] = await tx.execute<{ address: string }>(sql`
    select address from messages where org_id = ${by.orgId} and subject_id = ${by.id}
      and ${isOfInvitation(sql`kind`)} and "values" ->> 'generation' = ${String(by.generation)} limit 1`);
  return row?.address ?? null;
}

/** Who opened the invitation `i`: theirs to cancel. */
export const openedBy = sql`coalesce(i.opened_by, i.invited_by)`;

/** What messages say, about contacts `c` with an invitation `i` each; without one its columns are empty. */
export const saying = (found: SQL, order: SQL): SQL => sql`
    select i.id, i.workspace_id as "workspaceId", w.name as "workspaceName", w.archived_at is not null as "isArchived", c.id as "contactId", i.status, i.address, i.channel, i.generation, i.note,
      i.invited_by as "invitedBy", ${openedBy} as "openedBy", coalesce(b.name, b.email, b.phone) as "inviterName",
      coalesce(b.email, b.phone) as "inviterAddress", i.sends,
      (extract(epoch from i.created_at) * 1000)::float8 as "createdAt",
      (extract(epoch from i.expires_at) * 1000)::float8 as "expiresAt",
      extract(epoch from now() - i.sent_at)::float8 as "sentAgo",
      c.name, coalesce(c.email, c.phone) as "ownAddress", c.kind, c.language,
      case when i.workspace_id is null then c.user_id is not null else m.joined_at is not null end as "isJoined",
      r.name as "roleName", a.title as "firstAction", s.reason as suppressed, ${stillGranted} as "isGranted"
    from ${found}
    left join contacts b on b.org_id = i.org_id and b.id = i.invited_by
    left join workspaces w on w.org_id = i.org_id and w.id = i.workspace_id
    left join members m on m.org_id = i.org_id and m.workspace_id = i.workspace_id and m.contact_id = i.contact_id
    left join suppressions s on s.org_id = i.org_id and s.address = i.address
    left join lateral (
      select roles.id, roles.name from roles
      where roles.org_id = i.org_id and roles.workspace_id = i.workspace_id and ${isHeldBy(sql`i.contact_id`)}
      order by roles.position limit 1
    ) r on true
    left join lateral (
      select actions.title from actions
      where r.id is not null and actions.org_id = i.org_id and actions.role_id = r.id
        and actions.completed_at is null and actions.declined_at is null
      order by actions.position limit 1
    ) a on true
    order by ${order}`;
