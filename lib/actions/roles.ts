"use server";

import { refresh } from "next/cache";
import { AssignRole, assignRole } from "@/lib/domain/roles";
import type { InviteAnswer } from "@/lib/domain/views";
import { contextAt, type WorkspacePlace } from "./place";
import { type FormState, runAction } from "./run";

export async function assignRoleAction(
  at: WorkspacePlace,
  _: FormState<InviteAnswer>,
  form: FormData,
): Promise<FormState<InviteAnswer>> {
  const result = await runAction(contextAt(at), AssignRole, form, assignRole, "sent");
  if (result.ok) refresh();
  return result;
}
