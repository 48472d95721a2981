"use server";

import { redirect } from "next/navigation";
import { enterSession } from "@/lib/auth/session-cookie";
import { userContext } from "@/lib/context";
import { SetUp, setUp } from "@/lib/domain/setup";
import { type Failure, readForm, runAction } from "./run";

/** A refused form with what was typed into it. */
export type SetUpState = (Failure & { typed: Record<string, string> }) | null;

/** Sets the installation up, once, and shows the first admin the empty timeline. */
export async function setUpAction(_: SetUpState, form: FormData): Promise<SetUpState> {
  const result = await runAction(userContext, SetUp, form, setUp);
  if (!result.ok) return { ...result, typed: typedTexts(form) };
  await enterSession(result.data.secret);
  redirect(`/${result.data.slug}/timeline`);
}

const typedTexts = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    Object.entries(readForm(form)).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    ),
  );
