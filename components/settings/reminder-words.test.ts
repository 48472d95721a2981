import { expect, test } from "vitest";
import { wordsOf } from "@/tests/words";
import { reminderWords } from "./reminder-words";

test.each([
  [[], "never", "nie"],
  [[3], "on day 3", "an Tag 3"],
  [[2, 5], "on days 2 and 5", "an den Tagen 2 und 5"],
  [[2, 5, 9], "on days 2, 5 and 9", "an den Tagen 2, 5 und 9"],
])("%j: reminded %s", (days, english, german) => {
  expect(reminderWords(days, wordsOf("settings"))).toBe(english);
  expect(reminderWords(days, wordsOf("settings", "de"))).toBe(german);
});
