import type { RoomWords } from "@/lib/words/room";

/** What the plain scripts of the shell say, in the reader's language; a ⟦slot⟧ is filled where it is said. */
export type ShellWords = Record<
  | "search"
  | "goTo"
  | "screen"
  | "workspace"
  | "invite"
  | "here"
  | "found"
  | "none"
  | "added"
  | "addedTo"
  | "fresh",
  string
>;

/** The same for the shell's `data-words`. */
export const shellWords = (t: RoomWords<"shell">): ShellWords => ({
  search: t("search"),
  goTo: t("commands.goTo"),
  screen: t("commands.screen"),
  workspace: t("commands.workspace"),
  invite: t("commands.invite"),
  here: t("commands.here"),
  found: t("commands.found", { count: "⟦count⟧" }),
  none: t("commands.none", { find: "⟦find⟧" }),
  added: t("arrived.one", { name: "⟦name⟧" }),
  addedTo: t("arrived.many", { count: "⟦count⟧" }),
  fresh: t("arrived.fresh", { count: "⟦count⟧" }),
});
