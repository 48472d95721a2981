import type { Suggestion } from "@/lib/domain/people";
import type { RoomWords } from "@/lib/words/room";
import { type Chip, labelOf } from "./chips";

type T = RoomWords<"invite">;

/** Words that chips and rows share for who somebody is and how they stand to the workspace. */
export function stateWords({ kind, state }: Suggestion, t: T): string {
  const isSaid = state === "member" || state === "not_joined" || state === "deactivated";
  return [t(`people.kinds.${kind}`), isSaid && t(`people.states.${state}`)].filter(Boolean).join(" · ");
}

/** What a chip tells it is. */
export function tagOf(chip: Chip, t: T): string {
  if (chip.group) return t(`people.groups.${chip.group.kind}`);
  if (chip.person) return stateWords(chip.person, t);
  if (chip.problem && !chip.status) return "";
  return t(`people.newOf.${chip.kind}`);
}

/** Whom the form can send: nobody with a problem, nobody who is in already (unless a role is to be filled). */
export const sendable = (chips: Chip[], withMembers: boolean): Chip[] =>
  chips.filter(
    ({ problem, person, group }) =>
      !problem && (withMembers || !(person?.state === "member" || group?.isAdded)),
  );

/** Whom a form that is sent again asks about once more: who was over a limit too, since that may have lifted. */
export const sendableAgain = (chips: Chip[], withMembers: boolean): Chip[] =>
  sendable(
    chips.map((chip) => (chip.status === "over_limit" ? { ...chip, problem: undefined } : chip)),
    withMembers,
  );

/** A member who has not joined may hold an open invitation, and then nothing is sent. */
const isWaiting = ({ person }: Chip) => person?.state === "not_joined";

const isAdded = ({ person }: Chip) => person?.state === "has_account" || person?.state === "member";

/** The truth on the button: "Invite", "Invite 7 people", "Add 3 members". */
export function inviteLabel(chips: Chip[], t: T): string {
  const added = chips.filter(isAdded).length;
  if (added > 0 && added === chips.length) return t("people.button.addMembers", { count: added });
  const count = chips.reduce((sum, { group }) => sum + (group?.size ?? 1), 0);
  return count > 1 ? t("people.button.invitePeople", { count }) : t("people.button.invite");
}

/** "5 will get an email, 1 a text message. Grace is added straight away. Acme finance: 5 people." */
export function effectWords(chips: Chip[], t: T): string {
  const added = chips.filter(isAdded);
  const groups = chips.flatMap(({ group }) => group ?? []);
  const waiting = chips.filter(isWaiting);
  const invited = chips.filter((chip) => !isAdded(chip) && !isWaiting(chip) && !chip.group);
  const isText = (chip: Chip) =>
    chip.person ? !chip.person.address.includes("@") : chip.channel === "phone";
  const texts = invited.filter(isText).length;
  const emails = invited.length - texts;
  const parts: string[] = [];
  if (emails > 0 && texts > 0) parts.push(t("people.effect.emailsAndTexts", { emails, texts }));
  else if (emails > 0) parts.push(t("people.effect.emails", { count: emails }));
  else if (texts > 0) parts.push(t("people.effect.texts", { count: texts }));
  const [one] = added;
  if (added.length === 1 && one)
    parts.push(t("people.effect.oneAdded", { name: labelOf(one).split(" ")[0] ?? "" }));
  else if (added.length > 1) parts.push(t("people.effect.added", { count: added.length }));
  parts.push(...waitingWords(waiting, t));
  if (groups.length > 0)
    parts.push(
      `${groups.map(({ name, size }) => t("people.effect.group", { name, count: size })).join(", ")}.`,
    );
  return parts.join(" ");
}

function waitingWords([one, ...more]: Chip[], t: T): string[] {
  if (!one) return [];
  if (more.length === 0) return [t("people.effect.oneWaiting", { name: labelOf(one) })];
  return [t("people.effect.waiting", { count: more.length + 1 })];
}

/** "jo@acme needs a full email address." as name and rest; in German "jo@acme: Grund." */
export const problemWords = (problem: string): string => {
  const isVerb = /^(?:needs|asked|reported)\b/.test(problem);
  return `${isVerb ? " " : ": "}${problem}${problem.endsWith(".") ? "" : "."}`;
};
