import fc from "fast-check";
import { expect, test } from "vitest";
import { germanOf } from "./say";
import { sentencesDe } from "./sentences-de";

const SLOT = /⟦([A-Za-z]+)⟧/g;
const MEANT = /(Said|Sentence)⟧|⟦(wait|ago|count|most|last|uses|least)⟧/;

/** Names as somebody may type them who knows how sentences are put together. */
const marks = [
  "Kim",
  "a: ",
  "; ",
  ". ",
  "$&",
  "$1",
  "⟦name⟧",
  "⟦reasonSaid⟧",
  "3 hours",
  "1,000",
  "__proto__",
  "\n",
];
const names = fc.array(fc.constantFrom(...marks), { minLength: 1, maxLength: 20 }).map((all) => all.join(""));

/** Sentences with one name in them and nothing else that varies. */
const named = Object.entries(sentencesDe).filter(
  ([english]) => !MEANT.test(english) && english.match(SLOT)?.length === 1,
);

test("a name that looks like a sentence, a slot or a number comes out as it was typed", () => {
  expect(named.length).toBeGreaterThan(50);
  fc.assert(
    fc.property(fc.constantFrom(...named), names, ([english, german], name) => {
      expect(germanOf(english.replace(SLOT, () => name))).toBe(german.replace(SLOT, () => name));
    }),
    { numRuns: 5_000 },
  );
});

test("whatever people type, a sentence with it is said", () => {
  const pieces = Object.keys(sentencesDe)
    .flatMap((english) => english.split(/⟦[A-Za-z]+⟧/))
    .filter(Boolean);
  const typed = fc
    .array(fc.constantFrom(...pieces, ...marks), { minLength: 1, maxLength: 20 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(typed, (name) => {
      expect(germanOf(`${name}Kim is a client. Choose an internal user.`)).toContain("Kim");
      expect(germanOf(`Kim: ${name}. Nothing was changed.`)).toContain("Kim");
    }),
  );
});

test.each(["a: ", "a: b; ", "Not done: ", "x. Nothing was changed. ", "a: b; c. Nothing was changed."])(
  "however often a part stands in a sentence, it is answered at once: %s",
  (part) => {
    const start = performance.now();
    for (const times of [20, 200, 1_000]) {
      germanOf(`${part.repeat(times)}x. Nothing was changed.`);
      germanOf(part.repeat(times));
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  },
);

test("a long list of who was left out is said to its end", () => {
  const list = (reason: string, of: string) =>
    Array.from({ length: 100 }, (_, i) => `${of} ${i}: ${reason}`).join("; ");
  expect(germanOf(`${list("has been deactivated", "Kim")}. Nothing was changed.`)).toBe(
    `${list("ist deaktiviert", "Kim")}. Es wurde nichts geändert.`,
  );
});

test("however deep parts stand in one another, a sentence is answered", () => {
  expect(germanOf(`${"a: ".repeat(20_000)}x. Nothing was changed.`)).toContain("a: a: ");
});
