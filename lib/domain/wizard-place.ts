import type { Database } from "@/db/client";
import { selectStanding } from "@/db/queries/actor";
import { selectRole } from "@/db/queries/roles";
import type { Context, WorkspaceStanding } from "./context";
import { DomainError } from "./errors";
import type { Choice } from "./how";
import { newId } from "./id";
import { name } from "./text";
import { createWorkspace } from "./workspaces";

/** The workspace people are invited into, and the number of that act. */
export type Placed = { workspace: WorkspaceStanding; command: string };

const wrong = (field: string, message: string) =>
  new DomainError("invalid", `${message} Nothing was added.`, { [field]: message });

/** One's own workspace, or a new one with nothing in it. Refuses others, and roles of others, beside their field. */
export async function openPlace(tx: Database, ctx: Context, choice: Choice): Promise<Placed> {
  if (!choice.workspace) throw wrong("workspace", "Choose a workspace, or make a new one.");
  if (choice.workspace === "new") return startPlace({ ...ctx, db: tx }, choice);
  const by = { userId: ctx.actor.userId, slug: ctx.org.slug, workspaceId: choice.workspace };
  const workspace = (await selectStanding(tx, by))?.workspace;
  if (!workspace?.isMember) throw wrong("workspace", "Choose one of your workspaces.");
  if (workspace.isArchived) throw wrong("workspace", "This workspace is archived. Choose another one.");
  const roleAt = { orgId: ctx.org.id, workspaceId: workspace.id, roleId: choice.role ?? "" };
  if (choice.role && !(await selectRole(tx, roleAt))) throw wrong("role", "Choose a role of this workspace.");
  return { workspace, command: newId() };
}

async function startPlace(ctx: Context, { workspaceName, role }: Choice): Promise<Placed> {
  const read = name("Give the new workspace a name.").safeParse(workspaceName ?? "");
  if (!read.success) throw wrong("workspaceName", read.error.issues[0]?.message ?? "Choose another name.");
  if (role) throw wrong("role", "A new workspace has no roles yet.");
  const flow = { roles: [], actions: [] };
  const { id } = await createWorkspace(ctx, { command: newId(), name: read.data, flow });
  return {
    workspace: { id, name: read.data, isMember: true, isOwner: true, isArchived: false },
    command: newId(),
  };
}
