import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isAt } from "./place";

/** A recipient to look up: by contact, or by one normalised address. */
export type Lookup = { i: number; contact?: string; email?: string; phone?: string };

export type KnownRecipient = {
  i: number;
  contactId: string;
  kind: "internal" | "client";
  name: string | null;
  email: string | null;
  phone: string | null;
  language: string | null;
  /** Has an account and has proven its address: comes in at once wherever they are added. */
  hasAccount: boolean;
  /** Has joined the organization, proven or not. */
  isUser: boolean;
  /** The address that their account has still to prove: what they are invited to goes there. */
  unproven: string | null;
  isDeactivated: boolean;
  /** Nobody has ever invited them to anything. */
  isQuiet: boolean;
  isMember: boolean;
  /** Member by name, not only through a group. */
  isDirect: boolean;
  /** Of the portal: has an account here. */
  isJoined: boolean;
  /** The open invitation to this place, if there is one. */
  invitationId: string | null;
  /** Seconds since the latest invitation to this place was written; null if none ever was. */
  sentAgo: number | null;
};

/**
 * What is known of each recipient: their contact in the organization, their standing in the
 * workspace or, without one, in the portal. One statement however long the list; recipients nobody
 * knows are absent.
 */
export async function selectRecipients(
  tx: Database,
  at: { orgId: string; workspaceId: string | null },
  lookups: Lookup[],
): Promise<KnownRecipient[]> {
  const rows = await tx.execute<KnownRecipient>(sql`
    with wanted as materialized (
      select * from json_to_recordset(${JSON.stringify(lookups)}::json)
        as r(i int, contact uuid, email text, phone text)
    ), found as materialized (
      select r.i, c.* from wanted r join contacts c on c.org_id = ${at.orgId} and c.id = r.contact
      union all
      select r.i, c.* from wanted r join contacts c on c.org_id = ${at.orgId} and c.email = r.email collate "C"
      union all
      select r.i, c.* from wanted r join contacts c on c.org_id = ${at.orgId} and c.phone = r.phone collate "C"
    )
    select f.i, f.id as "contactId", f.kind, f.name, f.email, f.phone, f.language,
      f.user_id is not null and u.address is null as "hasAccount", f.user_id is not null as "isUser",
      u.address as unproven, f.deactivated_at is not null as "isDeactivated",
      f.invited_at is null as "isQuiet", m.contact_id is not null as "isMember", coalesce(m.is_direct, false) as "isDirect",
      ${at.workspaceId ? sql`m.joined_at` : sql`f.user_id`} is not null as "isJoined",
      latest.open_id as "invitationId", extract(epoch from now() - latest.sent_at)::float as "sentAgo"
    from found f
    left join user_addresses u on u.user_id = f.user_id and u.verified_at is null
    left join members m on m.org_id = ${at.orgId} and m.workspace_id = ${at.workspaceId}::uuid and m.contact_id = f.id
    left join lateral (
      select max(v.sent_at) filter (where v.sends > 0) as sent_at,
        max(v.id::text) filter (where v.status = 'pending' and v.expires_at > now())::uuid as open_id
      from invitations v
      where v.org_id = ${at.orgId} and v.contact_id = f.id and ${isAt(sql`v.workspace_id`, at.workspaceId)}
    ) latest on true`);
  return [...rows];
}

/** Which of these addresses the organization may not write to, and why. */
export async function selectSuppressed(
  tx: Database,
  orgId: string,
  addresses: string[],
): Promise<Map<string, "opted_out" | "bounced" | "complained">> {
  const rows = await tx.execute<{ address: string; reason: "opted_out" | "bounced" | "complained" }>(sql`
    select s.address, s.reason from suppressions s
    join json_array_elements_text(${JSON.stringify(addresses)}::json) as wanted(address) on wanted.address = s.address
    where s.org_id = ${orgId}`);
  return new Map(rows.map((row) => [row.address, row.reason]));
}
