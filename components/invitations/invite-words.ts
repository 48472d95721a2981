import type { Outcome } from "@/lib/domain/views";
import type { RoomWords } from "@/lib/words/room";

type T = RoomWords<"invite">;

/** Everybody an act was about: the people of a group in its place. */
const everybody = (outcomes: Outcome[]) => outcomes.flatMap((outcome) => outcome.people ?? [outcome]);

const count = (outcomes: Outcome[], status: Outcome["status"]) =>
  everybody(outcomes).filter((outcome) => outcome.status === status).length;

/** How many an act invited or added. */
export const doneCount = (outcomes: Outcome[]): number =>
  count(outcomes, "invited") + count(outcomes, "added");

/** Whether something was done to tell of: somebody was invited or added, or a group came of whom nobody had to be. */
export const isDone = (outcomes: Outcome[]): boolean =>
  doneCount(outcomes) > 0 || outcomes.some(({ people }) => people);

/** "Kim Lee invited.", "7 people invited.", "5 invited, 2 added.": what went well, and who of a group could not be sent to. */
export function doneWords(outcomes: Outcome[], t: T): string {
  const unsent = outcomes.flatMap((outcome) => unsentWords(outcome, t));
  const good = goodWords(outcomes, unsent.length > 0, t);
  return [good, ...unsent].join(" ");
}

function goodWords(outcomes: Outcome[], isShort: boolean, t: T): string {
  const done = everybody(outcomes).filter(({ status }) => status === "invited" || status === "added");
  const [one] = done;
  if (done.length === 1 && one)
    return t(one.status === "invited" ? "outcome.oneInvited" : "outcome.oneAdded", { name: one.name });
  if (done.length > 0) return countWords(done, isShort, t);
  const groups = outcomes.flatMap(({ people, name }) => (people ? [name] : []));
  return groups.length > 0
    ? t("outcome.groupsAdded", { names: groups.join(", ") })
    : t("outcome.nobodyNeeded");
}

/** "5 invited, 2 added.": how many were invited and how many added, each by its own word. */
function countWords(done: Outcome[], isShort: boolean, t: T): string {
  const invited = count(done, "invited");
  const added = count(done, "added");
  if (added > 0 && invited > 0) return t("outcome.both", { invited, added });
  if (added > 0) return t(isShort ? "outcome.addedShort" : "outcome.added", { count: added });
  return t(isShort ? "outcome.invitedShort" : "outcome.invited", { count: invited });
}

/** "1 of Acme finance could not be sent to: mail to this address came back." */
function unsentWords({ name, people = [] }: Outcome, t: T): string[] {
  const unsent = people.filter(({ status }) => /^(?:not_allowed|over_limit|invalid)$/.test(status));
  if (unsent.length === 0) return [];
  const reasons = [...new Set(unsent.map(({ reason }) => reason ?? t("outcome.unsentReason")))].join("; ");
  return [t("outcome.unsent", { count: unsent.length, name, reasons: reasons.replace(/\.$/, "") })];
}

/** "Kim Lee is a member already.": whom nothing had to be sent to, by name or by number. */
export function memberWords(leftOut: string[], outcomes: Outcome[], t: T): string {
  const found = outcomes.flatMap(({ status, name }) => (status === "already_member" ? [name] : []));
  const [name, ...more] = [...leftOut, ...found];
  if (!name) return "";
  return more.length > 0
    ? t("outcome.manyMembers", { count: more.length + 1 })
    : t("outcome.oneMember", { name });
}

/** What became of giving a role to a person or a group. */
export function assignedWords([outcome]: Outcome[], role: string, t: T): string {
  if (!outcome) return "";
  const { name, people, status } = outcome;
  if (!people && status === "invited") return t("outcome.invitedAs", { name, role });
  const isNow = t("outcome.isNow", { name, role });
  return people && doneCount([outcome]) > 0 ? `${isNow} ${doneWords([outcome], t)}` : isNow;
}

/** "5 invited. 2 need your attention." */
export function partialWords(outcomes: Outcome[], left: number, t: T): string {
  const good = doneCount(outcomes) > 0 ? countWords(outcomes, true, t) : t("outcome.nobody");
  return `${good} ${t("outcome.attention", { count: left })}`;
}
