import type { How } from "./how";
import type { Outcome } from "./views";

/** What becomes of a workspace made for an act that is taken back: "kept" once anything else has happened in it. */
export type Made = "archived" | "kept";

/** What the wizard's last act did; kept with the draft for the page that tells of it. */
export type Added = {
  how: How;
  name: string;
  /** The person, or the group. */
  contact: string | null;
  group: string | null;
  /** The contact was in the list already. */
  isKnown: boolean;
  /** The person has an account, and is in the workspace without joining. */
  isMember: boolean;
  workspace: { id: string; name: string } | null;
  /** The act of inviting that "Undo" takes back, and until when it can. */
  command: string | null;
  heldUntil: string | null;
  isUndone?: boolean;
  /** Once it is undone: how many of its messages had gone before. */
  gone?: number;
  /** Once it is undone, where it had made the workspace. */
  made?: Made | null;
  /** How many people were added, and how many of them are sent something. */
  added: number;
  sent: number;
  /** Who was not added and why; stays to be put right. */
  open: Pick<Outcome, "input" | "name" | "reason">[];
  /** Who was added but is sent nothing, and why; the first of them. */
  unsent: Pick<Outcome, "name" | "reason">[];
};

/**
 * What becomes of a group's people who are put right afterwards: what was chosen for all. Once its way into a workspace
 * is taken back they come into the group alone, quietly.
 */
export const howOfFix = ({ how, isUndone }: Pick<Added, "how" | "isUndone">): How =>
  isUndone && how === "workspace" ? "quiet" : how;
