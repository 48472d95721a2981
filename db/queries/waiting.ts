import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type InvitationRow, saying } from "./invitations";
import { isAt } from "./place";

/** Somebody who has not joined, with the invitation to send again; one who never got any has no id of it. */
export type Waiting = InvitationRow | { id: null; contactId: string };

const MOST = 10_000;

/**
 * The first 10,000 by name of the contacts that a table `v(id)` lists, with the newest invitation of each. `offset 0`
 * makes it one look into an index for each, also while the planner knows nothing of the tables yet.
 */
async function selectNewest(
  tx: Database,
  at: { orgId: string },
  { listed, isWanted = sql`true`, isMeant }: { listed: SQL; isWanted?: SQL; isMeant: SQL },
): Promise<Waiting[]> {
  const found = sql`(
      select c.* from (${listed} offset 0) v
      cross join lateral (select * from contacts where org_id = ${at.orgId} and id = v.id and ${isWanted} offset 0) c
      order by c.sort_key, c.id limit ${MOST}
    ) c left join lateral (select i.* from invitations i
      where i.org_id = ${at.orgId} and i.contact_id = c.id and ${isMeant}
      order by (i.status = 'pending') desc, (i.workspace_id is not null) desc, i.id desc limit 1) i on true`;
  return [...(await tx.execute<Waiting>(saying(found, sql`c.sort_key, c.id`)))];
}

/** Members of the workspace, of one group in it, or one contact, who have not joined, by name; at most 10,000. */
export function selectWaiting(
  tx: Database,
  at: { orgId: string; workspaceId: string },
  { group, contact }: { group?: string; contact?: string },
): Promise<Waiting[]> {
  const inGroup = sql`exists (select from group_members p join workspace_groups g on g.org_id = p.org_id
    and g.group_id = p.group_id and g.workspace_id = m.workspace_id
    where p.org_id = m.org_id and p.group_id = ${group} and p.contact_id = m.contact_id)`;
  return selectNewest(tx, at, {
    isMeant: isAt(sql`i.workspace_id`, at.workspaceId),
    listed: sql`select m.contact_id as id from members m
      where m.org_id = ${at.orgId} and m.workspace_id = ${at.workspaceId} and m.joined_at is null
        and ${group ? inGroup : sql`true`} and ${contact ? sql`m.contact_id = ${contact}` : sql`true`}`,
  });
}

/**
 * These contacts, or the people of a group, who have not joined the organization, by name; at most 10,000. The invitation
 * is the newest open one to a workspace that the viewer is in, otherwise the one to the portal.
 */
export function selectWaitingAnywhere(
  tx: Database,
  { orgId, viewerId }: { orgId: string; viewerId: string },
  by: { group: string } | { contacts: string[] },
): Promise<Waiting[]> {
  const listed =
    "group" in by
      ? sql`select contact_id as id from group_members where org_id = ${orgId} and group_id = ${by.group}`
      : sql`select distinct value::uuid as id from json_array_elements_text(${JSON.stringify(by.contacts)}::json)`;
  const isWanted = sql`user_id is null and deactivated_at is null`;
  const isMeant = sql`(i.workspace_id is null or (i.status = 'pending' and i.expires_at > now()
    and exists (select from members v where v.org_id = i.org_id and v.workspace_id = i.workspace_id
      and v.contact_id = ${viewerId} and v.joined_at is not null)))`;
  return selectNewest(tx, { orgId }, { listed, isWanted, isMeant });
}
