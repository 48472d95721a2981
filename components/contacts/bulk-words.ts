import type { BulkAct } from "@/lib/domain/bulk";
import type { BulkAnswer } from "@/lib/domain/bulk-acts";

export const actWords: Record<BulkAct, string> = {
  workspace: "Add to Workspace",
  group: "Add to group",
  invite: "Invite",
  deactivate: "Deactivate",
};

export const people = (count: number): string =>
  count === 1 ? "1 person" : `${count.toLocaleString("en")} people`;

/** The button that does it: the verb, the number, and where to. */
export function buttonWords(act: BulkAct, count: number, target: string | undefined): string {
  if (act === "invite") return `Invite ${people(count)}`;
  if (act === "deactivate") return `Deactivate ${people(count)}`;
  return target ? `Add ${people(count)} to ${target}` : `Add ${people(count)}`;
}

/** "Ann, Ben and 198 more". */
export function namesWords(names: string[], count: number): string {
  const more = count - names.length;
  if (more > 0) return `${names.join(", ")} and ${more.toLocaleString("en")} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
}

/** "198 invited, 2 added." */
export function doneWords({ done, notDone }: BulkAnswer): string {
  const counts = done.map(({ status, count }) => `${count.toLocaleString("en")} ${status}`);
  const parts = notDone.length > 0 ? [...counts, `${notDone.length.toLocaleString("en")} not done`] : counts;
  return `${parts.join(", ")}.`;
}
