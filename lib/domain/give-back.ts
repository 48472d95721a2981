import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { lockRole, selectRole } from "@/db/queries/roles";
import type { NewActivity } from "./activity";
import type { WorkspaceContext } from "./context";
import { fits } from "./invite-roles";
import { fillRole } from "./invite-write";

/**
 * Gives a role back to who held it, if they are still in the workspace, it is still for people of their kind and nobody
 * holds it now; answers what to tell.
 */
export async function giveBackRole(
  tx: Database,
  ctx: WorkspaceContext,
  role: string,
  former: { contact: string } | { group: string },
): Promise<NewActivity[]> {
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id, roleId: role };
  const now = await lockRole(tx, at);
  if (!now || now.holder) return [];
  const [still] = await tx.execute<{ kind: "internal" | "client" }>(
    "contact" in former
      ? sql`select c.kind from members m join contacts c on c.org_id = m.org_id and c.id = m.contact_id
          where m.org_id = ${at.orgId} and m.workspace_id = ${at.workspaceId} and m.contact_id = ${former.contact}
          for key share of m`
      : sql`select case g.kind when 'team' then 'internal' else 'client' end as kind
          from workspace_groups x join groups g on g.org_id = x.org_id and g.id = x.group_id
          where x.org_id = ${at.orgId} and x.workspace_id = ${at.workspaceId} and x.group_id = ${former.group}
          for key share of x`,
  );
  if (!still || !fits(now, still.kind)) return [];
  await fillRole(tx, ctx, ctx.workspace.id, role, former);
  const again = await selectRole(tx, at);
  return [{ kind: "role_assigned", data: { role: now.name, name: again?.holder?.name } }];
}
