import { useSyncExternalStore } from "react";
import type { Language } from "@/lib/domain/languages";

type Words = Record<"title" | "text" | "textWith" | "again", string>;

const never = () => () => undefined;

/**
 * What is said when something could not be drawn, in the language that is `asked` for. The browser is alone then, so it
 * holds these few words in both languages. `reference`: what the error is called in the log.
 */
export function useBrokenWords(
  words: Record<Language, Words>,
  asked: () => string,
  reference: string | undefined,
) {
  const language = useSyncExternalStore<Language>(
    never,
    () => (asked().startsWith("de") ? "de" : "en"),
    () => "en",
  );
  const { title, text, textWith, again } = words[language];
  return { language, title, again, text: reference ? textWith.replace("⟦reference⟧", reference) : text };
}
