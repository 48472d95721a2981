import type { Database } from "@/db/client";
import { selectInside } from "@/db/queries/contacts";
import { selectFilterChoices } from "@/db/queries/invitation-choices";
import {
  countListed,
  type InvitationFilter,
  type InvitationJson,
  selectListed,
  selectListedIds,
} from "@/db/queries/invitation-list";
import { displayAddress } from "./address";
import type { Context } from "./context";
import { isId } from "./id";
import {
  type ChosenInvitations,
  type InvitationsInput,
  readInvitations,
  viewerOf,
} from "./invitation-filter";
import type { ListedInvitation } from "./invitation-views";
import { authorize, mayCancel } from "./permissions";
import { MOST_RECIPIENTS } from "./recipients";

export const INVITATIONS_PAGE = 50;
/** Counts go no further than one act reaches; one more means "more than that". */
export const MOST_MATCHES = MOST_RECIPIENTS + 1;

/**
 * What a list is narrowed to. A search is for who begins with it, and only when none of these does for who holds its
 * words somewhere: so on each page of the same list.
 */
export async function narrowedTo(ctx: Context, input: InvitationsInput): Promise<InvitationFilter> {
  authorize(ctx, "invitations:list");
  const filter = readInvitations(ctx, input);
  const mayBeInside = filter.search !== null && filter.search.words.length > 0;
  return { ...filter, isInside: mayBeInside && (await countListed(ctx.db, filter, 1)) === 0 };
}

/** Reads what a page is made of; a search inside words is given up before it takes long, and finds nothing. */
const inTime = <T>(ctx: Context, { isInside }: InvitationFilter, read: (db: Database) => Promise<T[]>) =>
  isInside ? selectInside(ctx.db, read) : read(ctx.db);

/**
 * One page of the invitations one may see, newest first: the portal's, those of workspaces one is in, and for admins
 * all of the organization, of which a workspace they are not in has no name. `next` is the cursor behind the page,
 * `matches` how many the filter finds, capped at 10,001.
 */
export async function listInvitations(
  ctx: Context,
  input: InvitationsInput,
): Promise<{ rows: ListedInvitation[]; next: string | null; matches: number }> {
  authorize(ctx, "invitations:list");
  const filter = await narrowedTo(ctx, input);
  const after = input.after && isId(input.after) ? input.after : null;
  const found = await inTime(ctx, filter, (db) =>
    selectListed(db, filter, { after, limit: INVITATIONS_PAGE + 1 }),
  );
  const page = found.slice(0, INVITATIONS_PAGE);
  const isMore = found.length > INVITATIONS_PAGE;
  return {
    rows: page.map((row) => listed(ctx, row)),
    next: isMore ? (page.at(-1)?.id ?? null) : null,
    matches: isMore || after ? await countMatches(ctx, filter) : page.length,
  };
}

async function countMatches(ctx: Context, filter: InvitationFilter): Promise<number> {
  const [count = 0] = await inTime(ctx, filter, async (db) => [await countListed(db, filter, MOST_MATCHES)]);
  return count;
}

/** A row as people read it; who may cancel it is decided here. */
export function listed(ctx: Context, row: InvitationJson): ListedInvitation {
  const { workspaceId, workspaceName, isMember, isOwner, isClient, openedBy, ...rest } = row;
  const address = displayAddress(row.address);
  return {
    ...rest,
    name: row.name || address,
    address,
    invitedBy: displayAddress(row.invitedBy),
    place: placeOf(workspaceId, workspaceName, isMember),
    invitedAt: new Date(row.invitedAt),
    sentAt: new Date(row.sentAt),
    expiresAt: new Date(row.expiresAt),
    mayCancel: row.state === "pending" && mayCancel({ ...ctx, workspace: { isOwner } }, openedBy),
    mayChange: isClient || ctx.actor.isAdmin,
  };
}

function placeOf(id: string | null, name: string | null, isMember: boolean): ListedInvitation["place"] {
  if (!id) return { kind: "portal" };
  return isMember ? { kind: "workspace", id, name: name ?? "" } : { kind: "unseen" };
}

/** The ids of the invitations chosen, newest first; null when they are more than one act can take. */
export async function listChosenInvitations(
  ctx: Context,
  chosen: ChosenInvitations,
): Promise<string[] | null> {
  authorize(ctx, "invitations:list");
  const ids = "all" in chosen ? await idsOfAll(ctx, chosen.all) : chosen.invitations;
  return ids.length > MOST_RECIPIENTS ? null : ids;
}

async function idsOfAll(ctx: Context, input: InvitationsInput): Promise<string[]> {
  const filter = await narrowedTo(ctx, input);
  return inTime(ctx, filter, (db) => selectListedIds(db, filter, MOST_MATCHES));
}

type Choice = { id: string; name: string };

/** What the list can be narrowed to. */
export type FilterChoices = { inviters: Choice[]; workspaces: Choice[]; groups: Choice[] };

/**
 * What the list can be narrowed to, at most 200 of each: internal users, one's own workspaces, groups and teams.
 * What the address names already is among them, unless it is nothing one may see.
 */
export async function listFilterChoices(ctx: Context, input: InvitationsInput): Promise<FilterChoices> {
  authorize(ctx, "invitations:list");
  const { inviter, workspace, group } = readInvitations(ctx, input);
  return selectFilterChoices(ctx.db, viewerOf(ctx), { inviter, workspace: workspace?.id ?? null, group });
}
