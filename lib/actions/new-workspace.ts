"use server";

import { type FlowDraft, flowOf, readFlowDraft } from "./flow-draft";
import type { FormState } from "./run";
import { createWorkspaceAction } from "./workspaces";

/** What stands in the form of a new workspace. */
export type Draft = FlowDraft & {
  /** Made with the page: the same form sent twice starts one workspace. */
  command: string;
  name: string;
  dueOn: string;
};

export type NewWorkspaceState = { answer: FormState<{ id: string }>; draft: Draft } | null;

function readDraft(form: FormData): Draft {
  const only = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return { command: only("command"), name: only("name"), dueOn: only("dueOn"), ...readFlowDraft(form) };
}

/** Starts a workspace from the rows of its form; a refusal comes back with everything that was typed. */
export async function createFlowAction(
  at: { org: string },
  _: NewWorkspaceState,
  form: FormData,
): Promise<NewWorkspaceState> {
  const draft = readDraft(form instanceof FormData ? form : new FormData());
  const command = new FormData();
  command.set("command", draft.command);
  command.set("name", draft.name);
  command.set("dueOn", draft.dueOn);
  command.set("flow", JSON.stringify(flowOf(draft)));
  return { answer: await createWorkspaceAction(at, null, command), draft };
}
