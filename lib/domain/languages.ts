/** Languages a person can be written to in. */
export const languages = ["en", "de"] as const;

export type Language = (typeof languages)[number];

/** What is said in it where there are no words in the language wanted. */
export const FALLBACK_LANGUAGE: Language = "en";

/** The same to choose from, each by its name in the language of who reads the list. */
export function languagesIn(reader: Language): { code: Language; name: string }[] {
  const names = new Intl.DisplayNames([reader], { type: "language" });
  return languages.map((code) => ({ code, name: names.of(code) ?? code }));
}
