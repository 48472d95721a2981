import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAddressLike, shapeOf } from "./recipient-shape";
import { type RawRecipient, splitRecipients } from "./recipient-text";

const unescape = (text: string) =>
  text.replace(/\\(n|r|t|u[0-9a-f]{4})/g, (_, code: string) =>
    code.startsWith("u")
      ? String.fromCharCode(Number.parseInt(code.slice(1), 16))
      : ({ n: "\n", r: "\r", t: "\t" }[code] ?? ""),
  );

const shown = ({ text, name }: RawRecipient) => (name ? `${name} <${text}>` : text);

const corpus = readFileSync(new URL("./recipient-text.corpus.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => {
    const at = line.lastIndexOf("=>");
    return { input: line.slice(0, at).replace(/ $/, ""), wanted: line.slice(at + 2).trim() };
  });

describe("messy lists", () => {
  test("there are at least 200 of them", () => expect(corpus.length).toBeGreaterThanOrEqual(200));

  test.each(corpus)("$input", ({ input, wanted }) => {
    expect(splitRecipients(unescape(input)).map(shown).join(" | ")).toBe(unescape(wanted));
  });
});

const letters = fc.stringMatching(/^[a-z]{2,8}$/);
const email = fc.tuple(letters, letters).map(([local, domain]) => `${local}@${domain}.com`);
const phone = fc.stringMatching(/^\+[1-9]\d{0,2} \d{3} \d{3} \d{4}$/);
const address = fc.oneof(email, phone);
const person = fc.record({ text: address, name: fc.tuple(letters, letters).map((words) => words.join(" ")) });
const written = fc.oneof(
  address.map((text) => ({ wanted: text, text })),
  person.map(({ text, name }) => ({ wanted: `${name} <${text}>`, text: `${name} <${text}>` })),
  person.map(({ text, name }) => ({ wanted: `${name} <${text}>`, text: `"${name}"  < ${text} >` })),
);
const separator = fc.constantFrom(";", "\n", " ; ", "\r\n", ";\n", "\n\n", ", ", ",");

describe("any list", () => {
  test("comes back whole and in order, whatever separates its entries", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(written, separator)), (list) => {
        const text = list.map(([{ text }, between]) => text + between).join("");
        expect(splitRecipients(text).map(shown)).toEqual(list.map(([{ wanted }]) => wanted));
      }),
    );
  });

  test("of complete addresses may be separated by spaces alone", () => {
    fc.assert(
      fc.property(fc.array(email), (list) => {
        expect(splitRecipients(list.join(" ")).map(shown)).toEqual(list);
      }),
    );
  });

  test("of any characters gives entries without empty text, and the same ones when read again", () => {
    const hostile = fc.string({
      unit: fc.constantFrom(..."ab1+@.,;<>()[]\"'“”\\\t\n \u200b:-–".split("")),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (text) => {
        for (const entry of splitRecipients(text)) {
          expect(entry.text.trim()).toBe(entry.text);
          expect(entry.text).not.toBe("");
          expect(entry.text).not.toMatch(/[\n\r]/);
          expect(entry.name ?? "x").not.toBe("");
        }
      }),
      { numRuns: 500 },
    );
  });

  test("never loses a complete address among other characters", () => {
    fc.assert(
      fc.property(
        fc.array(email, { minLength: 1 }),
        fc.stringMatching(/^[ ,;\n\t]{1,4}$/),
        (list, between) => {
          expect(splitRecipients(list.join(between)).map(({ text }) => text)).toEqual(list);
        },
      ),
    );
  });

  test("of 200,000 hostile characters is read in a moment", () => {
    for (const part of [
      "<",
      '"',
      "(",
      "“",
      "a ",
      "@ ",
      "1 ",
      "+1 ",
      "a,<",
      '" "',
      "(a@b",
      "-",
      '\\"',
      "<a>",
      "a@b <c>",
      ".a",
      "a@b.c ",
      "'",
    ]) {
      const started = performance.now();
      splitRecipients(part.repeat(Math.ceil(200_000 / part.length)));
      expect(performance.now() - started, JSON.stringify(part)).toBeLessThan(2_000);
    }
  });
});

describe("what a text looks like", () => {
  test.each([
    ["kim@acme.com", "email", true],
    ["jo@acme", "text", true],
    ["+1 415 555 0134", "phone", true],
    ["(020) 7946 0018", "phone", true],
    ["12345", "text", true],
    ["pri", "text", false],
    ["12", "text", false],
    ["Room 1234567", "text", false],
  ])("%s is %s", (text, shape, isAddress) => {
    expect(shapeOf(text)).toBe(shape);
    expect(isAddressLike(text)).toBe(isAddress);
  });
});
