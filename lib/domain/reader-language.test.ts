import { expect, test } from "vitest";
import { readerLanguage } from "./reader-language";

test.each([
  ["de", "de"],
  ["de-AT", "de"],
  ["DE-de-1996, en", "de"],
  ["fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "en"],
  ["en;q=0.3, de;q=0.301", "de"],
  ["de;q=0.5, en;q=0.5", "de"],
  ["en ; q=0.2 ,\tde ;q=1.000", "de"],
  ["de;q=0, en;q=0.1", "en"],
  ["pl, , ,de", "de"],
  ["deu, den-US, en", "en"],
])("%s asks for %s", (accepts, language) => {
  expect(readerLanguage({ accepts })).toBe(language);
  expect(readerLanguage({ accepts, organization: language === "de" ? "en" : "de" })).toBe(language);
});

test.each([
  null,
  "",
  "*",
  "*, de;q=0.9",
  "fr, pl",
  "de;q=0",
  "de;q=2",
  "de;q=-1",
  "de;q=0.1234",
  "de;level=1",
  "de_AT",
  "d e",
  "<script>",
  "constructor, __proto__",
  `${"de-".repeat(5_000)}!`,
  ",".repeat(10_000),
])("%j says nothing: it is the organization's language, else English", (accepts) => {
  expect(readerLanguage({ accepts, organization: "de" })).toBe("de");
  expect(readerLanguage({ accepts, organization: "xx" })).toBe("en");
  expect(readerLanguage({ accepts })).toBe("en");
});

test("a contact's language comes before the browser's, if there are words in it", () => {
  expect(readerLanguage({ known: "de", accepts: "en", organization: "en" })).toBe("de");
  expect(readerLanguage({ known: "fr", accepts: "de", organization: "en" })).toBe("de");
  expect(readerLanguage({ known: null, accepts: null, organization: "de" })).toBe("de");
});
