import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "./any-of";

/**
 * Locks these members of a workspace until the transaction ends and answers which of them own it: read after the lock,
 * so that whoever was made the owner meanwhile is known as that.
 */
export async function lockMembers(
  tx: Database,
  { orgId, workspaceId }: { orgId: string; workspaceId: string },
  contacts: string[],
): Promise<string[]> {
  await tx.execute(sql`
    select contact_id from members where org_id = ${orgId} and workspace_id = ${workspaceId}
      and contact_id = ${anyOf(contacts)} order by contact_id for update`);
  const owners = await tx.execute<{ id: string }>(sql`
    select owner_id as id from workspaces
    where org_id = ${orgId} and id = ${workspaceId} and owner_id = ${anyOf(contacts)}`);
  return owners.map(({ id }) => id);
}
