import { expect, test } from "vitest";
import { reminderWords } from "./reminder-words";

test.each([
  [[], "never"],
  [[3], "on day 3"],
  [[2, 5], "on days 2 and 5"],
  [[2, 5, 9], "on days 2, 5 and 9"],
])("%j: reminded %s", (days, words) => {
  expect(reminderWords(days)).toBe(words);
});
