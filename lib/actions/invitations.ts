"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { ChangeAddress, changeAddress } from "@/lib/domain/change-address";
import type { WorkspaceContext } from "@/lib/domain/context";
import { DomainError } from "@/lib/domain/errors";
import { cancelInvitation, copyInviteLink, OneInvitation, replaceLink } from "@/lib/domain/invitations";
import { InviteMembers, inviteMembers } from "@/lib/domain/invite";
import { InvitePlainly, namesLeftOut } from "@/lib/domain/invite-plainly";
import { RequestInternal, requestInternal } from "@/lib/domain/request-internal";
import { resendInvitations } from "@/lib/domain/resend";
import { resumeReminders, stopReminders } from "@/lib/domain/stop-reminders";
import { undoInvite } from "@/lib/domain/undo";
import { UndoInvite, type Undone } from "@/lib/domain/undo-write";
import type { InviteAnswer } from "@/lib/domain/views";
import { env } from "@/lib/env";
import { inviteInWords } from "./outcomes";
import { contextAt, type WorkspacePlace } from "./place";
import { type FormState, type Refused, runAction } from "./run";
import type { Said } from "./told";
import { typedIn } from "./typed-in";

type Of<T> = Promise<FormState<T>>;

export async function inviteMembersAction(
  at: WorkspacePlace,
  _: FormState<InviteAnswer>,
  form: FormData,
): Of<InviteAnswer> {
  const result = await runAction(contextAt(at), InviteMembers, form, inviteInWords(inviteMembers), "sent");
  if (result.ok) refresh();
  return result;
}

type Plain<Act, T> = { ok: true; act: Act; data: T; typed: Record<string, string[]> };

/** What was typed into the form without script, and the answer to it, or to what its answer offered. */
export type PlainInvite =
  | Refused
  /** `leftOut`: the addresses of those who are invited without the name that was typed. */
  | Plain<"invite", InviteAnswer & { leftOut: string[] }>
  | Plain<"undo", Undone>
  | Plain<"resend", Resent>
  | null;

export async function invitePlainlyAction(
  at: WorkspacePlace,
  _: PlainInvite,
  form: FormData,
): Promise<PlainInvite> {
  const typed = typedIn(form);
  const undo = form.get("undo");
  if (undo) return plainly("undo", await undoInviteAction(at, null, only("command", undo)), typed);
  const resend = form.get("resend");
  if (resend)
    return plainly("resend", await resendInvitationAction(at, null, only("invitation", resend)), typed);
  const act = async (ctx: WorkspaceContext, input: z.output<typeof InvitePlainly>) => ({
    ...(await inviteInWords(inviteMembers)(ctx, input)),
    leftOut: namesLeftOut(typed.people?.[0] ?? ""),
  });
  const result = await runAction(contextAt(at), InvitePlainly, form, act, "sent");
  if (result.ok) refresh();
  return plainly("invite", result, typed);
}

const plainly = <Act, T>(act: Act, result: FormState<T>, typed: Record<string, string[]>) =>
  result && { ...result, act, typed };

function only(name: string, value: FormDataEntryValue): FormData {
  const form = new FormData();
  form.set(name, value);
  return form;
}

export async function undoInviteAction(at: WorkspacePlace, _: FormState<Undone>, form: FormData): Of<Undone> {
  const result = await runAction(contextAt(at), UndoInvite, form, undoInvite);
  if (result.ok) refresh();
  return result;
}

export async function requestInternalAction(
  at: WorkspacePlace,
  _: FormState<Record<string, never>>,
  form: FormData,
): Of<Record<string, never>> {
  return runAction(contextAt(at), RequestInternal, form, requestInternal, "sent");
}

const wordsFor = ({ language }: WorkspaceContext) =>
  getTranslations({ locale: language, namespace: "invite" });

type Resent = Said & { sentTo: string };

export async function resendInvitationAction(
  at: WorkspacePlace,
  _: FormState<Resent>,
  form: FormData,
): Of<Resent> {
  const result = await runAction(contextAt(at), OneInvitation, form, resendOne, "sent");
  if (result.ok) refresh();
  return result;
}

async function resendOne(ctx: WorkspaceContext, { invitation }: { invitation: string }): Promise<Resent> {
  const [outcome] = await resendInvitations(ctx, { invitations: [invitation] });
  if (outcome?.isSent && outcome.resendAt) {
    const { name, resendAt } = outcome;
    const seconds = Math.ceil((resendAt.getTime() - Date.now()) / 10_000) * 10;
    const t = await wordsFor(ctx);
    const said = seconds > 0 ? t("box.resentWait", { name, seconds }) : t("offers.resent", { name });
    return { sentTo: name, said };
  }
  throw new DomainError("limited", outcome?.reason ?? "Nothing was sent.");
}

type Copied = Said & { link: string; linkKey: string };

export async function copyInviteLinkAction(
  at: WorkspacePlace,
  _: FormState<Copied>,
  form: FormData,
): Of<Copied> {
  const result = await runAction(contextAt(at), OneInvitation, form, async (ctx, input) => {
    const { name, path, linkKey, codeGoesTo } = await copyInviteLink(ctx, input);
    const t = await wordsFor(ctx);
    const said = codeGoesTo ? t("box.copiedByPhone", { address: codeGoesTo }) : t("box.copied", { name });
    return { link: `${env().APP_URL}${path}`, linkKey, said };
  });
  if (result.ok) refresh();
  return result;
}

/** An act upon one invitation that answers with a sentence of its own. */
const saying =
  (act: Act, words: "box.replaced" | "box.cancelled" | "box.stopped" | "box.resumed") =>
  async (ctx: WorkspaceContext, input: z.output<typeof OneInvitation>): Promise<Said> => {
    const { name } = await act(ctx, input);
    return { said: (await wordsFor(ctx))(words, { name }) };
  };

type Act = (ctx: WorkspaceContext, input: z.output<typeof OneInvitation>) => Promise<{ name: string }>;

export async function replaceLinkAction(at: WorkspacePlace, _: FormState<Said>, form: FormData): Of<Said> {
  const result = await runAction(contextAt(at), OneInvitation, form, saying(replaceLink, "box.replaced"));
  if (result.ok) refresh();
  return result;
}

export async function changeAddressAction(at: WorkspacePlace, _: FormState<Said>, form: FormData): Of<Said> {
  const result = await runAction(contextAt(at), ChangeAddress, form, changed, "sent");
  if (result.ok) refresh();
  return result;
}

async function changed(ctx: WorkspaceContext, input: z.output<typeof ChangeAddress>): Promise<Said> {
  const { address, sent } = await changeAddress(ctx, input);
  const t = await wordsFor(ctx);
  return { said: sent > 0 ? t("box.changed", { address }) : t("box.saved") };
}

export async function cancelInvitationAction(
  at: WorkspacePlace,
  _: FormState<Said>,
  form: FormData,
): Of<Said> {
  const result = await runAction(
    contextAt(at),
    OneInvitation,
    form,
    saying(cancelInvitation, "box.cancelled"),
  );
  if (result.ok) refresh();
  return result;
}

export async function stopRemindersAction(at: WorkspacePlace, _: FormState<Said>, form: FormData): Of<Said> {
  const result = await runAction(contextAt(at), OneInvitation, form, saying(stopReminders, "box.stopped"));
  if (result.ok) refresh();
  return result;
}

export async function resumeRemindersAction(
  at: WorkspacePlace,
  _: FormState<Said>,
  form: FormData,
): Of<Said> {
  const result = await runAction(contextAt(at), OneInvitation, form, saying(resumeReminders, "box.resumed"));
  if (result.ok) refresh();
  return result;
}
