import { selectFilterChoices } from "@/db/queries/invitation-choices";
import {
  countListed,
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
 * One page of the invitations one may see, newest first: the portal's, those of workspaces one is in, and for admins
 * all of the organization, of which a workspace they are not in has no name. `next` is the cursor behind the page,
 * `matches` how many the filter finds, capped at 10,001.
 */
export async function listInvitations(
  ctx: Context,
  input: InvitationsInput,
): Promise<{ rows: ListedInvitation[]; next: string | null; matches: number }> {
  authorize(ctx, "invitations:list");
  const filter = readInvitations(ctx, input);
  const after = input.after && isId(input.after) ? input.after : null;
  const found = await selectListed(ctx.db, filter, { after, limit: INVITATIONS_PAGE + 1 });
  const page = found.slice(0, INVITATIONS_PAGE);
  const isMore = found.length > INVITATIONS_PAGE;
  return {
    rows: page.map((row) => listed(ctx, row)),
    next: isMore ? (page.at(-1)?.id ?? null) : null,
    matches: isMore || after ? await countListed(ctx.db, filter, MOST_MATCHES) : page.length,
  };
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
  const ids =
    "all" in chosen
      ? await selectListedIds(ctx.db, readInvitations(ctx, chosen.all), MOST_MATCHES)
      : chosen.invitations;
  return ids.length > MOST_RECIPIENTS ? null : ids;
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
