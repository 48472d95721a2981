import type { GroupView } from "@/lib/domain/group-page";
import type { RoomWords } from "@/lib/words/room";

type Words = RoomWords<"groups">;

/** The button that sends to all who have not joined: again, or for the first time where nobody ever was invited. */
export const sendWords = (group: Pick<GroupView, "notJoined" | "isInvited">, t: Words): string =>
  t(group.isInvited ? "waiting.resend" : "waiting.send", { count: group.notJoined });

/** In its place once nobody is waited for. */
export const nobodyWords = ({ isAllJoined }: Pick<GroupView, "isAllJoined">, t: Words): string =>
  t(isAllJoined ? "waiting.none" : "waiting.gone");
