"use server";

import { refresh } from "next/cache";
import type { z } from "zod";
import { configuredWays } from "@/lib/delivery/channels";
import type { Context } from "@/lib/domain/context";
import { LiftSuppressions, liftSuppressions } from "@/lib/domain/suppressions";
import { SendTest, sendTestMessage } from "@/lib/domain/test-message";
import { env } from "@/lib/env";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, runAction } from "./run";
import { type Said, told } from "./told";

export async function sendTestMessageAction(
  at: OrganizationPlace,
  _: FormState<Said>,
  form: FormData,
): Promise<FormState<Said>> {
  const ways = configuredWays(env());
  const send = told((ctx: Context, input: z.output<typeof SendTest>) =>
    sendTestMessage(ctx, input, { ways }),
  );
  const result = await runAction(organizationAt(at), SendTest, form, send, "sent");
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
