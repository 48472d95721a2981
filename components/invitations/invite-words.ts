import type { Outcome } from "@/lib/domain/views";

const count = (outcomes: Outcome[], status: Outcome["status"]) =>
  outcomes.filter((outcome) => outcome.status === status).length;

const people = (n: number) => `${n} ${n === 1 ? "person" : "people"}`;

/** How many an act invited or added. */
export const doneCount = (outcomes: Outcome[]): number =>
  count(outcomes, "invited") + count(outcomes, "added");

/** "Kim Lee invited.", "7 people invited.", "5 invited, 2 added.": what went well. */
export function doneWords(outcomes: Outcome[]): string {
  const done = outcomes.filter(({ status }) => status === "invited" || status === "added");
  const [one] = done;
  const invited = count(done, "invited");
  const added = done.length - invited;
  if (done.length === 1 && one) return `${one.name} ${one.status}.`;
  if (added === 0) return invited > 0 ? `${people(invited)} invited.` : "Nobody had to be invited.";
  return invited === 0 ? `${people(added)} added.` : `${invited} invited, ${added} added.`;
}

/** What became of giving a role to somebody. */
export function assignedWords([outcome]: Outcome[], role: string): string {
  if (outcome?.status === "invited") return `${outcome.name} invited as ${role}.`;
  return outcome ? `${outcome.name} is now ${role}.` : "";
}

/** "5 invited. 2 need your attention." */
export function partialWords(outcomes: Outcome[], left: number): string {
  const done = doneCount(outcomes);
  const good =
    done > 0
      ? `${count(outcomes, "added") === done ? `${done} added` : `${done} invited`}.`
      : "Nobody was invited.";
  return `${good} ${left} ${left === 1 ? "needs" : "need"} your attention.`;
}
