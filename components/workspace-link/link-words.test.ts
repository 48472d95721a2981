import { expect, it } from "vitest";
import { usesWords, waitingWords } from "./link-words";

it.each([
  [{ uses: 0, maxUses: null, waiting: 0 }, "Not used yet"],
  [{ uses: 0, maxUses: 5, waiting: 0 }, "Not used yet, 5 left"],
  [{ uses: 1, maxUses: null, waiting: 0 }, "Used once"],
  [{ uses: 3, maxUses: null, waiting: 1 }, "Used 3 times · 1 waiting"],
  [{ uses: 3, maxUses: 5, waiting: 2 }, "Used 3 times of 5 · 2 waiting"],
])("says of %j how often it was used", (link, words) => {
  expect(usesWords(link)).toBe(words);
});

it.each([
  [{ waiting: 0, waitingNames: [] }, "Nobody is waiting."],
  [{ waiting: 1, waitingNames: ["Kim"] }, "1 person is waiting: Kim. Their requests stay."],
  [{ waiting: 2, waitingNames: ["Kim", "Jo"] }, "2 people are waiting: Kim and Jo. Their requests stay."],
  [
    { waiting: 9, waitingNames: ["Kim", "Jo", "Sam"] },
    "9 people are waiting: Kim, Jo, Sam and 6 more. Their requests stay.",
  ],
])("says of %j who waits", (link, words) => {
  expect(waitingWords(link)).toBe(words);
});
