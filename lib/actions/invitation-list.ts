"use server";

import { cancelMany, type InvitationAnswer, ManyInvitations, resendMany } from "@/lib/domain/invitation-acts";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, runAction } from "./run";

export type ManyState = FormState<InvitationAnswer>;

export async function resendManyAction(
  at: OrganizationPlace,
  _: ManyState,
  form: FormData,
): Promise<ManyState> {
  return runAction(organizationAt(at), ManyInvitations, form, resendMany, "sent");
}

export async function cancelManyAction(
  at: OrganizationPlace,
  _: ManyState,
  form: FormData,
): Promise<ManyState> {
  return runAction(organizationAt(at), ManyInvitations, form, cancelMany);
}
