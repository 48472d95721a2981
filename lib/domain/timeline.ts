import { selectTimeline, selectTimelineGroups, type TimelineFilter } from "@/db/queries/timeline";
import { unseenBy } from "./activity";
import type { Context } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { isId } from "./id";
import { maskOthers } from "./masking";
import { authorize } from "./permissions";
import { sortKey } from "./text";
import type { TimelineItem } from "./views";

export const TIMELINE_PAGE = 50;

/**
 * The workspaces the person has joined, latest activity first, 50 a page; `next` is the cursor after them. Archived
 * ones stand behind their own filter. Clients see nobody else's address.
 */
export async function listTimeline(
  ctx: Context,
  input: { find?: string; filter?: TimelineFilter; group?: string; after?: string },
): Promise<{ items: TimelineItem[]; next: string | null }> {
  authorize(ctx, "timeline:view");
  const after = readCursor(input.after);
  const items = await selectTimeline(ctx.db, {
    orgId: ctx.org.id,
    contactId: ctx.actor.contactId,
    filter: input.filter ?? "all",
    group: input.group && isId(input.group) ? input.group : null,
    find: sortKey((input.find ?? "").slice(0, 100).replaceAll("\0", "").toWellFormed()) || null,
    after:
      after && isId(after.id) && /^\d{1,15}$/.test(after.key)
        ? { at: Number(after.key), id: after.id }
        : null,
    unseen: unseenBy(ctx),
    limit: TIMELINE_PAGE + 1,
  });
  const page = items.slice(0, TIMELINE_PAGE);
  const last = page.at(-1);
  return {
    items: maskOthers(ctx, page),
    next: items.length > TIMELINE_PAGE && last ? writeCursor(last.activeAt.getTime(), last.id) : null,
  };
}

/** Where somebody lands who opens the portal: a client with one workspace in it, all others here. */
export async function landingPlace(ctx: Context): Promise<string> {
  authorize(ctx, "timeline:view");
  const { items } = await listTimeline(ctx, {});
  const [only, ...others] = items;
  const isOnly = ctx.actor.kind === "client" && only && others.length === 0;
  return isOnly ? `/${ctx.org.slug}/w/${only.id}#next` : `/${ctx.org.slug}/timeline`;
}

/** The client groups the timeline can be narrowed to: those in workspaces of an internal user, none for clients. */
export async function listTimelineGroups(ctx: Context): Promise<{ id: string; name: string }[]> {
  authorize(ctx, "timeline:view");
  if (ctx.actor.kind === "client") return [];
  return selectTimelineGroups(ctx.db, { orgId: ctx.org.id, contactId: ctx.actor.contactId });
}
