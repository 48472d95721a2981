import { getCountries } from "libphonenumber-js/max";

const named = (language: string) => new Intl.DisplayNames([language], { type: "region" });

let german: Map<string, string> | undefined;

/** The German name of a country by its English one; made for all of them when the first is asked for. */
export function countryInGerman(english: string): string | undefined {
  if (!german) {
    const [en, de] = [named("en"), named("de")];
    german = new Map(getCountries().map((code) => [en.of(code) ?? code, de.of(code) ?? code]));
  }
  return german.get(english);
}
