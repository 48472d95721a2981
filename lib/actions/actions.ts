"use server";

import { refresh } from "next/cache";
import { completeAction, DeclineAction, declineAction, OneAction, reopenAction } from "@/lib/domain/actions";
import { contextAt, type WorkspacePlace } from "./place";
import { type FormState, runAction } from "./run";

type Done = FormState<{ title: string }>;

export async function completeActionAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  const result = await runAction(contextAt(at), OneAction, form, completeAction);
  if (result.ok) refresh();
  return result;
}

export async function declineActionAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  const result = await runAction(contextAt(at), DeclineAction, form, declineAction);
  if (result.ok) refresh();
  return result;
}

export async function reopenActionAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  const result = await runAction(contextAt(at), OneAction, form, reopenAction);
  if (result.ok) refresh();
  return result;
}
