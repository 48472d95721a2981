"use server";

import { refresh } from "next/cache";
import { UpdateContact, type UpdatedContact, updateContact } from "@/lib/domain/contact-details";
import { InviteToPortal, inviteToPortal } from "@/lib/domain/portal";
import { ResendContacts, resendPortal } from "@/lib/domain/resend-all";
import { undoPortal } from "@/lib/domain/undo-portal";
import { UndoInvite, type Undone } from "@/lib/domain/undo-write";
import type { InviteAnswer } from "@/lib/domain/views";
import { sayIn } from "@/lib/words/say";
import { inviteInWords, resendInWords, type SaidResend } from "./outcomes";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, type KeptState, keepTyped, runAction } from "./run";

export async function updateContactAction(
  at: OrganizationPlace,
  _: KeptState<UpdatedContact>,
  form: FormData,
): Promise<KeptState<UpdatedContact>> {
  const result = await runAction(organizationAt(at), UpdateContact, form, updateContact);
  if (result.ok) refresh();
  return keepTyped(result, form);
}

/** `undo`: the act that can be taken back while its messages are held. */
export type PortalAnswer = InviteAnswer & { undo: string | null };

export async function inviteToPortalAction(
  at: OrganizationPlace,
  _: FormState<PortalAnswer>,
  form: FormData,
): Promise<FormState<PortalAnswer>> {
  const result = await runAction(organizationAt(at), InviteToPortal, form, async (ctx, input) => {
    const answer = await inviteInWords(inviteToPortal)(ctx, input);
    return { ...answer, undo: answer.heldUntil && input.command };
  });
  if (result.ok) refresh();
  return result;
}

export async function resendPortalAction(
  at: OrganizationPlace,
  _: FormState<SaidResend>,
  form: FormData,
): Promise<FormState<SaidResend>> {
  const result = await runAction(organizationAt(at), ResendContacts, form, resendInWords(resendPortal));
  if (result.ok) refresh();
  return result;
}

/** As `resendPortalAction`, for one person of a list, with what became of it in one sentence. */
export async function resendFromListAction(
  at: OrganizationPlace,
  _: FormState<{ said: string }>,
  form: FormData,
): Promise<FormState<{ said: string }>> {
  const result = await runAction(organizationAt(at), ResendContacts, form, async (ctx, input) => {
    const { sent, skipped } = await resendPortal(ctx, input);
    const sentence = sent > 0 ? "Invitation sent again." : (skipped[0]?.reason ?? "Nothing was sent.");
    return { isSent: sent > 0, said: sayIn(ctx.language)(sentence) };
  });
  if (result.ok) refresh();
  if (!result.ok || result.data.isSent) return result;
  return { ok: false, code: "conflict", message: result.data.said };
}

export async function undoPortalAction(
  at: OrganizationPlace,
  _: FormState<Undone>,
  form: FormData,
): Promise<FormState<Undone>> {
  const result = await runAction(organizationAt(at), UndoInvite, form, undoPortal);
  if (result.ok) refresh();
  return result;
}
