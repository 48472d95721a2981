import type { RoomWords } from "@/lib/words/room";

/** "on days 2, 5 and 9", "on day 3", "never". */
export function reminderWords(days: number[], t: RoomWords<"settings">): string {
  const [last, ...before] = days.toReversed();
  if (last === undefined) return t("when.never");
  if (before.length === 0) return t("when.day", { day: last });
  return t("when.days", { before: before.toReversed().join(", "), last });
}
