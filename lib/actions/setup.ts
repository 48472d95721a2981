"use server";

import { redirect } from "next/navigation";
import { enterSession } from "@/lib/auth/session-cookie";
import { userContext } from "@/lib/context";
import { SetUp, setUp } from "@/lib/domain/setup";
import { type KeptState, keepTyped, runAction } from "./run";

/** Sets the installation up, once, and shows the first admin the empty timeline. */
export async function setUpAction(_: KeptState<never>, form: FormData): Promise<KeptState<never>> {
  const result = await runAction(userContext, SetUp, form, setUp);
  if (!result.ok) return keepTyped(result, form);
  await enterSession(result.data.secret);
  redirect(`/${result.data.slug}/timeline`);
}
