import type { Screens } from "@/lib/words/en";
import type { RoomWords } from "@/lib/words/room";

/** Words that are only their keys: for who does not read them, and runs where catalogues are not loaded. */
export const plainWords = <Room extends keyof Screens>(_: Room): RoomWords<Room> =>
  ((key: string) => key) as unknown as RoomWords<Room>;
