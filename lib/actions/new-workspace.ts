"use server";

import type { FormState } from "./run";
import { createWorkspaceAction } from "./workspaces";

/** What stands in the form of a new workspace: one entry a row, in order; `role` is a row of `roles`. */
export type Draft = {
  /** Made with the page: the same form sent twice starts one workspace. */
  command: string;
  name: string;
  dueOn: string;
  roles: { name: string; audience: string }[];
  actions: {
    title: string;
    kind: string;
    role: string;
    dueOn: string;
    start: string;
    instructions: string;
  }[];
};

export type NewWorkspaceState = { answer: FormState<{ id: string }>; draft: Draft } | null;

const MAX_ROWS = 250;

/** Reads the rows of the form as they were typed, so that a form sent without script loses nothing. */
function readDraft(form: FormData): Draft {
  const column = (name: string) =>
    form
      .getAll(name)
      .slice(0, MAX_ROWS)
      .map((value) => (typeof value === "string" ? value : ""));
  const only = (name: string) => column(name)[0] ?? "";
  const [audiences, kinds, owners, days, starts, texts] = [
    "role.audience",
    "action.kind",
    "action.role",
    "action.dueOn",
    "action.start",
    "action.instructions",
  ].map(column);
  return {
    command: only("command"),
    name: only("name"),
    dueOn: only("dueOn"),
    roles: column("role.name").map((name, row) => ({ name, audience: audiences?.[row] ?? "" })),
    actions: column("action.title").map((title, row) => ({
      title,
      kind: kinds?.[row] ?? "",
      role: owners?.[row] ?? "",
      dueOn: days?.[row] ?? "",
      start: starts?.[row] ?? "",
      instructions: texts?.[row] ?? "",
    })),
  };
}

/** The flow without the rows left empty; actions point to the place their role then has, or past the end. */
function flowOf({ roles, actions }: Draft): string {
  const kept = roles.map(({ name }, row) => ({ name, row })).filter(({ name }) => name.trim() !== "");
  const placeOf = (role: string) => {
    const place = kept.findIndex(({ row }) => String(row) === role);
    return place < 0 ? kept.length : place;
  };
  return JSON.stringify({
    roles: kept.map(({ row }) => roles[row]),
    actions: actions
      .filter(({ title }) => title.trim() !== "")
      .map(({ role, start, ...action }) => ({
        ...action,
        role: placeOf(role),
        isParallel: start === "together",
      })),
  });
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
  command.set("flow", flowOf(draft));
  return { answer: await createWorkspaceAction(at, null, command), draft };
}
