import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "./any-of";
import { isAt } from "./place";

export type RequestStatus = "pending" | "approved" | "declined" | "withdrawn" | "expired" | "joined";

type Place = { orgId: string; workspaceId: string | null };

/** What has run out is expired wherever it is read, whether somebody has closed it or not. */
const status = sql`case when r.status = 'pending' and r.expires_at <= now() then 'expired' else r.status end`;
/** Of request `r`: nobody has answered it yet. */
export const isWaiting = sql`r.status = 'pending' and r.expires_at > now()`;
const isOwn = (userId: string): SQL =>
  sql`r.address in (select a.address from proven_addresses a where a.user_id = ${userId})`;

export type OwnStanding = {
  isMember: boolean;
  request: { id: string; status: RequestStatus; kind: "email" | "phone"; reason: string | null } | null;
};

/** How a user stands to the place a link leads to: in it already, and their latest request. */
export async function selectOwnStanding(
  db: Database,
  { orgId, workspaceId }: Place,
  userId: string,
): Promise<OwnStanding> {
  const joined = workspaceId
    ? sql`exists (select from members m where m.org_id = c.org_id and m.contact_id = c.id
        and m.workspace_id = ${workspaceId} and m.joined_at is not null)`
    : sql`true`;
  const [row] = await db.execute<OwnStanding>(sql`
    select exists (select from contacts c where c.org_id = ${orgId} and c.user_id = ${userId}
        and c.deactivated_at is null and ${joined}) as "isMember",
      (select json_build_object('id', r.id, 'status', ${status}, 'kind', r.kind, 'reason', r.reason) from join_requests r
        where r.org_id = ${orgId} and ${isAt(sql`r.workspace_id`, workspaceId)} and ${isOwn(userId)}
        order by (${isWaiting}) desc, r.id desc limit 1) as request`);
  return row ?? { isMember: false, request: null };
}

export type OwnRequest = {
  orgId: string;
  request: string;
  organizationName: string;
  workspaceName: string | null;
  askedAt: Date;
};

/** A user's requests that wait for an answer, in all organizations, newest first, at most 50. */
export async function selectOwnRequests(db: Database, userId: string): Promise<OwnRequest[]> {
  const rows = await db.execute<Omit<OwnRequest, "askedAt"> & { asked: number }>(sql`
    select r.org_id as "orgId", r.id as request, o.name as "organizationName", w.name as "workspaceName",
      (extract(epoch from r.created_at) * 1000)::float8 as asked
    from proven_addresses a
    join join_requests r on r.address = a.address and ${isWaiting}
    join organizations o on o.id = r.org_id
    left join workspaces w on w.org_id = r.org_id and w.id = r.workspace_id
    where a.user_id = ${userId} order by r.id desc limit 50`);
  return rows.map(({ asked, ...row }) => ({ ...row, askedAt: new Date(asked) }));
}

export type NewRequest = Place & {
  id: string;
  linkId: string;
  address: string;
  kind: "email" | "phone";
  name: string | null;
  language: string;
  status: "pending" | "joined";
  contactId: string | null;
  audience: "client" | "internal";
  roleId: string | null;
};

/** Days a request waits for an answer. */
const REQUEST_DAYS = 14;

/**
 * Writes one use of a link; what has run out at this place no longer stands in the way, and its link has the use
 * again. False where the address waits there already.
 */
export async function insertRequest(tx: Database, request: NewRequest): Promise<boolean> {
  const { orgId, workspaceId, id, linkId, address, kind, name, language, contactId, audience, roleId } =
    request;
  await tx.execute(sql`
    with expired as (
      update join_requests r set status = 'expired', closed_at = r.expires_at
      where r.org_id = ${orgId} and ${isAt(sql`r.workspace_id`, workspaceId)} and r.address = ${address}
        and r.status = 'pending' and r.expires_at <= now()
      returning r.link_id
    )
    update workspace_links l set uses = greatest(0, l.uses - 1) from expired e
    where l.org_id = ${orgId} and l.id = e.link_id`);
  const isOpen = request.status === "pending";
  const written = await tx.execute(sql`
    insert into join_requests (org_id, id, workspace_id, link_id, address, kind, name, language, audience, role_id,
      status, contact_id, expires_at, closed_at)
    values (${orgId}, ${id}, ${workspaceId}::uuid, ${linkId}, ${address}, ${kind}, ${name}, ${language}, ${audience}, ${roleId}::uuid,
      ${request.status}, ${contactId}::uuid, now() + make_interval(days => ${REQUEST_DAYS}), ${isOpen ? sql`null` : sql`now()`})
    on conflict do nothing returning id`);
  return written.length === 1;
}

export type WaitingRequest = {
  request: string;
  address: string;
  name: string | null;
  contactId: string | null;
  contactKind: "internal" | "client" | null;
  company: string | null;
  audience: "client" | "internal";
  roleId: string | null;
  /** Would become an internal user, and has no account in the organization so far. */
  isNewInternal: boolean;
  asked: number;
};

