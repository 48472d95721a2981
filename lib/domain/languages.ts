/** Languages a person can be written to in. */
export const languages = ["en", "de"] as const;

export type Language = (typeof languages)[number];

/** What is said in it where there are no words in the language wanted. */
export const FALLBACK_LANGUAGE: Language = "en";

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** The same to choose from, each with its name. */
export const languageOptions: { code: string; name: string }[] = languages.map((code) => ({
  code,
  name: names.of(code) ?? code,
}));
