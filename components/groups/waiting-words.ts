import type { GroupView } from "@/lib/domain/group-page";
import type { RoomWords } from "@/lib/words/room";

type Words = RoomWords<"groups">;

/** The button that sends to all who have not joined: again, or for the first time where nobody ever was invited. */
export const sendWords = ({ notJoined, quiet }: Pick<GroupView, "notJoined" | "quiet">, t: Words): string =>
  t(quiet < notJoined ? "waiting.resend" : "waiting.send", { count: notJoined });

/** For how many of them that would be the first invitation, where it is not for all. */
export const quietWords = ({ notJoined, quiet }: Pick<GroupView, "notJoined" | "quiet">, t: Words) =>
  quiet > 0 && quiet < notJoined ? t("waiting.quiet", { count: quiet }) : null;

/** In its place once nobody is waited for. */
export const nobodyWords = ({ isAllJoined }: Pick<GroupView, "isAllJoined">, t: Words): string =>
  t(isAllJoined ? "waiting.none" : "waiting.gone");