/** Requests that wait for an answer at a place, oldest first, and how many there are, capped at 1,001. */
export async function selectWaiting(
  db: Database,
  { orgId, workspaceId, limit }: Place & { limit: number },
): Promise<{ rows: WaitingRequest[]; total: number }> {
  const here = sql`r.org_id = ${orgId} and ${isAt(sql`r.workspace_id`, workspaceId)} and ${isWaiting}`;
  const rows = await db.execute<WaitingRequest & { total: number }>(sql`
    select r.id as request, r.address, coalesce(c.name, r.name) as name, c.id as "contactId", c.kind as "contactKind",
      c.company, r.audience, r.role_id as "roleId",
      coalesce(c.kind, r.audience) = 'internal' and c.user_id is null as "isNewInternal",
      (extract(epoch from r.created_at) * 1000)::float8 as asked,
      (select count(*)::int from (select from join_requests r where ${here} limit 1001) all_of_them) as total
    from join_requests r
    left join contacts c on c.org_id = r.org_id and c.id = r.contact_id
    where ${here} order by r.id limit ${limit}`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export type RequestToDecide = {
  request: string;
  isWaiting: boolean;
  address: string;
  kind: "email" | "phone";
  name: string | null;
  userId: string | null;
  /** The contact's, else what they read when they asked; null: asked before that was kept. */
  language: string | null;
  audience: "client" | "internal";
  roleId: string | null;
};

/** The named requests of a place, locked, oldest first, whatever became of them; ids of other places are absent. */
export async function selectToDecide(
  tx: Database,
  { orgId, workspaceId }: Place,
  ids: string[],
): Promise<RequestToDecide[]> {
  const rows = await tx.execute<RequestToDecide>(sql`
    select r.id as request, ${isWaiting} as "isWaiting", r.address, r.kind, r.name, a.user_id as "userId",
      coalesce(c.language, r.language) as language, r.audience, r.role_id as "roleId"
    from join_requests r
    left join proven_addresses a on a.address = r.address
    left join contacts c on c.org_id = r.org_id and c.id = r.contact_id
    where r.org_id = ${orgId} and ${isAt(sql`r.workspace_id`, workspaceId)}
      and r.id in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))
    order by r.id for no key update of r`);
  return [...rows];
}

/** Closes those that still wait; of deciding and withdrawing at once one gets each. Answers which were closed, of which links. */
export async function closeRequests(
  tx: Database,
  orgId: string,
  list: { request: string; contact: string | null }[],
  as: { status: "approved" | "declined"; decidedBy: string; reason: string | null },
): Promise<{ request: string; linkId: string }[]> {
  const rows = await tx.execute<{ request: string; linkId: string }>(sql`
    update join_requests r set status = ${as.status}, decided_by = ${as.decidedBy}, reason = ${as.reason},
      contact_id = coalesce(d.contact, r.contact_id), closed_at = now()
    from json_to_recordset(${JSON.stringify(list)}::json) as d(request uuid, contact uuid)
    where r.org_id = ${orgId} and r.id = d.request and ${isWaiting}
    returning r.id as request, r.link_id as "linkId"`);
  return [...rows];
}

/**
 * People who are in a workspace by now wait for no answer there any more, by whichever of their proven addresses they
 * asked; the links have those uses again. What a contact is merely said to have may be somebody else's.
 */
export async function closeNeedless(
  tx: Database,
  at: { orgId: string; workspaceId: string | null },
  contacts: string[],
): Promise<void> {
  if (contacts.length === 0 || at.workspaceId === null) return;
  await tx.execute(sql`
    with closed as (
      update join_requests r set status = 'joined', contact_id = c.id, closed_at = now()
      from contacts c join proven_addresses a on a.user_id = c.user_id
      where c.org_id = ${at.orgId} and c.id = ${anyOf(contacts)}
        and r.org_id = ${at.orgId} and r.workspace_id = ${at.workspaceId} and r.status = 'pending'
        and r.address = a.address
      returning r.link_id
    )
    update workspace_links l set uses = greatest(0, l.uses - n.count)
    from (select link_id, count(*)::int as count from closed group by link_id) n
    where l.org_id = ${at.orgId} and l.id = n.link_id`);
}

export type Withdrawn = { linkId: string; workspaceId: string | null; name: string };

/** Closes a request of the user's own that still waits; null if there is none. */
export async function withdrawOwn(
  tx: Database,
  by: { orgId: string; request: string; userId: string },
): Promise<Withdrawn | null> {
  const [row] = await tx.execute<Withdrawn>(sql`
    update join_requests r set status = 'withdrawn', closed_at = now()
    where r.org_id = ${by.orgId} and r.id = ${by.request} and ${isWaiting} and ${isOwn(by.userId)}
    returning r.link_id as "linkId", r.workspace_id as "workspaceId", coalesce(r.name, r.address) as name`);
  return row ?? null;
}
