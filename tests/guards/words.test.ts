import fs from "node:fs";
import { expect, test } from "vitest";
import { germanOf } from "@/lib/words/say";
import { readSources } from "./sources";
import { ownWords, sentencesIn } from "./words";

const SENTENCES = "messages/sentences/de";
const sources = readSources();

/** Names of keys, headers and things, which are the same in every language; classes, and what the domain has words for. */
const SAME = new Set([
  ..."Enter Escape Tab Backspace Delete ArrowUp ArrowDown ArrowLeft".split(" "),
  ...["Ctrl K", "Shift ↓", "Control+K Meta+K"],
  ...["dialog commands", "link not used"],
  ..."Ctrl Shift Esc Foyer Arial Content-Type Content-Security-Policy".split(" "),
]);

test("screens take their words from the catalogue", () => {
  expect(ownWords(sources, /^(app|components)\//, SAME)).toEqual([]);
  const own = (text: string) => ownWords([{ path: "components/planted.tsx", text }], /^components\//, SAME);
  const shown = (jsx: string) => own(`export const P = (t, isOn) => ${jsx};`);
  expect(shown('<p title="Go on">Wait a bit</p>')).toHaveLength(2);
  expect(shown('<a aria-label={isOn ? "close" : "open"}>{isOn && "done"}</a>')).toHaveLength(3);
  expect(shown('<Row empty="nobody yet" about={{ left: t || "none left" }} />')).toHaveLength(2);
  expect(own('export const words = ["not now"] as const;')).toHaveLength(1);
  expect(shown('<p className={isOn ? "flex grow" : "m-2"}>{t("row.new")}</p>')).toEqual([]);
  expect(shown('<Row name="row.new" kind="client" keys="Enter" find="main, aside" />')).toEqual([]);
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
  ...["blocked domains", "no key update", "private, no-store", "noindex, nofollow"],
  ...["openid profile email", "RCPT TO", "MAIL FROM"],
  "api help invite join mailbox privacy setup sign-in sign-out static stop",
]);

test("there is German for every sentence of the domain", () => {
  const said = sentencesIn(sources, /^lib\/(domain|actions|auth|delivery(?!\/templates))\//);
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
