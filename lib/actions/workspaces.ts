"use server";

import { redirect } from "next/navigation";
import { CreateWorkspace, createWorkspace } from "@/lib/domain/workspaces";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, runAction } from "./run";

export async function createWorkspaceAction(
  at: OrganizationPlace,
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  const result = await runAction(organizationAt(at), CreateWorkspace, form, createWorkspace);
  if (result.ok) redirect(`/${at.org}/w/${result.data.id}`);
  return result;
}
