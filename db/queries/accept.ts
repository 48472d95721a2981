import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Channel } from "@/lib/domain/address";
import { isHeldBy } from "./holding";

/** An invitation as the page for strangers needs it, before anybody is known to be anybody. */
export type OfferRow = {
  orgId: string;
  organization: number;
  slug: string;
  organizationName: string;
  timeZone: string;
  country: string;
  invitationHours: number;
  dailyLimit: number;
  workspaceDailyLimit: number;
  isYoung: boolean;
  allowedDomains: string[];
  blockedDomains: string[];
  id: string;
  status: "pending" | "accepted" | "declined" | "revoked" | "expired";
  /** Pending, not run out, workspace not archived, contact active, and the inviter may still invite them. */
  isOpen: boolean;
  /** Could be open again if it were sent anew. */
  isRenewable: boolean;
  generation: number;
  sends: number;
  address: string;
  channel: Channel;
  /** Of messages: the invited contact's; else the organization's. */
  language: string;
  /** The one chosen for who is signed in, as the organization knows them; else for the invited contact; null: none. */
  readerLanguage: string | null;
  note: string | null;
  expiresAt: number;
  contactId: string;
  contactName: string | null;
  contactUserId: string | null;
  inviterId: string;
  inviterName: string;
  inviterAddress: string;
  inviterLanguage: string;
  /** When the inviter wants to hear that somebody has joined. */
  inviterNotices: "each" | "daily" | "off";
  workspaceId: string | null;
  workspaceName: string | null;
  roleName: string | null;
  firstAction: string | null;
  firstDueOn: string | null;
  openActions: number;
  /** Whether who is signed in has joined the place invited to already, with whichever address. */
  isReaderIn: boolean;
  /** The user whose account the invited address opens, proven or not; null if it opens none. */
  addressUserId: string | null;
  isSuppressed: boolean;
};

/** Whether what this invitation promises may still be given by who promised it. */
export const stillGranted = sql`(w.id is null or w.archived_at is null) and c.deactivated_at is null
  and b.deactivated_at is null and b.kind = 'internal'
  and (c.kind = 'client' or c.user_id is not null or b.is_admin)`;

/** Whether the reader has joined what the invitation `i` is to: its workspace, or the organization. */
const hasJoinedPlace = (reader: string | null) => sql`exists (select from contacts v
  where v.org_id = i.org_id and v.user_id = ${reader}::uuid and v.deactivated_at is null
    and (i.workspace_id is null or exists (select from members m where m.org_id = i.org_id
      and m.workspace_id = i.workspace_id and m.contact_id = v.id and m.joined_at is not null)))`;

async function selectOffers(db: Database, where: SQL, reader: string | null = null): Promise<OfferRow[]> {
  const rows = await db.execute<OfferRow>(sql`
    select o.id as "orgId", o.number as organization, o.slug, o.name as "organizationName", o.time_zone as "timeZone", o.country,
      o.invitation_hours as "invitationHours", o.daily_limit as "dailyLimit",
      o.workspace_daily_limit as "workspaceDailyLimit", o.created_at > now() - interval '7 days' as "isYoung",
      o.allowed_domains as "allowedDomains", o.blocked_domains as "blockedDomains", i.id, i.status,
      i.status = 'pending' and i.expires_at > now() and ${stillGranted} as "isOpen",
      i.status in ('pending', 'expired') and i.created_at > now() - interval '30 days' and ${stillGranted}
        as "isRenewable",
      i.generation, i.sends, i.address, i.channel, coalesce(c.language, o.language) as language,
      coalesce((select v.language from contacts v where v.org_id = i.org_id and v.user_id = ${reader}::uuid),
        c.language) as "readerLanguage", ${hasJoinedPlace(reader)} as "isReaderIn", i.note,
      (extract(epoch from i.expires_at) * 1000)::float8 as "expiresAt",
      c.id as "contactId", c.name as "contactName", c.user_id as "contactUserId",
      b.id as "inviterId", coalesce(b.name, b.email, b.phone) as "inviterName",
      coalesce(b.email, b.phone) as "inviterAddress", coalesce(b.language, o.language) as "inviterLanguage",
      b.joined_notices as "inviterNotices",
      w.id as "workspaceId", w.name as "workspaceName", r.name as "roleName",
      a.title as "firstAction", a.due_on::text as "firstDueOn", coalesce(a.open, 0)::int as "openActions",
      u.user_id as "addressUserId", s.address is not null as "isSuppressed"
    from organizations o
    join invitations i on i.org_id = o.id
    join contacts c on c.org_id = i.org_id and c.id = i.contact_id
    join contacts b on b.org_id = i.org_id and b.id = i.invited_by
    left join workspaces w on w.org_id = i.org_id and w.id = i.workspace_id
    left join user_addresses u on u.address = i.address
    left join suppressions s on s.org_id = i.org_id and s.address = i.address
    left join lateral (
      select roles.id, roles.name from roles where roles.org_id = i.org_id and roles.workspace_id = i.workspace_id
        and ${isHeldBy(sql`i.contact_id`)} order by roles.position limit 1
    ) r on true
    left join lateral (
      select actions.title, actions.due_on, count(*) over () as open from actions
      where actions.org_id = i.org_id and actions.role_id = r.id and actions.completed_at is null
        and actions.declined_at is null
      order by actions.position limit 1
    ) a on true
    where ${where}`);
  return [...rows];
}

