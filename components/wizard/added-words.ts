import { peopleWords } from "@/components/wizard/wizard-words";
import type { Added } from "@/lib/domain/added";

const place = ({ workspace }: Added, organization: string) => workspace?.name ?? organization;

/** "Kim Lee added and invited to Acme onboarding.": what became of one person. */
export function personWords(added: Added, organization: string): string {
  const { name, how, isKnown, isMember, sent, unsent } = added;
  const where = place(added, organization);
  if (how === "quiet")
    return isKnown ? `${name} is in your contacts. Nothing was sent.` : `${name} added. Nothing was sent.`;
  if (isMember) return `${name} added to ${where}.`;
  if (sent > 0) return isKnown ? `${name} invited to ${where}.` : `${name} added and invited to ${where}.`;
  const reason = unsent[0]?.reason ? `: ${unsent[0].reason}.` : ".";
  return `${name} ${isKnown ? "is in your contacts" : "added"}. No invitation was sent${reason}`;
}

/** "12 added · 2 need fixing": what became of the people of a group. */
export function groupWords(added: Added, organization: string): string {
  const { how, sent, open } = added;
  const parts = [
    `${added.added.toLocaleString("en")} added`,
    how !== "quiet" && `${peopleWords(sent)} invited to ${place(added, organization)}`,
    how === "quiet" && "nothing was sent",
    open.length > 0 && `${open.length} ${open.length === 1 ? "needs" : "need"} fixing`,
  ];
  return parts.filter(Boolean).join(" · ");
}
