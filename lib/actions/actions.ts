"use server";

import { refresh } from "next/cache";
import {
  CompleteAction,
  completeAction,
  DeclineAction,
  declineAction,
  ReopenAction,
  reopenAction,
} from "@/lib/domain/actions";
import { contextAt, type WorkspacePlace } from "./place";
import { type FormState, runAction } from "./run";

type Done = FormState<{ title: string }>;

export async function completeActionAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  const result = await runAction(contextAt(at), CompleteAction, form, completeAction);
  if (result.ok) refresh();
  return result;
}

export async function declineActionAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  const result = await runAction(contextAt(at), DeclineAction, form, declineAction);
  if (result.ok) refresh();
  return result;
}

export async function reopenActionAction(at: WorkspacePlace, _: Done, form: FormData): Promise<Done> {
  const result = await runAction(contextAt(at), ReopenAction, form, reopenAction);
  if (result.ok) refresh();
  return result;
}
