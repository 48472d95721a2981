import { expect, test } from "vitest";
import { buttonWords, doneWords, namesWords } from "./bulk-words";

test("the button says the verb, the number and where to", () => {
  expect(buttonWords("workspace", 200, "Acme onboarding")).toBe("Add 200 people to Acme onboarding");
  expect(buttonWords("group", 1, undefined)).toBe("Add 1 person");
  expect(buttonWords("invite", 10_000, undefined)).toBe("Invite 10,000 people");
  expect(buttonWords("deactivate", 2, undefined)).toBe("Deactivate 2 people");
});

test("who is selected is a sentence's worth of names", () => {
  expect(namesWords(["Ann"], 1)).toBe("Ann");
  expect(namesWords(["Ann", "Ben"], 2)).toBe("Ann and Ben");
  expect(namesWords(["Ann", "Ben"], 200)).toBe("Ann, Ben and 198 more");
});

test("counts come first, what was not done last", () => {
  const person = { contact: "", name: "Ann", reason: "already a member" };
  expect(doneWords({ done: [{ status: "invited", count: 198 }], notDone: [person], unsent: [] })).toBe(
    "198 invited, 1 not done.",
  );
  expect(doneWords({ done: [], notDone: [person], unsent: [] })).toBe("1 not done.");
});
