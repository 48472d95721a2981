import type { How } from "@/lib/domain/how";
import type { RoomWords } from "@/lib/words/room";

/** For a group: to how many something is sent, by choice; and how many of it are contacts already. */
export type Sends = Record<How, number> & { known: number };

/** What the button of the second step says. Who is known may be in the workspace that is chosen, and is sent nothing then. */
export function howWords(how: How, sends: Sends | null, t: RoomWords<"wizard">): string {
  const words = t(`how.${how}`);
  if (!sends || sends[how] === 0) return words;
  const isMost = how === "workspace" && sends.known > 0;
  return t(isMost ? "howSendMost" : "howSend", { how: words, count: sends[how] });
}
