import { expect, test } from "vitest";
import { languages } from "@/lib/domain/languages";
import { isCode, isTest, readSources } from "@/tests/guards/sources";
import { catalogues } from "./catalogue";

/** Every text of a catalogue under the path that leads to it. */
function textsOf(node: unknown, path = ""): [string, string][] {
  if (typeof node === "string") return [[path, node]];
  return Object.entries(node ?? {}).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

/** Marks and the link in a text, in no order: languages put them where they belong. */
const marksIn = (text: string) => (text.match(/⟦[^⟧]*⟧|<[^>]*>/g) ?? []).sort();

const english = textsOf(catalogues.en);

test.each(languages)(
  "the catalogue of %s says what the English one says, with the same slots",
  (language) => {
    const texts = textsOf(catalogues[language]);
    expect(texts.map(([path]) => path)).toEqual(english.map(([path]) => path));
    expect(texts.map(([path, text]) => [path, marksIn(text)])).toEqual(
      english.map(([path, text]) => [path, marksIn(text)]),
    );
    expect(texts.filter(([, text]) => !text.trim() || /⟦(?![?/~=]?[A-Za-z]+⟧)/.test(text))).toEqual([]);
    expect(catalogues[language].every.language).toBe(language);
  },
);

test("a translation is no copy: few texts are the same in two languages", () => {
  const other = new Map(textsOf(catalogues.de));
  const same = english.filter(
    ([path, text]) => /\p{L}{4}/u.test(text.replace(/⟦[^⟧]*⟧/g, "")) && other.get(path) === text,
  );
  expect(same.map(([path]) => path)).toEqual([
    ".moments.months.3",
    ".moments.months.7",
    ".moments.months.8",
    ".moments.months.10",
    ".pages.digits.label",
  ]);
});

/** Keys of pages that no source names as `section.key`. */
function findUnnamed(pages: object, sources: string): string[] {
  return Object.entries(pages)
    .flatMap(([section, words]) => Object.keys(words).map((key) => `${section}.${key}`))
    .filter((name) => !new RegExp(`\\b${name}\\b`).test(sources));
}

test("every word of the pages is on one", () => {
  const code = readSources().filter((source) => isCode(source) && !isTest(source));
  const texts = code.map(({ text }) => text).join("\n");
  expect(findUnnamed(catalogues.en.pages, texts)).toEqual([]);
  expect(findUnnamed({ offer: { planted: "Planted" } }, texts)).toEqual(["offer.planted"]);
});
