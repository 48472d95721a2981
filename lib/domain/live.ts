import { type Page, selectVersions, type Watch } from "@/db/queries/live";
import { selectMergedInto } from "@/db/queries/merge";
import type { Context, WorkspaceContext } from "./context";
import { MergedInto, notFound } from "./errors";
import { isId } from "./id";
import { getInternalRequest } from "./internal-requests";
import { nameOf } from "./merge-plan";
import { authorize } from "./permissions";

/** What an open page watches: everything but the session it is read by. */
export type Watched = Omit<Watch, "tokenHash">;

const watchOf = (
  { org, actor }: Context,
  page: Page,
  what: Partial<Pick<Watched, "workspaceId" | "personId" | "groupId">> = {},
): Watched => ({
  page,
  orgId: org.id,
  userId: actor.userId,
  contactId: actor.contactId,
  workspaceId: null,
  personId: null,
  groupId: null,
  ...what,
});

/** The workspace's page, for those who may see the workspace. */
export function watchWorkspace(ctx: WorkspaceContext): Watched {
  authorize(ctx, "workspace:view");
  return watchOf(ctx, "workspace", { workspaceId: ctx.workspace.id });
}

/** One's own timeline. */
export function watchTimeline(ctx: Context): Watched {
  authorize(ctx, "timeline:view");
  return watchOf(ctx, "timeline");
}

/** The contact list, for internal users. */
export function watchContacts(ctx: Context): Watched {
  authorize(ctx, "contacts:view");
  return watchOf(ctx, "contacts");
}

/** A group's page, for internal users; a group that the organization does not have does not exist. */
export async function watchGroup(ctx: Context, { group }: { group: string }): Promise<Watched> {
  authorize(ctx, "groups:view");
  const watched = watchOf(ctx, "group", { groupId: group });
  if (!isId(group) || !(await versionOf(ctx, watched))) throw notFound();
  return watched;
}

/** A contact's page, for internal users; of who was merged lately it says into whom. Others do not exist. */
export async function watchPerson(ctx: Context, { contact }: { contact: string }): Promise<Watched> {
  authorize(ctx, "contacts:view");
  const watched = watchOf(ctx, "person", { personId: contact });
  if (!isId(contact)) throw notFound();
  if (await versionOf(ctx, watched)) return watched;
  const now = await selectMergedInto(ctx.db, ctx.org.id, contact);
  throw now ? new MergedInto(`This contact was merged into ${nameOf(now)}.`, now.id) : notFound();
}

/** The organization's outbox, for admins. */
export function watchOutbox(ctx: Context): Watched {
  authorize(ctx, "outbox:view");
  return watchOf(ctx, "outbox");
}

/** All invitations, for internal users. */
export function watchInvitations(ctx: Context): Watched {
  authorize(ctx, "invitations:list");
  return watchOf(ctx, "invitations");
}

/** Who asks to become an internal user by the organization's link, for admins. */
export function watchOrganizationRequests(ctx: Context): Watched {
  authorize(ctx, "requests:decide-organization");
  return watchOf(ctx, "requests");
}

/** What somebody in a workspace asks the admins for; they need not be in it. */
export async function watchInternalRequest(
  ctx: Context,
  at: { workspace: string; request: string },
): Promise<Watched> {
  authorize(ctx, "contacts:create-internal");
  await getInternalRequest(ctx, at);
  return watchOf(ctx, "asked", { workspaceId: at.workspace });
}

/** The version of what is there now; read it before what it stands for, so that nothing between is missed. */
export async function versionOf({ db }: Pick<Context, "db">, watched: Watched): Promise<string> {
  const [found] = await selectVersions(db, [{ ...watched, tokenHash: "" }]);
  return found?.version ?? "";
}
