import type { useTranslations } from "next-intl";
import type { Screens } from "./en";

/** What says the words of a room, such as `useTranslations("members")`, handed to a function that composes some. */
export type RoomWords<Room extends keyof Screens> = ReturnType<typeof useTranslations<Room>>;
