import type { InvitationAge, InvitationFilter, Viewer } from "@/db/queries/invitation-list";
import { searchOf, storable } from "./contact-filter";
import type { Context } from "./context";
import { INSTALLATION, isId } from "./id";
import type { DeliveryGroup, InvitationState } from "./invitation-views";

export const invitationStates = [
  "pending",
  "accepted",
  "declined",
  "cancelled",
  "expired",
] as const satisfies InvitationState[];
export const deliveryGroups = ["waiting", "sent", "delivered", "problem"] as const satisfies DeliveryGroup[];
export const invitationAges = ["today", "7-days", "30-days", "older"] as const satisfies InvitationAge[];

/** Stands in the address for invitations to the organization itself. */
export const PORTAL = "portal";

/** What stands in the address of the list; every part may be missing or nonsense. */
export type InvitationsInput = {
  find?: string;
  state?: string;
  delivery?: string;
  age?: string;
  inviter?: string;
  workspace?: string;
  group?: string;
  after?: string;
};

const LONGEST_FIND = 100;

const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | null =>
  list.find((known) => known === value) ?? null;

/** Something that is no id is nobody's. */
const idOf = (value: string | undefined): string | null =>
  value ? (isId(value) ? value : INSTALLATION) : null;

export const viewerOf = (ctx: Context): Viewer => ({
  orgId: ctx.org.id,
  contactId: ctx.actor.contactId,
  isAdmin: ctx.actor.isAdmin,
});

/** Reads the address: unknown words are as if they were not there, what is no id of anybody finds nothing. */
export function readInvitations(ctx: Context, input: InvitationsInput): InvitationFilter {
  const workspace = input.workspace === PORTAL ? null : idOf(input.workspace);
  return {
    ...viewerOf(ctx),
    timeZone: ctx.org.timeZone,
    state: oneOf(invitationStates, input.state),
    delivery: oneOf(deliveryGroups, input.delivery),
    age: oneOf(invitationAges, input.age),
    inviter: idOf(input.inviter),
    workspace: input.workspace ? { id: workspace } : null,
    group: idOf(input.group),
    search: searchOf(ctx, { find: storable(input.find).slice(0, LONGEST_FIND).toWellFormed().trim() }),
    isInside: false,
  };
}

/** Which invitations an act is about: some by name, or all that a list's filter finds. */
export type ChosenInvitations = { invitations: string[] } | { all: InvitationsInput };

/** Reads an address: `i` as often as wanted, else the filter. What is no id is no invitation. */
export function readChosenInvitations(
  query: Record<string, string | string[] | undefined>,
): ChosenInvitations {
  const named = [query.i ?? []].flat().filter(isId);
  if (named.length > 0) return { invitations: [...new Set(named)] };
  const text = (name: string) => [query[name]].flat()[0] || undefined;
  return {
    all: {
      find: text("find"),
      state: text("state"),
      delivery: text("delivery"),
      age: text("age"),
      inviter: text("inviter"),
      workspace: text("workspace"),
      group: text("group"),
    },
  };
}
