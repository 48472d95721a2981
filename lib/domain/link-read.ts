import { type LinkPlace, type LinkRow, selectLinks, selectLinkUses } from "@/db/queries/workspace-links";
import { displayAddress } from "./address";
import type { Context } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { notFound } from "./errors";
import { isId } from "./id";
import type { LinkState, LinkUses, LinkView } from "./link-views";
import { maskOthers } from "./masking";
import { makeToken, newestKey } from "./token";

const PAGE = 50;

/** Why the reader may not change a link, or null. */
export type Lock = (link: Pick<LinkRow, "audience">) => string | null;

function stateOf(row: LinkRow): LinkState {
  if (row.isPaused) return "paused";
  if (!row.mayGrant) return "stopped";
  if (row.isExpired) return "expired";
  return row.maxUses !== null && row.uses >= row.maxUses ? "used_up" : "open";
}

function pathOf(ctx: Context, { id, generation }: { id: string; generation: number }): string {
  const subject = { organization: ctx.org.number, id };
  return `/join/${makeToken(ctx.keys, newestKey(ctx.keys), "join", subject, generation)}`;
}

/** The links of a place as their owners see them; who calls has authorized. */
export async function readLinks(at: LinkPlace, ctx: Context, lock: Lock, id?: string): Promise<LinkView[]> {
  const rows = await selectLinks(ctx.db, at, id);
  return rows.map((row) => {
    const { isExpired: _, isPaused: __, mayGrant: ___, ...link } = row;
    return maskOthers(ctx, {
      ...link,
      path: pathOf(ctx, row),
      state: stateOf(row),
      expiresAt: new Date(row.expiresAt),
      waitingNames: row.waitingNames.map(displayAddress),
      locked: lock(row),
    });
  });
}

/** One link of the place; any other id is not found. */
export async function readLink(at: LinkPlace, ctx: Context, lock: Lock, id: string): Promise<LinkView> {
  const [link] = isId(id) ? await readLinks(at, ctx, lock, id) : [];
  if (!link) throw notFound();
  return link;
}

/** Who came by a link, newest first, 50 a page; who calls has authorized and found the link. */
export async function readUses(linkId: string, ctx: Context, cursor: string | undefined): Promise<LinkUses> {
  const after = readCursor(cursor);
  const rows = await selectLinkUses(ctx.db, {
    orgId: ctx.org.id,
    linkId,
    after: after && /^\d{1,16}$/.test(after.key) ? { at: Number(after.key), id: after.id } : null,
    limit: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    list: maskOthers(
      ctx,
      page.map((row) => ({ ...row, address: displayAddress(row.address), at: new Date(row.at / 1000) })),
    ),
    next: rows.length > PAGE && last ? writeCursor(last.at, last.id) : null,
  };
}
