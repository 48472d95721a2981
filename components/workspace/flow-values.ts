import type { Values } from "@/components/wizard/wizard-words";
import type { FlowDraft } from "@/lib/actions/flow-draft";

/** The empty rows that the form of a new flow begins with. */
export const noFlow: Values = {
  "role.name": ["", ""],
  "role.audience": ["any", "any"],
  "action.title": ["", "", ""],
};

/** The rows of the form among its values. */
export function rowsOf(column: (name: string) => string[]): FlowDraft {
  const at = (name: string, row: number, otherwise = "") => column(name)[row] ?? otherwise;
  return {
    roles: column("role.name").map((name, row) => ({ name, audience: at("role.audience", row, "any") })),
    actions: column("action.title").map((title, row) => ({
      title,
      kind: at("action.kind", row, "todo"),
      role: at("action.role", row, "0"),
      dueOn: at("action.dueOn", row),
      instructions: at("action.instructions", row),
      start: at("action.start", row, "after"),
    })),
  };
}
