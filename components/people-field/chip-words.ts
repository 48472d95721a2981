import type { Suggestion } from "@/lib/domain/people";
import { type Chip, labelOf } from "./chips";

export const ONLY_ADMINS = "Only admins can invite new internal users.";
export const ASK_AN_ADMIN = `${ONLY_ADMINS} Ask an admin, or invite them as a client.`;

/** Words that chips and rows share for how somebody stands to the workspace. */
const states: Partial<Record<Suggestion["state"], string>> = {
  member: "already a member",
  not_joined: "Not Joined",
  deactivated: "deactivated",
};

export const stateWords = ({ kind, state }: Suggestion): string =>
  [kind === "internal" ? "Internal user" : "Client", states[state]].filter(Boolean).join(" · ");

export const groupKinds = { client_group: "Client group", team: "Internal team" } as const;

export const peopleWords = (count: number) => `${count} ${count === 1 ? "person" : "people"}`;

export const NAME_LEFT_OUT = "name left out: no links or numbers, at most 60 characters";

/** What a chip tells it is. */
export function tagOf(chip: Chip): string {
  if (chip.group) return groupKinds[chip.group.kind];
  if (chip.person) return stateWords(chip.person);
  if (chip.problem && !chip.status) return "";
  return chip.kind === "internal" ? "New internal user" : "New client";
}

/** Whom the form can send: nobody with a problem, nobody who is in already (unless a role is to be filled). */
export const sendable = (chips: Chip[], withMembers: boolean): Chip[] =>
  chips.filter(
    ({ problem, person, group }) =>
      !problem && (withMembers || !(person?.state === "member" || group?.isAdded)),
  );

/** A member who has not joined may hold an open invitation, and then nothing is sent. */
const isWaiting = ({ person }: Chip) => person?.state === "not_joined";

const isAdded = ({ person }: Chip) => person?.state === "has_account" || person?.state === "member";

/** The truth on the button: "Invite", "Invite 7 people", "Add 3 members". */
export function inviteLabel(chips: Chip[]): string {
  const added = chips.filter(isAdded).length;
  if (added > 0 && added === chips.length) return `Add ${added} ${added === 1 ? "member" : "members"}`;
  const count = chips.reduce((sum, { group }) => sum + (group?.size ?? 1), 0);
  return count > 1 ? `Invite ${count} people` : "Invite";
}

/** "5 will get an email, 1 a text message. Grace is added straight away. Acme finance: 5 people." */
export function effectWords(chips: Chip[]): string {
  const added = chips.filter(isAdded);
  const groups = chips.flatMap(({ group }) => group ?? []);
  const waiting = chips.filter(isWaiting);
  const invited = chips.filter((chip) => !isAdded(chip) && !isWaiting(chip) && !chip.group);
  const isText = (chip: Chip) =>
    chip.person ? !chip.person.address.includes("@") : chip.channel === "phone";
  const texts = invited.filter(isText).length;
  const emails = invited.length - texts;
  const parts: string[] = [];
  if (emails > 0) parts.push(`${emails} will get an email${texts > 0 ? `, ${texts} a text message` : ""}.`);
  else if (texts > 0) parts.push(`${texts} will get a text message.`);
  const [one] = added;
  if (added.length === 1 && one) parts.push(`${labelOf(one).split(" ")[0]} is added straight away.`);
  else if (added.length > 1) parts.push(`${added.length} are added straight away.`);
  parts.push(...waitingWords(waiting));
  if (groups.length > 0)
    parts.push(`${groups.map(({ name, size }) => `${name}: ${peopleWords(size)}`).join(", ")}.`);
  return parts.join(" ");
}

function waitingWords([one, ...more]: Chip[]): string[] {
  if (!one) return [];
  const who = more.length === 0 ? `${labelOf(one)} has` : `${more.length + 1} have`;
  return [`${who} not joined yet: nothing is sent while the earlier invitation is open.`];
}

/** "jo@acme needs a full email address." as name and rest. */
export const problemWords = (problem: string): string => {
  const isVerb = /^(?:needs|asked|reported)\b/.test(problem);
  return `${isVerb ? " " : ": "}${problem}${problem.endsWith(".") ? "" : "."}`;
};
