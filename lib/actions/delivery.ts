"use server";

import { refresh } from "next/cache";
import type { Context } from "@/lib/domain/context";
import { LiftSuppressions, liftSuppressions } from "@/lib/domain/suppressions";
import { SendTest, sendTestMessage } from "@/lib/domain/test-message";
import { sayIn } from "@/lib/words/say";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, runAction } from "./run";

type Said = { said: string };

/** An act whose answer is a sentence, in the words of who acts. */
const told =
  <I>(act: (ctx: Context, input: I) => Promise<Said>) =>
  async (ctx: Context, input: I): Promise<Said> => ({
    said: sayIn(ctx.language)((await act(ctx, input)).said),
  });

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
