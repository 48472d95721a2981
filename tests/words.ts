import { createTranslator } from "next-intl";
import { de } from "@/lib/words/de";
import { en, type Screens } from "@/lib/words/en";
import type { RoomWords } from "@/lib/words/room";

/** The words of a room, as a screen in that language gets them. */
export const wordsOf = <Room extends keyof Screens>(room: Room, language: "en" | "de" = "en") =>
  createTranslator({
    locale: language,
    messages: { en, de }[language] as Screens,
    namespace: room,
  }) as unknown as RoomWords<Room>;