/** The invitation a token claims to be of, for the user who reads it; proving that is the caller's next step. */
export async function selectOffer(
  db: Database,
  claim: { organization: number; id: string },
  reader: string | null,
): Promise<OfferRow | null> {
  const [row] = await selectOffers(db, sql`o.number = ${claim.organization} and i.id = ${claim.id}`, reader);
  return row ?? null;
}

/** An invitation sent to one of the user's own proven addresses. */
export async function selectOwnOffer(
  db: Database,
  by: { orgId: string; id: string; userId: string },
): Promise<OfferRow | null> {
  const [row] = await selectOffers(
    db,
    sql`i.org_id = ${by.orgId} and i.id = ${by.id}
      and i.address in (select p.address from proven_addresses p where p.user_id = ${by.userId})`,
  );
  return row ?? null;
}

/**
 * The offer as it is once its contact and their membership are locked: until the transaction ends, nobody merges that
 * contact into another, and who did just before is followed to the contact the invitation has now; and whoever takes
 * them out of the workspace waits. Null when it is gone.
 */
export async function lockOffer(tx: Database, offer: OfferRow): Promise<OfferRow | null> {
  await tx.execute(sql`select c.id from contacts c
    where c.org_id = ${offer.orgId} and c.id = ${offer.contactId} for no key update`);
  const [now] = await selectOffers(tx, sql`i.org_id = ${offer.orgId} and i.id = ${offer.id}`);
  if (now && now.contactId !== offer.contactId) return lockOffer(tx, now);
  await tx.execute(sql`select from members m where m.org_id = ${offer.orgId}
    and m.workspace_id = ${offer.workspaceId} and m.contact_id = ${offer.contactId} for update`);
  return now ?? null;
}

/** The single use: of any number of attempts at once, exactly one gets true. */
export async function claimInvitation(
  tx: Database,
  offer: Pick<OfferRow, "orgId" | "id" | "generation">,
): Promise<boolean> {
  const claimed = await tx.execute(sql`
    update invitations i set status = 'accepted', closed_at = now()
    from contacts c, contacts b
    where i.org_id = ${offer.orgId} and i.id = ${offer.id} and i.generation = ${offer.generation}
      and i.status = 'pending' and i.expires_at > now()
      and c.org_id = i.org_id and c.id = i.contact_id and b.org_id = i.org_id and b.id = i.invited_by
      and c.deactivated_at is null and b.deactivated_at is null and b.kind = 'internal'
      and (c.kind = 'client' or c.user_id is not null or b.is_admin)
      and not exists (select from workspaces w where w.org_id = i.org_id and w.id = i.workspace_id
        and w.archived_at is not null)
    returning i.id`);
  return claimed.length === 1;
}
