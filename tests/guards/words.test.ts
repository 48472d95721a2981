import fs from "node:fs";
import { expect, test } from "vitest";
import { germanOf } from "@/lib/words/say";
import { readSources } from "./sources";
import { ownWords, sentencesIn } from "./words";

const SENTENCES = "messages/sentences/de";
const sources = readSources();

/** Names of keys, headers and things, which are the same in every language. */
const SAME = new Set([
  ..."Enter Escape Tab Home End Backspace Delete ArrowUp ArrowDown ArrowLeft ArrowRight".split(" "),
  ...["Ctrl K", "Shift ↓", "Control+K Meta+K"],
  ..."Ctrl Shift Esc Foyer Arial Content-Type Content-Security-Policy".split(" "),
]);

test("screens take their words from the catalogue", () => {
  expect(ownWords(sources, /^(app|components)\//, SAME)).toEqual([]);
  const planted = {
    path: "components/planted.tsx",
    text: 'export const P = () => <p title="Go on">Wait a bit</p>;',
  };
  expect(ownWords([planted], /^components\//, SAME)).toHaveLength(2);
});

/** A sentence with others in it, as "7 Nothing was changed.": they are sentences of their own. */
const alone = (said: string) => said.replace(/^7 (?=\p{Lu})/u, "");

/** Names that are stored, and said by what shows them; what the database and the log are told. */
const UNSAID = new Set([
  ...[
    "time zone",
    "kind of people",
    "number of uses",
    "life of links",
    "time to undo",
    "limit of internal users",
  ],
  ...["limit of admins", "limit of workspaces", "limit of the organization", "allowed domains"],
  ...["blocked domains", "no key update", "private, no-store", "unexpected error"],
  "api help invite join mailbox privacy setup sign-in sign-out static stop",
  "Not done: 7.",
]);

test("there is German for every sentence of the domain", () => {
  const said = sentencesIn(sources, /^lib\/(domain|actions)\//);
  const isSaid = (words: string) => germanOf(words) !== undefined || UNSAID.has(words);
  const left = said.filter((text) => !isSaid(text.said) && !isSaid(alone(text.said)));
  expect(left.map((text) => `${text.at} ${text.said}`)).toEqual([]);
  expect(said.length).toBeGreaterThan(100);
});

test("no sentence is translated twice", () => {
  const keys = fs
    .readdirSync(SENTENCES)
    .flatMap((file) => Object.keys(JSON.parse(fs.readFileSync(`${SENTENCES}/${file}`, "utf8"))));
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});
