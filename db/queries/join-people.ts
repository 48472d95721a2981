import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** Somebody who has proved an address and is about to come in. */
export type Proven = { userId: string; address: string };

/** Who that is to the organization so far. */
export type KnownJoiner = {
  address: string;
  contactId: string;
  kind: "internal" | "client";
  name: string | null;
  language: string | null;
  userId: string | null;
  isDeactivated: boolean;
  isJoined: boolean;
};

const wantedIn = (list: Proven[]) =>
  sql`json_to_recordset(${JSON.stringify(list)}::json) as w("userId" uuid, address text)`;

/**
 * The contact of each: the one the user is in this organization, else the one with the address. They are
 * locked first, in the order of their ids: nobody merges or joins them meanwhile. Two statements;
 * whom nobody knows is absent. `isJoined`: of the workspace, or without one of the portal.
 */
export async function lockJoiners(
  tx: Database,
  { orgId, workspaceId }: { orgId: string; workspaceId: string | null },
  list: Proven[],
): Promise<KnownJoiner[]> {
  const found = sql`
    select w.address, c.id, 0 as rank from ${wantedIn(list)} join contacts c on c.org_id = ${orgId} and c.user_id = w."userId"
    union all
    select w.address, c.id, 1 from ${wantedIn(list)} join contacts c on c.org_id = ${orgId} and c.email = w.address collate "C"
    union all
    select w.address, c.id, 1 from ${wantedIn(list)} join contacts c on c.org_id = ${orgId} and c.phone = w.address collate "C"`;
  await tx.execute(sql`
    select c.id from contacts c where c.org_id = ${orgId} and c.id in (select f.id from (${found}) f)
    order by c.id for no key update`);
  const rows = await tx.execute<KnownJoiner>(sql`
    select distinct on (f.address) f.address, c.id as "contactId", c.kind, c.name, c.language, c.user_id as "userId",
      c.deactivated_at is not null as "isDeactivated",
      c.user_id is not null and (${workspaceId}::uuid is null or m.joined_at is not null) as "isJoined"
    from (${found}) f
    join contacts c on c.org_id = ${orgId} and c.id = f.id
    left join members m on m.org_id = c.org_id and m.workspace_id = ${workspaceId}::uuid and m.contact_id = c.id
    order by f.address, f.rank`);
  return [...rows];
}

/** Somebody coming in, with the contact they have or are given. */
export type Entrant = Proven & {
  contactId: string;
  isNew: boolean;
  kind: "internal" | "client";
  name: string | null;
  email: string | null;
  phone: string | null;
  sortKey: string;
};

const entrantsIn = (list: Entrant[]) => sql`json_to_recordset(${JSON.stringify(list)}::json)
  as r("contactId" uuid, "userId" uuid, kind text, name text, email text, phone text, "sortKey" text)`;

/** Makes contacts for those who have none, and makes the others' theirs: names and kinds they have stay. */
export async function writeJoiners(
  tx: Database,
  { orgId, addedBy }: { orgId: string; addedBy: string },
  list: Entrant[],
): Promise<void> {
  const fresh = list.filter(({ isNew }) => isNew);
  const known = list.filter(({ isNew }) => !isNew);
  if (fresh.length > 0)
    await tx.execute(sql`
      insert into contacts (org_id, id, kind, name, email, phone, sort_key, user_id, joined_at, invited_at, created_by)
      select ${orgId}, r."contactId", r.kind, r.name, r.email, r.phone, r."sortKey", r."userId", now(), now(), ${addedBy}
      from ${entrantsIn(fresh)}`);
  if (known.length > 0)
    await tx.execute(sql`
      update contacts c set user_id = r."userId", joined_at = coalesce(c.joined_at, now()),
        invited_at = coalesce(c.invited_at, now()), name = coalesce(c.name, r.name),
        sort_key = case when c.name is null and r.name is not null then r."sortKey" else c.sort_key end
      from ${entrantsIn(known)} where c.org_id = ${orgId} and c.id = r."contactId"`);
}

/** Makes them joined members by name; who was one, or comes with a group, stays. */
export async function writeJoined(
  tx: Database,
  at: { orgId: string; workspaceId: string; addedBy: string },
  list: Entrant[],
): Promise<void> {
  await tx.execute(sql`
    insert into members (org_id, workspace_id, contact_id, added_by, joined_at)
    select ${at.orgId}, ${at.workspaceId}, r."contactId", ${at.addedBy}, now() from ${entrantsIn(list)}
    on conflict (org_id, workspace_id, contact_id)
    do update set joined_at = coalesce(members.joined_at, now()), is_direct = true`);
}

/** Who has come in needs no invitation there any more, nor to the portal. Answers which were open. */
export async function acceptOpenInvitations(
  tx: Database,
  { orgId, workspaceId }: { orgId: string; workspaceId: string | null },
  list: Entrant[],
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    update invitations i set status = 'accepted', closed_at = now()
    from ${entrantsIn(list)}
    where i.org_id = ${orgId} and i.contact_id = r."contactId" and i.status = 'pending'
      and (i.workspace_id is null or i.workspace_id = ${workspaceId}::uuid)
    returning i.id`);
  return rows.map(({ id }) => id);
}

/** Gives each role that is free, and fits who gets it, to them; what was taken meanwhile stays taken. Answers which. */
export async function fillFreeRoles(
  tx: Database,
  at: { orgId: string; workspaceId: string },
  list: { role: string; contact: string; kind: "internal" | "client" }[],
): Promise<{ contact: string; name: string }[]> {
  if (list.length === 0) return [];
  const rows = await tx.execute<{ contact: string; name: string }>(sql`
    update roles set holder_id = r.contact
    from json_to_recordset(${JSON.stringify(list)}::json) as r(role uuid, contact uuid, kind text)
    where roles.org_id = ${at.orgId} and roles.workspace_id = ${at.workspaceId} and roles.id = r.role
      and roles.holder_id is null and roles.holder_group_id is null and roles.audience in ('any', r.kind)
    returning roles.holder_id as contact, roles.name`);
  return [...rows];
}
