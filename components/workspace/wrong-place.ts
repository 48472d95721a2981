import type { FlowDraft } from "@/lib/actions/flow-draft";

/** One field of one row of a flow's form. */
export type WrongPlace = { list: "roles" | "actions"; row: number; field: string };

/**
 * The field that a refusal is about, from the place in the flow that was sent, where the form's empty rows are left
 * out. Null when it is about the flow as a whole.
 */
export function wrongPlace(within: PropertyKey[] | undefined, draft: FlowDraft): WrongPlace | null {
  const [, list, place, field] = within ?? [];
  if ((list !== "roles" && list !== "actions") || typeof place !== "number") return null;
  const texts =
    list === "roles" ? draft.roles.map(({ name }) => name) : draft.actions.map(({ title }) => title);
  const sent = texts.flatMap((text, row) => (text.trim() === "" ? [] : [row]));
  return { list, row: sent[place] ?? place, field: String(field) };
}

/** Marks a field when it is the wrong one of its row; what is wrong stands above the rows. */
export const markWrong = (wrong: string | undefined, field: string) =>
  wrong === field ? ({ "aria-invalid": true, "aria-describedby": "flow" } as const) : null;
