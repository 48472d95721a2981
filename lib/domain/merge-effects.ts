import { displayAddress } from "./address";
import type { MergeView } from "./merge-view";

/** What merging will do, for a screen to say; addresses as people write them. */
export type MergeEffects = {
  /** How many of each become the other's. */
  moves: Record<"workspaces" | "roles" | "groups" | "invitations", number>;
  /** Whoever signs in as the one that goes acts as the other from then on. */
  isAccountMoved: boolean;
  /** What the one contact has: an e-mail, a phone number or both, in this order. */
  addresses: string[];
  /** What finds no room and is written into the history. */
  lost: string[];
  /** Something was sent to an address that is lost, and goes to the first of the others instead. */
  isReaddressed: boolean;
};

/** What becomes of two contacts by this plan. */
export function mergeEffects({ keep, drop, plan }: Pick<MergeView, "keep" | "drop" | "plan">): MergeEffects {
  const { email, phone } = plan.person;
  const invitations = [...keep.invitations, ...drop.invitations];
  return {
    moves: {
      workspaces: drop.workspaces.length,
      roles: drop.roles.length,
      groups: drop.groups.length,
      invitations: drop.invitations.length,
    },
    isAccountMoved: drop.userId !== null,
    addresses: [email, phone].flatMap((address) => (address ? [displayAddress(address)] : [])),
    lost: plan.lost.map(displayAddress),
    isReaddressed: invitations.some(({ address }) => plan.lost.includes(address)),
  };
}
