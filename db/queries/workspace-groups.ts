import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { keyOf, type MembersQuery } from "./members";

export type WorkspaceGroupJson = {
  groupId: string;
  name: string;
  kind: "team" | "client_group";
  sortKey: string;
  rank: number;
  people: number;
  joined: number;
  addedBy: string;
  roles: string[] | null;
  /** The first five who have not joined. */
  waiting: string[] | null;
};

type GroupsQuery = Pick<
  MembersQuery,
  "orgId" | "workspaceId" | "withInvitations" | "find" | "only" | "after" | "limit"
>;

/** The people of group `g` who are members of its workspace `x`. */
const inside = sql`group_members p join members m on m.org_id = p.org_id and m.workspace_id = x.workspace_id
  and m.contact_id = p.contact_id`;

/** Groups of the workspace in the order of the members panel: teams first, in each kind who is not all there, then by name. */
export async function selectWorkspaceGroups(db: Database, by: GroupsQuery): Promise<WorkspaceGroupJson[]> {
  const after = by.after
    ? sql`(x.rank, x.sort_key, x.id) > (${by.after.rank}, ${keyOf(by.orgId, by.after.id)}, ${by.after.id}::uuid)`
    : sql`true`;
  const isListed = { "not-joined": sql`x.joined < x.people`, "not-delivered": sql`false` };
  const waiting = sql`(select json_agg(w.name) from (
    select coalesce(c.name, c.email, c.phone) as name from ${inside}
    join contacts c on c.org_id = p.org_id and c.id = p.contact_id
    where p.org_id = x.org_id and p.group_id = x.id and m.joined_at is null order by c.sort_key, c.id limit 5) w)`;
  const rows = await db.execute<WorkspaceGroupJson>(sql`
    with counted as materialized (
      select g.org_id, g.id, g.name, g.kind, g.sort_key, x.workspace_id, x.added_by, n.people, n.joined,
        (case when g.kind = 'team' then 0 else 2 end) + (n.people = n.joined)::int as rank
      from workspace_groups x join groups g on g.org_id = x.org_id and g.id = x.group_id
      cross join lateral (select count(*)::int as people, count(m.joined_at)::int as joined from ${inside}
        where p.org_id = x.org_id and p.group_id = x.group_id) n
      where x.org_id = ${by.orgId} and x.workspace_id = ${by.workspaceId}
    )
    select x.id as "groupId", x.name, x.kind, x.sort_key as "sortKey", x.rank, x.people, x.joined,
      x.added_by as "addedBy",
      (select json_agg(r.name order by r.position) from roles r where r.org_id = x.org_id
        and r.workspace_id = x.workspace_id and r.holder_group_id = x.id) as roles,
      ${by.withInvitations ? waiting : sql`null`} as waiting
    from counted x
    where ${after} and ${by.find ? sql`position(${by.find} in x.sort_key) > 0` : sql`true`}
      and ${by.only ? isListed[by.only] : sql`true`}
    order by x.rank, x.sort_key, x.id limit ${by.limit}`);
  return [...rows];
}
