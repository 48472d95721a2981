"use server";

import { refresh } from "next/cache";
import { LiftSuppressions, liftSuppressions } from "@/lib/domain/suppressions";
import { SendTest, sendTestMessage } from "@/lib/domain/test-message";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, runAction } from "./run";
import { type Said, told } from "./told";

export async function sendTestMessageAction(
  at: OrganizationPlace,
  _: FormState<Said>,
  form: FormData,
): Promise<FormState<Said>> {
  const result = await runAction(organizationAt(at), SendTest, form, told(sendTestMessage), "sent");
  if (result.ok) refresh();
  return result;
}

export async function liftSuppressionsAction(
  at: OrganizationPlace,
  _: FormState<Said>,
  form: FormData,
): Promise<FormState<Said>> {
  const result = await runAction(organizationAt(at), LiftSuppressions, form, told(liftSuppressions));
  if (result.ok) refresh();
  return result;
}
