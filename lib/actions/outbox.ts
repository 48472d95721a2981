"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { configuredWays } from "@/lib/delivery/channels";
import { continueSending, PauseSending, pauseSending } from "@/lib/domain/pause-sending";
import { SendAgain, sendAgain } from "@/lib/domain/send-again";
import { env } from "@/lib/env";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, runAction } from "./run";

export async function pauseSendingAction(
  at: OrganizationPlace,
  _: FormState<null>,
  form: FormData,
): Promise<FormState<null>> {
  const providers = configuredWays(env()).map(({ name }) => name);
  const result = await runAction(organizationAt(at), PauseSending, form, (ctx) =>
    pauseSending(ctx, { providers }),
  );
  if (result.ok) refresh();
  return result;
}

export async function continueSendingAction(
  at: OrganizationPlace,
  _: FormState<null>,
  form: FormData,
): Promise<FormState<null>> {
  const result = await runAction(organizationAt(at), PauseSending, form, continueSending);
  if (result.ok) refresh();
  return result;
}

/** Leads to the new message. */
export async function sendAgainAction(
  at: OrganizationPlace,
  _: FormState<{ message: string }>,
  form: FormData,
): Promise<FormState<{ message: string }>> {
  const result = await runAction(organizationAt(at), SendAgain, form, sendAgain, "sent");
  if (result.ok) redirect(`/${at.org}/outbox?message=${result.data.message}`);
  return result;
}
