import type { RoomWords } from "@/lib/words/room";

/** What filling a role hands over: "They will get 1 action: Verify identity" */
export const actionWords = (titles: string[], t: RoomWords<"invite">): string =>
  titles.length === 0 ? t("noActions") : t("actions", { count: titles.length, titles: titles.join(", ") });
