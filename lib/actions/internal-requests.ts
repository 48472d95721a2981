"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { AddSelf, addSelf } from "@/lib/domain/add-self";
import { AnswerRequest, answerInternalRequest } from "@/lib/domain/internal-requests";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, runAction } from "./run";

export async function answerRequestAction(
  at: OrganizationPlace,
  _: FormState<{ name: string }>,
  form: FormData,
): Promise<FormState<{ name: string }>> {
  const result = await runAction(organizationAt(at), AnswerRequest, form, answerInternalRequest, "sent");
  refresh();
  return result;
}

export async function addSelfAction(
  at: OrganizationPlace,
  _: FormState<{ workspace: string }>,
  form: FormData,
): Promise<FormState<{ workspace: string }>> {
  const result = await runAction(organizationAt(at), AddSelf, form, addSelf);
  if (result.ok) redirect(`/${at.org}/w/${result.data.workspace}`);
  return result;
}
