"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import {
  AssignByAddress,
  AssignRole,
  assignByAddress,
  assignRole,
  UnassignRole,
  unassignRole,
} from "@/lib/domain/roles";
import type { InviteAnswer } from "@/lib/domain/views";
import { inviteInWords } from "./outcomes";
import { contextAt, type WorkspacePlace } from "./place";
import { type FormState, runAction } from "./run";

export async function assignRoleAction(
  at: WorkspacePlace,
  _: FormState<InviteAnswer>,
  form: FormData,
): Promise<FormState<InviteAnswer>> {
  const result = await runAction(contextAt(at), AssignRole, form, inviteInWords(assignRole), "sent");
  if (result.ok) refresh();
  return result;
}

export async function assignByAddressAction(
  at: WorkspacePlace,
  _: FormState<{ name: string }>,
  form: FormData,
): Promise<FormState<{ name: string }>> {
  const result = await runAction(contextAt(at), AssignByAddress, form, assignByAddress, "sent");
  if (result.ok) redirect(`/${at.org}/w/${at.workspace}?panel=members&role=${form.get("role")}`);
  return result;
}

export async function unassignRoleAction(
  at: WorkspacePlace,
  _: FormState<{ role: string; name: string }>,
  form: FormData,
): Promise<FormState<{ role: string; name: string }>> {
  const result = await runAction(contextAt(at), UnassignRole, form, unassignRole);
  if (result.ok) refresh();
  return result;
}
