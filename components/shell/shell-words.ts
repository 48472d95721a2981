import type { RoomWords } from "@/lib/words/room";

/** What the plain scripts of the shell say, in the reader's language; a ⟦slot⟧ is filled where it is said. */
export const shellWords = (t: RoomWords<"shell">) => ({
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
  signedOut: t("lost.signedOut"),
  signIn: t("signedOut.onward"),
  copy: t("lost.copy"),
  openNow: t("lost.openNow"),
  kept: t("lost.kept", { text: "⟦text⟧" }),
});

export type ShellWords = ReturnType<typeof shellWords>;
