import { expect, test } from "vitest";
import { germanOf } from "@/lib/words/say";
import { readSources } from "./sources";
import { ownWords, sentencesIn } from "./words";

const sources = readSources();

/** Names of keys, headers and things, which are the same in every language. */
const SAME = new Set([
  ..."Enter Escape Tab Home End Backspace Delete ArrowUp ArrowDown ArrowLeft ArrowRight".split(" "),
  ...["Ctrl K", "Shift ↓", "Control+K Meta+K"],
  ..."Foyer Arial Content-Type Content-Security-Policy".split(" "),
]);

test("screens take their words from the catalogue", () => {
  expect(ownWords(sources, /^(app|components)\//, SAME)).toEqual([]);
  const planted = {
    path: "components/planted.tsx",
    text: 'export const P = () => <p title="Go on">Wait a bit</p>;',
  };
  expect(ownWords([planted], /^components\//, SAME)).toHaveLength(2);
});

/** A sentence with a value in front, as "7 Nothing was changed.": what stands in front is a sentence of its own. */
const withoutFront = (said: string) => said.replace(/^7 (?=\p{Lu})/u, "");

test("there is German for every sentence of the domain", () => {
  const said = sentencesIn(sources, /^lib\/(domain|actions)\//);
  const left = said.filter((text) => germanOf(withoutFront(text.said)) === undefined);
  expect(left.map((text) => `${text.at} ${text.said}`)).toEqual([]);
  expect(said.length).toBeGreaterThan(100);
});
