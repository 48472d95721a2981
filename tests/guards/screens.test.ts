import { expect, test } from "vitest";
import { de } from "@/lib/words/de";
import { en } from "@/lib/words/en";
import { wordsOf } from "../words";

/** Every word of a catalogue by its path. */
function leaves(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  );
}

/** What a word is filled with: `{count}`, `{name}`, `<b>`; what stands in the case of a plural is no such value. */
const slotsOf = (words: string) =>
  [...new Set(words.match(/(?<!(?:=\d+|one|few|many|other) )\{\w+(?=[,}])|<\w+>/g))].sort();

const english = new Map(leaves(en));
const german = new Map(leaves(de));

test("both languages have the same words, filled with the same values", () => {
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [key, words] of english)
    expect([key, slotsOf(german.get(key) ?? "")]).toEqual([key, slotsOf(words)]);
  expect(slotsOf("{count, plural, one {# of {all}} other {<b>none</b>}}")).toEqual(["<b>", "{all", "{count"]);
});

test("one and many are told apart in both", () => {
  expect([1, 1_200].map((count) => wordsOf("ui")("people", { count }))).toEqual(["1 person", "1,200 people"]);
  expect([1, 1_200].map((count) => wordsOf("ui", "de")("people", { count }))).toEqual([
    "1 Person",
    "1.200 Personen",
  ]);
});
