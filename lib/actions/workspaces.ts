"use server";

import { redirect } from "next/navigation";
import { contextFor } from "@/lib/context";
import { notFound } from "@/lib/domain/errors";
import { CreateWorkspace, createWorkspace } from "@/lib/domain/workspaces";
import { type FormState, runAction } from "./run";

export async function createWorkspaceAction(
  at: { org: string },
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  const context = async () => {
    if (typeof at?.org !== "string" || at.org.length > 64) throw notFound();
    return contextFor(at.org);
  };
  const result = await runAction(context, CreateWorkspace, form, createWorkspace);
  if (result.ok) redirect(`/${at.org}/w/${result.data.id}`);
  return result;
}
