import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { type NamedRole, selectRoleNames } from "@/db/queries/roles";
import { workspaceLinks } from "@/db/schema";
import { once } from "./commands";
import type { WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { newId } from "./id";
import { changeLink, type Guard, newLink, recordLink, refreshLink, turnOnLink } from "./link-change";
import { readLink, readLinks, readUses } from "./link-read";
import type { Change, NewLink, OneLink, RefreshLink } from "./link-shape";
import type { LinkUses, LinkView } from "./link-views";
import { authorize, refusal } from "./permissions";

/** So many links a workspace can have. */
export const MAX_LINKS = 20;

const placeOf = (ctx: WorkspaceContext) => ({ orgId: ctx.org.id, workspaceId: ctx.workspace.id });

const lockFor = (ctx: WorkspaceContext) => (link: { audience: "client" | "internal" }) => {
  const operation = link.audience === "internal" ? "links:let-in-internal" : "links:manage";
  return refusal(operation, ctx.actor, ctx.workspace)?.message ?? null;
};

const guardFor =
  (ctx: WorkspaceContext): Guard =>
  (audience) => {
    if (audience === "internal") authorize(ctx, "links:let-in-internal");
  };

const here = (ctx: WorkspaceContext) => ({ at: placeOf(ctx), guard: guardFor(ctx) });

/** The workspace's links, oldest first, each with how it stands and how many wait. Internal members. */
export async function listLinks(ctx: WorkspaceContext): Promise<LinkView[]> {
  authorize(ctx, "links:view");
  return readLinks(placeOf(ctx), ctx, lockFor(ctx));
}

/** The roles that a link of the workspace may fill, by name. Internal members. */
export async function listRolesToFill(ctx: WorkspaceContext): Promise<NamedRole[]> {
  authorize(ctx, "links:view");
  return selectRoleNames(ctx.db, placeOf(ctx));
}

/** One link of the workspace; an id of another one is not found. */
export async function getLink(ctx: WorkspaceContext, { link }: { link: string }): Promise<LinkView> {
  authorize(ctx, "links:view");
  return readLink(placeOf(ctx), ctx, lockFor(ctx), link);
}

/** Who came by one link of the workspace, newest first, 50 a page. Internal members. */
export async function listLinkUses(
  ctx: WorkspaceContext,
  input: { link: string; after?: string },
): Promise<LinkUses> {
  authorize(ctx, "links:view");
  const { id } = await getLink(ctx, input);
  return readUses(id, ctx, input.after);
}

/** Makes a link by which clients ask to join, for 30 days; once for one command. Refuses the 21st. */
export async function createLink(
  ctx: WorkspaceContext,
  input: z.output<typeof NewLink>,
): Promise<{ id: string }> {
  authorize(ctx, "links:manage");
  return ctx.db.transaction((tx) =>
    once(tx, ctx, input.command, async () => {
      const at = placeOf(ctx);
      await tx.execute(
        sql`select from workspaces where org_id = ${at.orgId} and id = ${at.workspaceId} for no key update`,
      );
      const id = newId();
      const [row] = await tx
        .select({ links: sql<number>`count(*)::int` })
        .from(workspaceLinks)
        .where(
          sql`${eq(workspaceLinks.orgId, at.orgId)} and ${eq(workspaceLinks.workspaceId, at.workspaceId)}`,
        );
      if (row && row.links >= MAX_LINKS)
        throw new DomainError(
          "limited",
          `A workspace has at most ${MAX_LINKS} links. Nothing was made: turn on or refresh one of them.`,
        );
      await tx.insert(workspaceLinks).values(newLink(ctx, at, id));
      await recordLink(tx, ctx, at, "link_created");
      return { id };
    }),
  );
}

/**
 * Changes what a link grants, or switches it off. Refuses a role of another workspace or for other people, fewer uses
 * than there were, internal users without approval from everywhere; and to who is no admin, links for internal users.
 */
export async function changeWorkspaceLink(ctx: WorkspaceContext, input: Change): Promise<{ id: string }> {
  authorize(ctx, "links:manage");
  return ctx.db.transaction((tx) => changeLink(tx, ctx, here(ctx), input));
}

/** Switches a link on again, in one's own name. */
export async function turnOnWorkspaceLink(
  ctx: WorkspaceContext,
  { link }: z.output<typeof OneLink>,
): Promise<{ id: string }> {
  authorize(ctx, "links:manage");
  return ctx.db.transaction((tx) => turnOnLink(tx, ctx, here(ctx), link));
}

/** Replaces the link that was seen: the old one is dead everywhere at once. Requests that wait stay. */
export async function refreshWorkspaceLink(
  ctx: WorkspaceContext,
  input: z.output<typeof RefreshLink>,
): Promise<{ id: string }> {
  authorize(ctx, "links:manage");
  return ctx.db.transaction((tx) => refreshLink(tx, ctx, here(ctx), input));
}
