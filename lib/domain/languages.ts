/** Languages a person can be written to in, as far as there are messages in them. */
export const languages = ["en", "de", "es", "fr", "it", "nl", "pl", "pt"] as const;

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** The same to choose from, each with its name. */
export const languageOptions: { code: string; name: string }[] = languages.map((code) => ({
  code,
  name: names.of(code) ?? code,
}));
