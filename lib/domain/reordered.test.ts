import { expect, test } from "vitest";
import { reordered } from "./reordered";

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const textOf = (list: { id: string }[]) => list.map(({ id }) => id).join("");

/** How far a step goes is for who makes it; this one goes to the end. */
const toEnd = (ids: string) => (id: string, by: 1 | -1) => {
  const others = [...ids].filter((other) => other !== id);
  return by < 0 ? [id, ...others] : [...others, id];
};

const ask = (now: string, asked: { seen: string; order?: string; up?: string; down?: string }) =>
  textOf(
    reordered(
      rows(now),
      { ...asked, seen: [...asked.seen], order: asked.order ? [...asked.order] : undefined },
      toEnd(now),
    ),
  );

test("a step is one from where the row stands now, whatever was seen", () => {
  expect(ask("ABC", { seen: "ABC", up: "C" })).toBe("CAB");
  expect(ask("CAB", { seen: "ABC", up: "B" })).toBe("BCA");
  expect(ask("CAB", { seen: "AB", down: "C" })).toBe("ABC");
});

test("a step of a row that is not there does not exist", () => {
  expect(() => ask("AB", { seen: "ABC", up: "C" })).toThrow(
    "This page does not exist, or you cannot see it.",
  );
});

test("a whole order made from what was seen is refused when the rows stand otherwise by now", () => {
  expect(ask("ABC", { seen: "ABC", order: "CBA" })).toBe("CBA");
  for (const seen of ["BAC", "AB", ""])
    expect(() => ask("ABC", { seen, order: "CBA" })).toThrow("The flow changed meanwhile. Look again.");
});
