import { expect, test } from "vitest";
import { exactWords } from "./moment";

const at = new Date("2026-11-21T15:00:00Z");

test.each([
  ["America/New_York", "10:00 GMT-5"],
  ["Europe/Berlin", "16:00 GMT+1"],
  ["UTC", "15:00 GMT+0"],
])("the exact time names its zone: %s", (timeZone, words) => {
  const exact = exactWords(at, { timeZone, language: "en" });
  expect(exact).toMatch(/^Saturday, November 21, 2026/);
  expect(exact.endsWith(words)).toBe(true);
});
