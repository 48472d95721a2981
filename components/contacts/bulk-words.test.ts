import { expect, test } from "vitest";
import { wordsOf } from "@/tests/words";
import { buttonWords, doneWords, namesWords } from "./bulk-words";

const [t, german] = [wordsOf("contacts"), wordsOf("contacts", "de")];

test("the button says the verb, the number and where to", () => {
  expect(buttonWords("workspace", 200, "Acme onboarding", t)).toBe("Add 200 people to Acme onboarding");
  expect(buttonWords("group", 1, undefined, t)).toBe("Add 1 person");
  expect(buttonWords("invite", 10_000, undefined, t)).toBe("Invite 10,000 people");
  expect(buttonWords("deactivate", 2, undefined, t)).toBe("Deactivate 2 people");
  expect(buttonWords("invite", 10_000, undefined, german)).toBe("10.000 Personen einladen");
  expect(buttonWords("group", 1, "Acme", german)).toBe("1 Person zu Acme hinzufügen");
});

test("who is selected is a sentence's worth of names", () => {
  expect(namesWords(["Ann"], 1, t)).toBe("Ann");
  expect(namesWords(["Ann", "Ben"], 2, t)).toBe("Ann and Ben");
  expect(namesWords(["Ann", "Ben"], 200, t)).toBe("Ann, Ben and 198 more");
  expect(namesWords(["Ann", "Ben"], 2_000, german)).toBe("Ann, Ben und 1.998 weitere");
});

test("counts come first, what was not done last", () => {
  const nobody = { count: 0, reasons: [] };
  const ann = { count: 1, reasons: [] };
  const answer = { done: [{ status: "invited" as const, count: 198 }], notDone: ann, unsent: nobody };
  expect(doneWords(answer, t)).toBe("198 invited, 1 not done.");
  expect(doneWords(answer, german)).toBe("198 eingeladen, 1 nicht erledigt.");
  expect(doneWords({ ...answer, done: [] }, t)).toBe("1 not done.");
});
