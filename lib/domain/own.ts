import {
  type OwnInvitation,
  type OwnOrganization,
  selectOwnInvitations,
  selectOwnOrganizations,
} from "@/db/queries/own";
import type { UserContext } from "./context";

/** The organizations the signed-in person has joined; nobody has none. */
export async function listOwnOrganizations(ctx: UserContext): Promise<OwnOrganization[]> {
  return ctx.userId ? selectOwnOrganizations(ctx.db, ctx.userId) : [];
}

/** Open invitations addressed to one of the signed-in person's proven addresses; nobody has none. */
export async function listOwnInvitations(ctx: UserContext): Promise<OwnInvitation[]> {
  return ctx.userId ? selectOwnInvitations(ctx.db, ctx.userId) : [];
}
