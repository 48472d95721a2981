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

/** What a chip tells it is. */
export function tagOf(chip: Chip): string {
  if (chip.person) return stateWords(chip.person);
  if (chip.problem && !chip.status) return "";
  return chip.kind === "internal" ? "New internal user" : "New client";
}

/** People the form can send: nobody with a problem, nobody who is a member already (unless a role is to be filled). */
export const sendable = (chips: Chip[], withMembers: boolean): Chip[] =>
  chips.filter(({ problem, person }) => !problem && (withMembers || person?.state !== "member"));

const isAdded = ({ person }: Chip) => person?.state === "has_account" || person?.state === "member";

/** The truth on the button: "Invite", "Invite 7 people", "Add 3 members". */
export function inviteLabel(chips: Chip[]): string {
  const added = chips.filter(isAdded).length;
  if (added > 0 && added === chips.length) return `Add ${added} ${added === 1 ? "member" : "members"}`;
  return chips.length > 1 ? `Invite ${chips.length} people` : "Invite";
}

/** "5 will get an email, 1 a text message. Grace is added straight away." */
export function effectWords(chips: Chip[]): string {
  const added = chips.filter(isAdded);
  const invited = chips.filter((chip) => !isAdded(chip));
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
  return parts.join(" ");
}

/** "jo@acme needs a full email address." as name and rest. */
export const problemWords = (problem: string): string => {
  const isVerb = /^(?:needs|asked|reported)\b/.test(problem);
  return `${isVerb ? " " : ": "}${problem}${problem.endsWith(".") ? "" : "."}`;
};
