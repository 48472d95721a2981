/** The rows of a flow as they stand in its form, in order; `role` is a row of `roles`. */
export type FlowDraft = {
  roles: { name: string; audience: string }[];
  actions: {
    title: string;
    kind: string;
    role: string;
    /** A day; in a template, a number of days. */
    dueOn: string;
    instructions: string;
    /** "together" with the action before, or "after" it. */
    start: string;
  }[];
};

const MAX_ROWS = 250;

/** The texts of one field of the form, a row each. */
const columnOf = (form: FormData, name: string): string[] =>
  form
    .getAll(name)
    .slice(0, MAX_ROWS)
    .map((value) => (typeof value === "string" ? value : ""));

/** Reads the rows of the form as they were typed, so that a form sent without script loses nothing. */
export function readFlowDraft(form: FormData): FlowDraft {
  const column = (name: string) => columnOf(form, name);
  const [audiences, kinds, owners, days, texts, starts] = [
    "role.audience",
    "action.kind",
    "action.role",
    "action.dueOn",
    "action.instructions",
    "action.start",
  ].map(column);
  return {
    roles: column("role.name").map((name, row) => ({ name, audience: audiences?.[row] ?? "" })),
    actions: column("action.title").map((title, row) => ({
      title,
      kind: kinds?.[row] ?? "",
      role: owners?.[row] ?? "",
      dueOn: days?.[row] ?? "",
      instructions: texts?.[row] ?? "",
      start: starts?.[row] ?? "",
    })),
  };
}

/** The flow without the rows left empty; actions point to the place their role then has, or past the end. */
export function flowOf({ roles, actions }: FlowDraft) {
  const kept = roles.map(({ name }, row) => ({ name, row })).filter(({ name }) => name.trim() !== "");
  const placeOf = (role: string) => {
    const place = kept.findIndex(({ row }) => String(row) === role);
    return place < 0 ? kept.length : place;
  };
  return {
    roles: kept.map(({ row }) => roles[row]),
    actions: actions
      .filter(({ title }) => title.trim() !== "")
      .map(({ role, start, ...action }) => ({
        ...action,
        role: placeOf(role),
        isParallel: start === "together",
      })),
  };
}
