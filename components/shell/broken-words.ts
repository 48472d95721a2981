import { useSyncExternalStore } from "react";
import de from "@/messages/screens/de/broken.json";
import en from "@/messages/screens/en/broken.json";

/** A page that broke is drawn by the browser alone, which holds these few words in both languages. */
const words = { en, de };

const never = () => () => undefined;

type Said = Record<keyof typeof en, string>;

/** What is said when something could not be drawn, in the language of the page or of the browser. */
export function useBrokenWords(asked: () => string, reference: string | undefined) {
  const language = useSyncExternalStore(
    never,
    () => (asked().startsWith("de") ? "de" : "en"),
    () => "en" as const,
  );
  const said: Said = words[language];
  return {
    ...said,
    language,
    text: reference ? said.textWith.replace("⟦reference⟧", reference) : said.text,
    safe: reference ? said.safeWith.replace("⟦reference⟧", reference) : said.safe,
  };
}
