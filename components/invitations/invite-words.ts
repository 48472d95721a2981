import { peopleWords } from "@/components/people-field/chip-words";
import type { Outcome } from "@/lib/domain/views";

/** Everybody an act was about: the people of a group in its place. */
const everybody = (outcomes: Outcome[]) => outcomes.flatMap((outcome) => outcome.people ?? [outcome]);

const count = (outcomes: Outcome[], status: Outcome["status"]) =>
  everybody(outcomes).filter((outcome) => outcome.status === status).length;

/** How many an act invited or added. */
export const doneCount = (outcomes: Outcome[]): number =>
  count(outcomes, "invited") + count(outcomes, "added");

/** "Kim Lee invited.", "7 people invited.", "5 invited, 2 added.": what went well, and who of a group could not be sent to. */
export function doneWords(outcomes: Outcome[]): string {
  const unsent = outcomes.flatMap(unsentWords);
  const good = goodWords(outcomes, unsent.length > 0);
  return [good, ...unsent].join(" ");
}

function goodWords(outcomes: Outcome[], isShort: boolean): string {
  const done = everybody(outcomes).filter(({ status }) => status === "invited" || status === "added");
  const [one] = done;
  const invited = count(done, "invited");
  const added = done.length - invited;
  const number = isShort ? String : peopleWords;
  if (done.length === 1 && one) return `${one.name} ${one.status}.`;
  if (added === 0 && invited > 0) return `${number(invited)} invited.`;
  if (added > 0) return invited === 0 ? `${number(added)} added.` : `${invited} invited, ${added} added.`;
  const groups = outcomes.flatMap(({ people, name }) => (people ? [name] : []));
  return groups.length > 0 ? `${groups.join(", ")} added.` : "Nobody had to be invited.";
}

/** "1 of Acme finance could not be sent to: mail to this address came back." */
function unsentWords({ name, people = [] }: Outcome): string[] {
  const unsent = people.filter(({ status }) => /^(?:not_allowed|over_limit|invalid)$/.test(status));
  if (unsent.length === 0) return [];
  const reasons = [...new Set(unsent.map(({ reason }) => reason ?? "not sent"))].join("; ");
  return [`${unsent.length} of ${name} could not be sent to: ${reasons}${reasons.endsWith(".") ? "" : "."}`];
}

/** What became of giving a role to a person or a group. */
export function assignedWords([outcome]: Outcome[], role: string): string {
  if (outcome?.people) {
    const rest = doneCount([outcome]) > 0 ? ` ${doneWords([outcome])}` : "";
    return `${outcome.name} is now ${role}.${rest}`;
  }
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
