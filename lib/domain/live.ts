import { selectVersions, type Watch } from "@/db/queries/live";
import type { Context, WorkspaceContext } from "./context";
import { notFound } from "./errors";
import { isId } from "./id";
import { authorize } from "./permissions";

/** What an open page watches: everything but the session it is read by. */
export type Watched = Omit<Watch, "tokenHash">;

const watchOf = (
  { org, actor }: Context,
  what: Partial<Pick<Watched, "workspaceId" | "personId" | "isOutbox">>,
): Watched => ({
  orgId: org.id,
  userId: actor.userId,
  contactId: actor.contactId,
  workspaceId: null,
  personId: null,
  isOutbox: false,
  ...what,
});

/** The workspace's page, for those who may see the workspace. */
export function watchWorkspace(ctx: WorkspaceContext): Watched {
  authorize(ctx, "workspace:view");
  return watchOf(ctx, { workspaceId: ctx.workspace.id });
}

/** One's own timeline. */
export function watchTimeline(ctx: Context): Watched {
  authorize(ctx, "timeline:view");
  return watchOf(ctx, {});
}

/** A contact's page, for internal users; whom the organization does not know does not exist. */
export async function watchPerson(ctx: Context, { contact }: { contact: string }): Promise<Watched> {
  authorize(ctx, "contacts:view");
  const watched = watchOf(ctx, { personId: contact });
  if (!isId(contact) || !(await versionOf(ctx, watched))) throw notFound();
  return watched;
}

/** The organization's outbox, for admins. */
export function watchOutbox(ctx: Context): Watched {
  authorize(ctx, "outbox:view");
  return watchOf(ctx, { isOutbox: true });
}

/** The version of what is there now; read it before what it stands for, so that nothing between is missed. */
export async function versionOf({ db }: Pick<Context, "db">, watched: Watched): Promise<string> {
  const [found] = await selectVersions(db, [{ ...watched, tokenHash: "" }]);
  return found?.version ?? "";
}
