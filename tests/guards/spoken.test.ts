import { expect, test } from "vitest";
import { en } from "@/lib/words/en";
import { sentencesDe } from "@/lib/words/sentences-de";
import { readSources } from "./sources";
import { unaskedWords, unsaidSentences } from "./spoken";

const sources = readSources();
const pathsOf = (words: object, path = ""): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [path + key] : pathsOf(value, `${path}${key}.`),
  );

test("every word of the screens is asked for", () => {
  const { broken: _, frame: __, ...asked } = en;
  expect(unaskedWords(sources, pathsOf(asked))).toEqual([]);
  expect(unaskedWords(sources, ["ui.planted", "ui.close", "members.planted.title"])).toEqual([
    "ui.planted",
    "members.planted.title",
  ]);
});

test("every sentence that has German is said by something", () => {
  expect(unsaidSentences(sources, Object.keys(sentencesDe))).toEqual([]);
  const planted = ["Nobody ever says this.", "⟦name⟧ is planted. Nothing was changed.", "Nothing was sent."];
  expect(unsaidSentences(sources, planted)).toEqual(planted.slice(0, 2));
});
