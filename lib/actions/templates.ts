"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { StartFromTemplate, startFromTemplate } from "@/lib/domain/template-use";
import {
  CreateTemplate,
  createTemplate,
  DuplicateTemplate,
  deleteTemplate,
  duplicateTemplate,
  EditTemplate,
  editTemplate,
  getTemplate,
  OneTemplate,
} from "@/lib/domain/templates";
import { sayIn } from "@/lib/words/say";
import { type OrganizationPlace, organizationAt } from "./place";
import { type FormState, runAction } from "./run";
import { isForm, refusedWith, templateForm } from "./template-form";
import type { WizardState } from "./wizard";

/** Keeps a new template, or comes back with everything that was typed. */
export async function createTemplateAction(
  at: OrganizationPlace,
  _: WizardState,
  form: FormData,
): Promise<WizardState> {
  const result = await runAction(organizationAt(at), CreateTemplate, templateForm(form), createTemplate);
  if (!result.ok) return refusedWith(result, form);
  redirect(`/${at.org}/templates?done=created`);
}

/** Saves a template; when somebody was faster, the next attempt takes the place of their change. */
export async function editTemplateAction(
  at: OrganizationPlace,
  _: WizardState,
  form: FormData,
): Promise<WizardState> {
  const result = await runAction(organizationAt(at), EditTemplate, templateForm(form), editTemplate);
  if (result.ok) redirect(`/${at.org}/templates?done=saved`);
  if (result.code !== "conflict") return refusedWith(result, form);
  const now = await organizationAt(at)()
    .then((ctx) => getTemplate(ctx, String(form.get("template"))))
    .catch(() => null);
  return refusedWith(result, form, now ? { version: [now.version] } : {});
}

export async function duplicateTemplateAction(
  at: OrganizationPlace,
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  const result = await runAction(organizationAt(at), DuplicateTemplate, form, (ctx, input) =>
    duplicateTemplate(ctx, input, sayIn(ctx.language)),
  );
  if (result.ok) redirect(`/${at.org}/templates/${result.data.id}`);
  return result;
}

export async function deleteTemplateAction(
  at: OrganizationPlace,
  _: FormState<{ name: string }>,
  form: FormData,
): Promise<FormState<{ name: string }>> {
  const result = await runAction(organizationAt(at), OneTemplate, form, deleteTemplate);
  if (result.ok) redirect(`/${at.org}/templates?done=deleted`);
  return result;
}

/** Makes the workspace and brings its people; a refusal comes back with everything that was typed. */
export async function startFromTemplateAction(
  at: OrganizationPlace,
  _: WizardState,
  form: FormData,
): Promise<WizardState> {
  const result = await runAction(organizationAt(at), StartFromTemplate, form, startFromTemplate, "sent");
  if (result.ok)
    redirect(`/${at.org}/templates/${result.data.template}/use/${isForm(form) ? form.get("command") : ""}`);
  if (result.code === "conflict") refresh();
  return refusedWith(result, form);
}
