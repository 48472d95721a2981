import { displayAddress } from "./address";
import type { MergeView } from "./merge-view";

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

/** What merging will do, one sentence each. */
export function mergeWords({ keep, drop, plan }: Pick<MergeView, "keep" | "drop" | "plan">): string[] {
  const moves = [
    drop.workspaces.length > 0 && count(drop.workspaces.length, "workspace", "workspaces"),
    drop.roles.length > 0 && count(drop.roles.length, "role", "roles"),
    drop.groups.length > 0 && count(drop.groups.length, "group", "groups"),
    drop.invitations.length > 0 && count(drop.invitations.length, "open invitation", "open invitations"),
  ].filter(Boolean);
  return [
    moves.length > 0 &&
      `${moves.join(", ")} and the whole history of ${drop.shownName} become ${keep.shownName}'s.`,
    moves.length === 0 && `The history of ${drop.shownName} becomes ${keep.shownName}'s.`,
    drop.userId !== null && `Who signs in as ${drop.shownName} acts as ${keep.shownName} from then on.`,
    addressWords(plan.person.email, plan.person.phone),
    plan.lost.length > 0 &&
      `${plan.lost.map(displayAddress).join(", ")} ${plan.lost.length === 1 ? "is" : "are"} written into the history and no longer used.`,
    invitationWords([keep, drop], plan),
    `${drop.shownName} is no longer in your contacts. This cannot be undone.`,
  ].filter((sentence): sentence is string => Boolean(sentence));
}

function addressWords(email: string | null, phone: string | null): string {
  const own = [email, phone].flatMap((address) => (address ? [displayAddress(address)] : []));
  return `The one contact has ${own.join(" and ")}.`;
}

function invitationWords(sides: Pick<MergeView["keep"], "invitations">[], plan: MergeView["plan"]) {
  const isAny = sides.some(({ invitations }) =>
    invitations.some(({ address }) => plan.lost.includes(address)),
  );
  const to = displayAddress(plan.person.email ?? plan.person.phone ?? "");
  return (
    isAny && `What was sent to an address no longer used is sent to ${to} instead; old links stop working.`
  );
}
