import { FALLBACK_LANGUAGE, type Language, languages } from "@/lib/domain/languages";
import de from "@/messages/de.json";
import en from "@/messages/en.json";

/** The words of messages in one language, by kind; English says which words there are. */
export type Catalogue = typeof en;

export const catalogues: Record<Language, Catalogue> = { en, de };

/** The words in a language, or in English when there are none in it. */
export const catalogueIn = (language: string): Catalogue =>
  catalogues[languages.find((known) => known === language) ?? FALLBACK_LANGUAGE];

/** The language a catalogue is in. */
export const languageOf = (words: Catalogue): Language =>
  languages.find((language) => catalogues[language] === words) ?? FALLBACK_LANGUAGE;

/** Words with their ⟦slots⟧ filled, one value each. */
export const fillWords = (words: string, values: Record<string, string>): string =>
  words.replace(/⟦([A-Za-z]+)⟧/g, (mark, name: string) => values[name] ?? mark);
