"use server";

import { refresh } from "next/cache";
import { RemoveGroup, removeGroupFromWorkspace } from "@/lib/domain/groups";
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

export async function removeGroupAction(
  at: WorkspacePlace,
  _: FormState<{ name: string }>,
  form: FormData,
): Promise<FormState<{ name: string }>> {
  const result = await runAction(contextAt(at), RemoveGroup, form, removeGroupFromWorkspace);
  if (result.ok) refresh();
  return result;
}
