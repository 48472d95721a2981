"use server";

import { refresh } from "next/cache";
import { RemoveMember, removeMember } from "@/lib/domain/members";
import { contextAt, type WorkspacePlace } from "./place";
import { type FormState, runAction } from "./run";

export async function removeMemberAction(
  at: WorkspacePlace,
  _: FormState<{ name: string }>,
  form: FormData,
): Promise<FormState<{ name: string }>> {
  const result = await runAction(contextAt(at), RemoveMember, form, removeMember);
  if (result.ok) refresh();
  return result;
}
