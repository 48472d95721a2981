"use server";

import { refresh } from "next/cache";
import { CompleteAction, completeAction } from "@/lib/domain/actions";
import { contextAt, type WorkspacePlace } from "./place";
import { type FormState, runAction } from "./run";

export async function completeActionAction(
  at: WorkspacePlace,
  _: FormState<{ title: string }>,
  form: FormData,
): Promise<FormState<{ title: string }>> {
  const result = await runAction(contextAt(at), CompleteAction, form, completeAction);
  if (result.ok) refresh();
  return result;
}
