"use server";

import { flowOf, readFlowDraft } from "./flow-draft";
import type { OrganizationPlace } from "./place";
import { isForm, refusedWith } from "./template-form";
import type { WizardState } from "./wizard";
import { createWorkspaceAction } from "./workspaces";

/** Starts a workspace from the rows of its form; a refusal comes back with everything that was typed. */
export async function createFlowAction(
  at: OrganizationPlace,
  _: WizardState,
  form: FormData,
): Promise<WizardState> {
  const given = isForm(form) ? form : new FormData();
  const command = new FormData();
  for (const name of ["command", "name", "dueOn"]) command.set(name, given.get(name) ?? "");
  command.set("flow", JSON.stringify(flowOf(readFlowDraft(given))));
  const result = await createWorkspaceAction(at, null, command);
  return result?.ok === false ? refusedWith(result, form) : null;
}
