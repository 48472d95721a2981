import { type SQL, sql } from "drizzle-orm";
import { LOST } from "@/lib/domain/delivery-words";
import { isOfInvitation } from "./invitation-kinds";

/** So many of an organization's messages that reached nobody, and of its blocked addresses: however old it is, that takes no longer. */
const MOST = sql.raw("10000");

const lost = sql.raw(LOST.map((delivery) => `'${delivery}'`).join(", "));

/** `is true` keeps the index of open invitations out of it, which knows them by workspace. */
const isAnswerable = sql`(v.status in ('pending', 'expired')) is true`;

/**
 * The contacts `id` who have not joined a workspace and whose invitation, the open one or else the newest, reached nobody
 * at the address it is for: its latest message was lost, or the address must not be written to. They are found from what
 * was lost and what is blocked, not from the members; `offset 0` makes each a look by its key, also while the planner
 * knows nothing of the tables yet.
 */
export const undeliveredIn = ({ orgId, workspaceId }: { orgId: string; workspaceId: string }): SQL => sql`
  select i.contact_id as id from (
    select i.* from (
      select p.org_id, p.subject_id, p.address, p.number from messages p
      where p.org_id = ${orgId} and p.state in (${lost}) and ${isOfInvitation(sql`p.kind`)} order by p.id desc limit ${MOST}
    ) p cross join lateral (
      select v.* from invitations v where v.org_id = p.org_id and v.id = p.subject_id and v.workspace_id = ${workspaceId}
        and ${isAnswerable} and v.address = p.address offset 0
    ) i cross join lateral (
      select from messages o where o.org_id = p.org_id and o.subject_id = p.subject_id and ${isOfInvitation(sql`o.kind`)}
      having max(o.number) = p.number offset 0
    ) newest
    union
    select i.* from (select * from suppressions where org_id = ${orgId} order by address limit ${MOST}) s
    cross join lateral (
      select id from contacts where org_id = s.org_id and email = s.address
      union all select id from contacts where org_id = s.org_id and phone = s.address
    ) c cross join lateral (
      select v.* from invitations v where v.org_id = s.org_id and v.contact_id = c.id and v.workspace_id = ${workspaceId}
        and ${isAnswerable} and v.address = s.address offset 0
    ) i
  ) i cross join lateral (
    select from members m where m.org_id = i.org_id and m.workspace_id = i.workspace_id
      and m.contact_id = i.contact_id and m.joined_at is null offset 0
  ) waiting
  where i.status = 'pending' or not exists (select from invitations n where n.org_id = i.org_id
    and n.contact_id = i.contact_id and n.workspace_id = i.workspace_id and (n.status = 'pending' or n.id > i.id))`;
