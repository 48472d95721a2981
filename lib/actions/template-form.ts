import { flowOf, readFlowDraft } from "./flow-draft";
import type { Failure } from "./run";
import { typedIn } from "./typed-in";
import type { WizardState } from "./wizard";

export const isForm = (form: unknown): form is FormData => form instanceof FormData;

/** The form of a template as the domain reads it: its rows become one flow. */
export function templateForm(form: FormData): FormData {
  const given = isForm(form) ? form : new FormData();
  const sent = new FormData();
  for (const name of ["command", "template", "version", "name", "description", "visibility"])
    for (const value of given.getAll(name)) sent.append(name, value);
  const { roles, actions } = flowOf(readFlowDraft(given));
  const days = actions.map(({ dueOn: dueInDays, ...action }) => ({ ...action, dueInDays }));
  sent.set("flow", JSON.stringify({ roles, actions: days }));
  return sent;
}

/** A refusal with what was typed, by field. */
export function refusedWith(
  failure: Failure,
  form: FormData,
  instead: Record<string, string[]> = {},
): WizardState {
  return { ...failure, typed: { ...(isForm(form) && typedIn(form)), ...instead } };
}
