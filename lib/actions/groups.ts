"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { AddToGroup, addToGroup, RemoveFromGroup, removeFromGroup } from "@/lib/domain/group-people";
import { DeleteGroup, deleteGroup, EditGroup, editGroup } from "@/lib/domain/groups";
import { namesLeftOut } from "@/lib/domain/invite-plainly";
import { ResendGroup, resendPortal } from "@/lib/domain/resend-all";
import type { InviteAnswer } from "@/lib/domain/views";
import { inviteInWords, resendInWords, type SaidResend } from "./outcomes";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, type KeptState, keepTyped, runAction } from "./run";
import { typedIn } from "./typed-in";

/** `leftOut`: addresses that were typed with a name that no message may carry. */
export type AddedToGroup = InviteAnswer & { leftOut: string[] };

export async function addToGroupAction(
  at: OrganizationPlace,
  _: KeptState<AddedToGroup>,
  form: FormData,
): Promise<KeptState<AddedToGroup>> {
  const typed = typedIn(form).people?.[0] ?? "";
  const result = await runAction(
    organizationAt(at),
    AddToGroup,
    form,
    async (ctx, input) => ({
      ...(await inviteInWords(addToGroup)(ctx, input)),
      leftOut: typed.startsWith("[") ? [] : namesLeftOut(typed),
    }),
    "sent",
  );
  if (result.ok) refresh();
  return keepTyped(result, form);
}

export async function removeFromGroupAction(
  at: OrganizationPlace,
  _: FormState<{ removed: number }>,
  form: FormData,
): Promise<FormState<{ removed: number }>> {
  const result = await runAction(organizationAt(at), RemoveFromGroup, form, removeFromGroup);
  if (result.ok) refresh();
  return result;
}

export async function editGroupAction(
  at: OrganizationPlace,
  _: FormState<{ name: string }>,
  form: FormData,
): Promise<FormState<{ name: string }>> {
  const result = await runAction(organizationAt(at), EditGroup, form, editGroup);
  if (result.ok) refresh();
  return result;
}

export async function deleteGroupAction(
  at: OrganizationPlace & { tab: "groups" | "teams" },
  _: FormState<{ name: string }>,
  form: FormData,
): Promise<FormState<{ name: string }>> {
  const result = await runAction(organizationAt(at), DeleteGroup, form, deleteGroup);
  if (result.ok) redirect(`/${at.org}/contacts?tab=${at.tab === "teams" ? "teams" : "groups"}&deleted=1`);
  return result;
}

export async function resendGroupAction(
  at: OrganizationPlace,
  _: FormState<SaidResend>,
  form: FormData,
): Promise<FormState<SaidResend>> {
  const result = await runAction(organizationAt(at), ResendGroup, form, resendInWords(resendPortal), "sent");
  if (result.ok) refresh();
  return result;
}
