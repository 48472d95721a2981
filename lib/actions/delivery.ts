"use server";

import { refresh } from "next/cache";
import { LiftSuppressions, liftSuppressions } from "@/lib/domain/suppressions";
import { SendTest, sendTestMessage } from "@/lib/domain/test-message";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, runAction } from "./run";

type Said = { said: string };

export async function sendTestMessageAction(
  at: OrganizationPlace,
  _: FormState<Said>,
  form: FormData,
): Promise<FormState<Said>> {
  const result = await runAction(organizationAt(at), SendTest, form, sendTestMessage, "sent");
  if (result.ok) refresh();
  return result;
}

export async function liftSuppressionsAction(
  at: OrganizationPlace,
  _: FormState<Said>,
  form: FormData,
): Promise<FormState<Said>> {
  const result = await runAction(organizationAt(at), LiftSuppressions, form, liftSuppressions);
  if (result.ok) refresh();
  return result;
}
