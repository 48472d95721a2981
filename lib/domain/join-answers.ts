import type { RequestToDecide } from "@/db/queries/join-requests";
import type { Context, WorkspaceStanding } from "./context";
import type { Came } from "./join-enter";
import { messageTo } from "./join-messages";
import type { NewMessage } from "./messages";

/** Where somebody asked to join. Null: the organization itself, whose requests only admins decide. */
export type Place = WorkspaceStanding | null;

const wordsFor = (ctx: Context, place: Place) => ({
  organizationName: ctx.org.name,
  workspaceName: place?.name ?? null,
});

const toRequester = (
  ctx: Context,
  { address, request, language }: RequestToDecide,
  contactId: string | null,
) => messageTo({ address, contactId, language: language ?? ctx.org.language }, request);

/** Tells who asked that they are in. */
export const approvedMessage = (
  ctx: Context,
  place: Place,
  row: RequestToDecide,
  came: Came,
): NewMessage => ({
  ...toRequester(ctx, row, came.contactId),
  kind: "request_approved",
  values: {
    ...wordsFor(ctx, place),
    roleName: came.roleName,
    path: place ? `/${ctx.org.slug}/w/${place.id}` : `/${ctx.org.slug}/timeline`,
  },
});

/** Tells who asked that they are not let in, a moment later: the act may be taken back. */
export const declinedMessage = (
  ctx: Context,
  place: Place,
  row: RequestToDecide,
  reason: string | null,
): NewMessage => ({
  ...toRequester(ctx, row, null),
  holdSeconds: place ? ctx.org.holdSeconds : 0,
  kind: "request_declined",
  values: { ...wordsFor(ctx, place), reason },
});
