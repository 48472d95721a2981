import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "./any-of";

export type DeactivationRow = {
  id: string;
  name: string;
  isDeactivated: boolean;
  /** Names of the workspaces this person owns that are not archived. */
  owns: string[];
};

/** The named contacts, locked until the transaction ends. Unknown and foreign ones are absent. */
export async function selectForDeactivation(
  tx: Database,
  orgId: string,
  ids: string[],
): Promise<DeactivationRow[]> {
  const rows = await tx.execute<DeactivationRow>(sql`
    select c.id, coalesce(c.name, c.email, c.phone) as name, c.deactivated_at is not null as "isDeactivated",
      coalesce((select json_agg(w.name order by w.sort_key) from members m
        join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
          and w.owner_id = m.contact_id and w.archived_at is null
        where m.org_id = c.org_id and m.contact_id = c.id), '[]') as owns
    from contacts c
    where c.org_id = ${orgId}
      and c.id = ${anyOf(ids)}
    order by c.id for no key update of c`);
  return [...rows];
}
