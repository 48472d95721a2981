"use server";

import { refresh } from "next/cache";
import { UndoAct, undoAct } from "@/lib/domain/undoable";
import { contextAt, type WorkspacePlace } from "./place";
import { type FormState, runAction } from "./run";

export async function undoActAction(
  at: WorkspacePlace,
  _: FormState<{ name: string }>,
  form: FormData,
): Promise<FormState<{ name: string }>> {
  const result = await runAction(contextAt(at), UndoAct, form, undoAct);
  if (result.ok) refresh();
  return result;
}
