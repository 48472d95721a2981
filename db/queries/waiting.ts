import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isAt } from "./place";

/** Somebody who has not joined, with their newest invitation to the place, if there ever was one. */
export type Waiting = {
  contactId: string;
  name: string;
  invitationId: string | null;
  status: "pending" | "accepted" | "declined" | "revoked" | "expired" | null;
};

const MOST = 10_000;

const newest = (workspaceId: string | null) => sql`
  left join lateral (select i.id, i.status from invitations i
    where i.org_id = c.org_id and i.contact_id = c.id and ${isAt(sql`i.workspace_id`, workspaceId)}
    order by (i.status = 'pending') desc, i.id desc limit 1) v on true`;

const columns = sql`c.id as "contactId", coalesce(c.name, c.email, c.phone) as name,
  v.id as "invitationId", v.status`;

/** Members of the workspace, of one group in it, or one contact, who have not joined, by name; at most 10,000. */
export async function selectWaiting(
  tx: Database,
  at: { orgId: string; workspaceId: string },
  { group, contact }: { group?: string; contact?: string },
): Promise<Waiting[]> {
  const inGroup = sql`exists (select from group_members p join workspace_groups g on g.org_id = p.org_id
    and g.group_id = p.group_id and g.workspace_id = m.workspace_id
    where p.org_id = m.org_id and p.group_id = ${group} and p.contact_id = m.contact_id)`;
  const rows = await tx.execute<Waiting>(sql`
    select ${columns} from members m
    join contacts c on c.org_id = m.org_id and c.id = m.contact_id
    ${newest(at.workspaceId)}
    where m.org_id = ${at.orgId} and m.workspace_id = ${at.workspaceId} and m.joined_at is null
      and ${group ? inGroup : sql`true`} and ${contact ? sql`m.contact_id = ${contact}` : sql`true`}
    order by c.sort_key, c.id limit ${MOST}`);
  return [...rows];
}

/** These contacts, or the people of a group, who have not joined the organization, by name; at most 10,000. */
export async function selectWaitingForPortal(
  tx: Database,
  orgId: string,
  by: { group: string } | { contacts: string[] },
): Promise<Waiting[]> {
  const among =
    "group" in by
      ? sql`select contact_id from group_members where org_id = ${orgId} and group_id = ${by.group}`
      : sql`select value::uuid from json_array_elements_text(${JSON.stringify(by.contacts)}::json)`;
  const rows = await tx.execute<Waiting>(sql`
    select ${columns} from contacts c
    ${newest(null)}
    where c.org_id = ${orgId} and c.id in (${among}) and c.user_id is null and c.deactivated_at is null
    order by c.sort_key, c.id limit ${MOST}`);
  return [...rows];
}
