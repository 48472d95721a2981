import type { RoleOutcome, Started } from "@/lib/domain/template-views";

const people = (count: number) => `${count} ${count === 1 ? "person" : "people"}`;

/** What became of one role: "Kim Lee, invited", or why it is unassigned. */
export function roleWords({ asked, holder, status, reason, people: group }: RoleOutcome): string {
  if (!holder) {
    if (!asked) return "Unassigned: nobody was named.";
    const why = reason ?? "could not be invited";
    return `Unassigned. ${asked}: ${why}${/[.!]$/.test(why) ? "" : "."}`;
  }
  if (group) return `${holder}: ${people(group.count)}, ${group.sent === 0 ? "nobody" : group.sent} told.`;
  return `${holder}, ${status === "invited" ? "invited" : "added"}.`;
}

/** What became of the whole act. */
export function startedWords({ workspace, roles, sent }: Started): string {
  const open = roles.filter(({ holder }) => !holder).length;
  const told = sent > 0 ? ` ${people(sent)} will get a message.` : " Nobody gets a message.";
  const left = open === 0 ? "" : open === 1 ? " 1 role is unassigned." : ` ${open} roles are unassigned.`;
  return `${workspace.name} has been created.${told}${left}`;
}
