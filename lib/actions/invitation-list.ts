"use server";

import { cancelMany, type InvitationAnswer, ManyInvitations, resendMany } from "@/lib/domain/invitation-acts";
import { resumeManyReminders, stopManyReminders } from "@/lib/domain/stop-reminders";
import { undoCancelMany } from "@/lib/domain/undo-cancel";
import { UndoInvite } from "@/lib/domain/undo-write";
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

export async function stopManyRemindersAction(
  at: OrganizationPlace,
  _: ManyState,
  form: FormData,
): Promise<ManyState> {
  return runAction(organizationAt(at), ManyInvitations, form, stopManyReminders);
}

export async function resumeManyRemindersAction(
  at: OrganizationPlace,
  _: ManyState,
  form: FormData,
): Promise<ManyState> {
  return runAction(organizationAt(at), ManyInvitations, form, resumeManyReminders);
}

export async function undoCancelManyAction(
  at: OrganizationPlace,
  _: FormState<{ undone: number }>,
  form: FormData,
): Promise<FormState<{ undone: number }>> {
  return runAction(organizationAt(at), UndoInvite, form, undoCancelMany);
}
