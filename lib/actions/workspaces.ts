"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { ArchiveWorkspace, archiveWorkspace, restoreWorkspace } from "@/lib/domain/archive";
import { HandOver, handOver } from "@/lib/domain/hand-over";
import { SaveWorkspace, saveWorkspace } from "@/lib/domain/workspace-settings";
import { CreateWorkspace, createWorkspace } from "@/lib/domain/workspaces";
import { contextAt, type OrganizationPlace, organizationAt, type WorkspacePlace } from "./place";
import { type FormState, type KeptState, keepTyped, runAction } from "./run";
import { told } from "./told";

export async function createWorkspaceAction(
  at: OrganizationPlace,
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  const result = await runAction(organizationAt(at), CreateWorkspace, form, createWorkspace);
  if (result.ok) redirect(`/${at.org}/w/${result.data.id}`);
  return result;
}

export async function saveWorkspaceAction(
  at: WorkspacePlace,
  _: KeptState<{ changed: number }>,
  form: FormData,
): Promise<KeptState<{ changed: number }>> {
  const result = await runAction(contextAt(at), SaveWorkspace, form, saveWorkspace);
  if (result.ok) refresh();
  return keepTyped(result, form);
}

export async function handOverAction(
  at: WorkspacePlace,
  _: FormState<{ name: string }>,
  form: FormData,
): Promise<FormState<{ name: string }>> {
  const result = await runAction(contextAt(at), HandOver, form, handOver);
  // Who owned it may not see the settings any more.
  if (result.ok) redirect(`/${at.org}/w/${at.workspace}`);
  return result;
}

export async function archiveWorkspaceAction(
  at: WorkspacePlace,
  _: FormState<{ said: string }>,
  form: FormData,
): Promise<FormState<{ said: string }>> {
  const result = await runAction(contextAt(at), ArchiveWorkspace, form, told(archiveWorkspace));
  if (result.ok) refresh();
  return result;
}

export async function restoreWorkspaceAction(
  at: WorkspacePlace,
  _: FormState<{ said: string }>,
  form: FormData,
): Promise<FormState<{ said: string }>> {
  const result = await runAction(contextAt(at), ArchiveWorkspace, form, told(restoreWorkspace));
  if (result.ok) refresh();
  return result;
}
