"use server";

import type { Context } from "@/lib/domain/context";
import { cancelMany, type InvitationAnswer, ManyInvitations, resendMany } from "@/lib/domain/invitation-acts";
import { resumeManyReminders, stopManyReminders } from "@/lib/domain/stop-reminders";
import { undoCancelMany } from "@/lib/domain/undo-cancel";
import { UndoInvite } from "@/lib/domain/undo-write";
import { sayIn } from "@/lib/words/say";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, runAction } from "./run";

export type ManyState = FormState<InvitationAnswer>;

/** An act on many, with the reasons of those it was not done with in the words of who acts. */
const told =
  (act: (ctx: Context, input: ManyInvitations) => Promise<InvitationAnswer>) =>
  async (ctx: Context, input: ManyInvitations): Promise<InvitationAnswer> => {
    const { done, notDone } = await act(ctx, input);
    const say = sayIn(ctx.language);
    return { done, notDone: notDone.map((one) => ({ ...one, reason: say(one.reason) })) };
  };

export async function resendManyAction(
  at: OrganizationPlace,
  _: ManyState,
  form: FormData,
): Promise<ManyState> {
  return runAction(organizationAt(at), ManyInvitations, form, told(resendMany), "sent");
}

export async function cancelManyAction(
  at: OrganizationPlace,
  _: ManyState,
  form: FormData,
): Promise<ManyState> {
  return runAction(organizationAt(at), ManyInvitations, form, told(cancelMany));
}

export async function stopManyRemindersAction(
  at: OrganizationPlace,
  _: ManyState,
  form: FormData,
): Promise<ManyState> {
  return runAction(organizationAt(at), ManyInvitations, form, told(stopManyReminders));
}

export async function resumeManyRemindersAction(
  at: OrganizationPlace,
  _: ManyState,
  form: FormData,
): Promise<ManyState> {
  return runAction(organizationAt(at), ManyInvitations, form, told(resumeManyReminders));
}

export async function undoCancelManyAction(
  at: OrganizationPlace,
  _: FormState<{ undone: number }>,
  form: FormData,
): Promise<FormState<{ undone: number }>> {
  return runAction(organizationAt(at), UndoInvite, form, undoCancelMany);
}
