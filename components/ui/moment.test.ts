import { expect, test } from "vitest";
import { wordsOf } from "@/tests/words";
import { exactWords, momentWords } from "./moment";

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

test.each([
  ["14:59:30", "just now", "gerade eben"],
  ["14:55:00", "5 min ago", "vor 5 Min."],
  ["08:02:00", "08:02", "08:02"],
])("how long ago %s is", (time, english, german) => {
  const said = (language: "en" | "de") =>
    momentWords(
      new Date(`2026-11-21T${time}Z`),
      { now: at, timeZone: "UTC", language },
      wordsOf("ui", language),
    );
  expect([said("en"), said("de")]).toEqual([english, german]);
});
