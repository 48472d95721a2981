"use server";

import { cancelMany, ManyInvitations, resendMany } from "@/lib/domain/invitation-acts";
import { resumeManyReminders, stopManyReminders } from "@/lib/domain/stop-reminders";
import { undoCancelMany } from "@/lib/domain/undo-cancel";
import { UndoInvite } from "@/lib/domain/undo-write";
import { type ManyAnswer, manyInWords } from "./outcomes";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, runAction } from "./run";

export type ManyState = FormState<ManyAnswer>;
export type UndoneState = FormState<{ undone: number }>;

export async function resendManyAction(
  at: OrganizationPlace,
  _: ManyState,
  form: FormData,
): Promise<ManyState> {
  return runAction(organizationAt(at), ManyInvitations, form, manyInWords(resendMany), "sent");
}

export async function cancelManyAction(
  at: OrganizationPlace,
  _: ManyState,
  form: FormData,
): Promise<ManyState> {
  return runAction(organizationAt(at), ManyInvitations, form, manyInWords(cancelMany));
}

export async function stopManyRemindersAction(
  at: OrganizationPlace,
  _: ManyState,
  form: FormData,
): Promise<ManyState> {
  return runAction(organizationAt(at), ManyInvitations, form, manyInWords(stopManyReminders));
}

export async function resumeManyRemindersAction(
  at: OrganizationPlace,
  _: ManyState,
  form: FormData,
): Promise<ManyState> {
  return runAction(organizationAt(at), ManyInvitations, form, manyInWords(resumeManyReminders));
}

export async function undoCancelManyAction(
  at: OrganizationPlace,
  _: UndoneState,
  form: FormData,
): Promise<UndoneState> {
  return runAction(organizationAt(at), UndoInvite, form, undoCancelMany);
}
