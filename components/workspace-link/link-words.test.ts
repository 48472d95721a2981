import { expect, it } from "vitest";
import { wordsOf } from "@/tests/words";
import { linkTitle, usesWords, waitingWords } from "./link-words";

const [english, german] = [wordsOf("links"), wordsOf("links", "de")];

it.each([
  [{ uses: 0, maxUses: null, waiting: 0 }, "Not used yet"],
  [{ uses: 0, maxUses: 5, waiting: 0 }, "Not used yet, 5 left"],
  [{ uses: 1, maxUses: null, waiting: 0 }, "Used once"],
  [{ uses: 3, maxUses: null, waiting: 1 }, "Used 3 times · 1 waiting"],
  [{ uses: 3, maxUses: 5, waiting: 2 }, "Used 3 times of 5 · 2 waiting"],
])("says of %j how often it was used", (link, words) => {
  expect(usesWords(link, english)).toBe(words);
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
  expect(waitingWords(link, english)).toBe(words);
});

it("says the same in German", () => {
  expect(usesWords({ uses: 1_200, maxUses: 5_000, waiting: 1 }, german)).toBe(
    "1.200-mal von 5.000 benutzt · 1 wartet",
  );
  expect(waitingWords({ waiting: 2, waitingNames: ["Kim", "Jo"] }, german)).toBe(
    "2 Personen warten: Kim und Jo. Die Anfragen bleiben.",
  );
});

it.each([
  ["client", "request", null, "Clients ask to join"],
  ["internal", "join", null, "Internal users join"],
  ["client", "join", "a", "Clients join as Approver"],
] as const)("says what a link for %s to %s is for", (audience, mode, role, words) => {
  const link = { audience, mode, role } as Parameters<typeof linkTitle>[0];
  expect(linkTitle(link, [{ id: "a", name: "Approver" }], english)).toBe(words);
});
