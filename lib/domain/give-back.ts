import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { lockRole, selectRole } from "@/db/queries/roles";
import type { NewActivity } from "./activity";
import type { WorkspaceContext } from "./context";
import { fillRole } from "./invite-write";

/** Gives a role back to who held it, if they are still in the workspace and nobody holds it now; answers what to tell. */
export async function giveBackRole(
  tx: Database,
  ctx: WorkspaceContext,
  role: string,
  former: { contact: string } | { group: string },
): Promise<NewActivity[]> {
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id, roleId: role };
  const now = await lockRole(tx, at);
  if (!now || now.holder) return [];
  const id = "contact" in former ? former.contact : former.group;
  const [table, column] = "contact" in former ? ["members", "contact_id"] : ["workspace_groups", "group_id"];
  const [still] = await tx.execute(sql`select from ${sql.identifier(table)}
    where org_id = ${ctx.org.id} and workspace_id = ${ctx.workspace.id} and ${sql.identifier(column)} = ${id}
    for key share`);
  if (!still) return [];
  await fillRole(tx, ctx, ctx.workspace.id, role, former);
  const again = await selectRole(tx, at);
  return [{ kind: "role_assigned", data: { role: now.name, name: again?.holder?.name } }];
}
