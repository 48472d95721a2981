import { expect, test } from "vitest";
import { placesOf } from "./highlight";

const marked = (text: string, find: string) => placesOf(text, find).map(([from, to]) => text.slice(from, to));

test("the searched text is marked as it stands, whatever its case and accents", () => {
  expect(marked("Zélie Ångström", "zelie ang")).toEqual(["Zélie Ång"]);
  expect(marked("Joakim Berg", "KIM")).toEqual(["kim"]);
  expect(marked("kim@acme.com", "acme")).toEqual(["acme"]);
  expect([marked("Annika Sørensen", "soren"), marked("Strauß", "strauss")]).toEqual([["Søren"], ["Strauß"]]);
});

test("words are marked one by one where they do not stand together", () => {
  expect(marked("Joakim Berg", "berg joa")).toEqual(["Joa", "Berg"]);
  expect(marked("Joakim Berg", "xyz joa")).toEqual(["Joa"]);
});

test("phone numbers are compared by their digits", () => {
  expect(marked("+1 415 555 0134", "(415) 555")).toEqual(["415 555"]);
  expect(marked("+1 415 555 0134", "kim")).toEqual([]);
});
