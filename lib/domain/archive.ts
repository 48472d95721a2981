import { sql } from "drizzle-orm";
import { z } from "zod";
import { lockGroupsAround } from "@/db/queries/group-locks";
import { recordActivity } from "./activity";
import type { WorkspaceContext } from "./context";
import { placeOf } from "./flow";
import { letIn } from "./group-return";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";
import { assertManages } from "./workspace-settings";

/** Forms that say nothing but where they stand. */
export const ArchiveWorkspace = z.strictObject({});

/**
 * Puts the workspace away: it can only be read, its invitations and links let nobody in, nobody is reminded, and
 * timelines leave it out. Already archived, nothing happens. Its owner and admins only.
 */
export async function archiveWorkspace(ctx: WorkspaceContext): Promise<{ said: string }> {
  authorize(ctx, "workspace:archive");
  assertManages(ctx, "archive");
  return turn(ctx, "workspace_archived", "The workspace is archived.");
}

/**
 * Brings an archived workspace back as it was, open invitations and links included, and with who came into its groups
 * meanwhile. Its owner and admins only.
 */
export async function restoreWorkspace(ctx: WorkspaceContext): Promise<{ said: string }> {
  authorize(ctx, "workspace:archive");
  assertManages(ctx, "restore");
  return turn(ctx, "workspace_restored", "The workspace is restored.");
}

async function turn(
  ctx: WorkspaceContext,
  kind: "workspace_archived" | "workspace_restored",
  said: string,
): Promise<{ said: string }> {
  const { orgId, workspaceId } = placeOf(ctx);
  const [to, from] =
    kind === "workspace_archived" ? [sql`now()`, sql`is null`] : [sql`null`, sql`is not null`];
  return inOneAct(ctx.db, async (tx) => {
    if (kind === "workspace_restored") await lockGroupsAround(tx, { orgId, workspaceId }, []);
    const turned = await tx.execute(sql`
      update workspaces set archived_at = ${to}
      where org_id = ${orgId} and id = ${workspaceId} and archived_at ${from} returning id`);
    if (turned.length === 0) return { said };
    await recordActivity(tx, { orgId, workspaceId, actorId: ctx.actor.contactId }, [{ kind }]);
    if (kind === "workspace_restored") await letIn(tx, ctx, { workspace: workspaceId });
    return { said };
  });
}
