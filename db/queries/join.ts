import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isAt } from "./place";

/** A Workspace Link as the page for strangers needs it, before anybody is known to be anybody. */
export type JoinLink = {
  orgId: string;
  organization: number;
  slug: string;
  organizationName: string;
  country: string;
  allowedDomains: string[];
  blockedDomains: string[];
  language: string;
  /** The one chosen for who is signed in, as the organization knows them; null: none. */
  readerLanguage: string | null;
  id: string;
  /** Null for the organization's own link. */
  workspaceId: string | null;
  workspaceName: string | null;
  /** The workspace's owner, or who made the organization's link. */
  ownerId: string;
  createdBy: string;
  mode: "request" | "join";
  audience: "client" | "internal";
  roleId: string | null;
  domains: string[];
  generation: number;
  /** Not paused, run out or used up, and its workspace is not archived. */
  isOpen: boolean;
};

const isUsable = sql`l.paused_at is null and l.expires_at > now() and (l.max_uses is null or l.uses < l.max_uses)`;

/** The link a token claims to be of, for the user who reads its page; proving that is the caller's next step. */
export async function selectJoinLink(
  db: Database,
  claim: { organization: number; id: string },
  reader: string | null,
): Promise<JoinLink | null> {
  const [row] = await db.execute<JoinLink>(sql`
    select o.id as "orgId", o.number as organization, o.slug, o.name as "organizationName", o.country, o.language,
      (select v.language from contacts v where v.org_id = o.id and v.user_id = ${reader}::uuid) as "readerLanguage",
      o.allowed_domains as "allowedDomains", o.blocked_domains as "blockedDomains", l.id, w.id as "workspaceId", w.name as "workspaceName", b.id as "ownerId",
      l.created_by as "createdBy", l.mode, l.audience,
      l.role_id as "roleId", l.domains, l.generation, ${isUsable} and w.archived_at is null as "isOpen"
    from organizations o
    join workspace_links l on l.org_id = o.id
    left join workspaces w on w.org_id = l.org_id and w.id = l.workspace_id
    join contacts b on b.org_id = l.org_id and b.id = coalesce(w.owner_id, l.created_by)
    where o.number = ${claim.organization} and l.id = ${claim.id}`);
  return row ?? null;
}

/**
 * Takes one use of a link as it was read; of any number at once, never more than it has. False: it is dead by now, or
 * grants something else, or in the name of somebody else.
 */
export async function claimUse(tx: Database, link: JoinLink): Promise<boolean> {
  const claimed = await tx.execute(sql`
    update workspace_links l set uses = l.uses + 1
    where l.org_id = ${link.orgId} and l.id = ${link.id} and l.generation = ${link.generation} and ${isUsable}
      and l.mode = ${link.mode} and l.audience = ${link.audience} and l.created_by = ${link.createdBy}
      and l.role_id is not distinct from ${link.roleId}::uuid
      and to_jsonb(l.domains) = ${JSON.stringify(link.domains)}::jsonb
      and not exists (select from workspaces w where w.org_id = l.org_id and w.id = l.workspace_id
        and w.archived_at is not null)
    returning l.id`);
  return claimed.length === 1;
}

/** The invitation to the same place that waits for an answer at this address; null if there is none. */
export async function selectStandingOffer(
  db: Database,
  { orgId, workspaceId }: Pick<JoinLink, "orgId" | "workspaceId">,
  to: { contactId: string; address: string },
): Promise<{ id: string; generation: number } | null> {
  const [row] = await db.execute<{ id: string; generation: number }>(sql`
    select i.id, i.generation from invitations i
    where i.org_id = ${orgId} and ${isAt(sql`i.workspace_id`, workspaceId)} and i.contact_id = ${to.contactId}
      and i.address = ${to.address} and i.status = 'pending' and i.expires_at > now()`);
  return row ?? null;
}

/** Gives back a use for each of these links; one named twice gets two back. */
export async function returnUses(tx: Database, orgId: string, links: string[]): Promise<void> {
  if (links.length === 0) return;
  await tx.execute(sql`
    update workspace_links l set uses = greatest(0, l.uses - r.count)
    from (select value::uuid as id, count(*)::int as count
      from json_array_elements_text(${JSON.stringify(links)}::json) group by value) r
    where l.org_id = ${orgId} and l.id = r.id`);
}

/** A user's proven addresses, e-mail before phone; the name they go by, null while it is one of these. */
export async function selectJoiner(
  db: Database,
  userId: string,
): Promise<{ name: string | null; addresses: { value: string; kind: "email" | "phone" }[] } | null> {
  const [row] = await db.execute<{
    name: string;
    addresses: { value: string; kind: "email" | "phone" }[] | null;
  }>(sql`
    select u.name, (select json_agg(json_build_object('value', a.address, 'kind', a.kind) order by a.kind, a.verified_at)
      from proven_addresses a where a.user_id = u.id) as addresses
    from users u where u.id = ${userId}`);
  if (!row) return null;
  const addresses = row.addresses ?? [];
  return { name: addresses.some(({ value }) => value === row.name) ? null : row.name, addresses };
}
