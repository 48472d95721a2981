import { type SQL, sql } from "drizzle-orm";
import { LOST } from "@/lib/domain/delivery-words";
import { isOfInvitation } from "./invitation-kinds";

/** So many of an organization's newest messages that reached nobody are looked at: however old it is, that takes no longer. */
const MOST = 10_000;

const lost = sql.raw(LOST.map((delivery) => `'${delivery}'`).join(", "));

/**
 * The contacts `id` who have not joined a workspace and whose open invitation reached nobody: its latest message is among
 * the few that were lost, and went to the address it is for. It is found from those, not from the members; `offset 0`
 * and `is true` make each a look by its key, also while the planner knows nothing of the tables yet.
 */
export const undeliveredIn = ({ orgId, workspaceId }: { orgId: string; workspaceId: string }): SQL => sql`
  select i.contact_id as id from (
    select p.org_id, p.subject_id, p.address, p.number from messages p
    where p.org_id = ${orgId} and p.state in (${lost}) and ${isOfInvitation(sql`p.kind`)} order by p.id desc limit ${sql.raw(String(MOST))}
  ) p cross join lateral (
    select v.* from invitations v where v.org_id = p.org_id and v.id = p.subject_id and v.workspace_id = ${workspaceId}
      and (v.status = 'pending') is true and v.address = p.address offset 0
  ) i cross join lateral (
    select from messages o where o.org_id = p.org_id and o.subject_id = p.subject_id and ${isOfInvitation(sql`o.kind`)}
    having max(o.number) = p.number offset 0
  ) newest cross join lateral (
    select from members m where m.org_id = i.org_id and m.workspace_id = i.workspace_id
      and m.contact_id = i.contact_id and m.joined_at is null offset 0
  ) waiting`;
