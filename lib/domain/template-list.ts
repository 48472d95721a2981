import { selectTemplates, selectWorkspaceFlow, type TemplateScope } from "@/db/queries/templates";
import type { Context, WorkspaceContext } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { isId } from "./id";
import { authorize, refusal } from "./permissions";
import type { TemplateFlow, TemplateRow } from "./template-views";
import { sortKey } from "./text";

export const TEMPLATES_PAGE = 50;

/** The templates somebody sees, by name, 50 a page: shared ones and their own. `next` is the cursor behind the page. */
export async function listTemplates(
  ctx: Context,
  input: { scope?: TemplateScope; find?: string; after?: string },
): Promise<{ rows: TemplateRow[]; next: string | null }> {
  authorize(ctx, "templates:view");
  const after = readCursor(input.after);
  const found = await selectTemplates(
    ctx.db,
    { orgId: ctx.org.id, contactId: ctx.actor.contactId },
    {
      scope: input.scope ?? "all",
      find: sortKey((input.find ?? "").slice(0, 100).replaceAll("\0", "").toWellFormed()) || null,
      after: after && isId(after.id) ? after : null,
      limit: TEMPLATES_PAGE + 1,
    },
  );
  const page = found.slice(0, TEMPLATES_PAGE);
  const last = page.at(-1);
  return {
    rows: page.map(({ sortKey: _, ...row }) => row),
    next: found.length > TEMPLATES_PAGE && last ? writeCursor(last.sortKey, last.id) : null,
  };
}

/**
 * What "Save as template" begins with: the workspace's name, its roles and actions, due dates as days from the day it
 * was made. No people, notes or addresses. Internal members.
 */
export async function flowOfWorkspace(ctx: WorkspaceContext): Promise<{ name: string; flow: TemplateFlow }> {
  authorize(ctx, "workspace:view");
  const refused = refusal("templates:create", ctx.actor);
  if (refused) throw refused;
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id, timeZone: ctx.org.timeZone };
  return { name: ctx.workspace.name, flow: await selectWorkspaceFlow(ctx.db, at) };
}
