import { selectVersions, type Watch } from "@/db/queries/live";
import type { Context, WorkspaceContext } from "./context";
import { authorize } from "./permissions";

/** What an open page watches: everything but the session it is read by. */
export type Watched = Omit<Watch, "tokenHash">;

const watchOf = ({ org, actor }: Context, workspaceId: string | null): Watched => ({
  orgId: org.id,
  userId: actor.userId,
  contactId: actor.contactId,
  workspaceId,
});

/** The workspace's page, for those who may see the workspace. */
export function watchWorkspace(ctx: WorkspaceContext): Watched {
  authorize(ctx, "workspace:view");
  return watchOf(ctx, ctx.workspace.id);
}

/** One's own timeline. */
export function watchTimeline(ctx: Context): Watched {
  authorize(ctx, "timeline:view");
  return watchOf(ctx, null);
}

/** The version of what is there now; read it before what it stands for, so that nothing between is missed. */
export async function versionOf({ db }: Pick<Context, "db">, watched: Watched): Promise<string> {
  const [found] = await selectVersions(db, [{ ...watched, tokenHash: "" }]);
  return found?.version ?? "";
}
