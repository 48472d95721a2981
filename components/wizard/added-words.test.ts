import { expect, test } from "vitest";
import type { Added } from "@/lib/domain/added";
import { wordsOf } from "@/tests/words";
import { groupWords, personWords } from "./added-words";

const [english, german] = [wordsOf("wizard"), wordsOf("wizard", "de")];

const kim: Added = {
  how: "contacts",
  name: "Kim Lee",
  contact: "1",
  group: null,
  isKnown: false,
  isMember: false,
  workspace: null,
  command: null,
  heldUntil: null,
  added: 1,
  sent: 1,
  open: [],
  unsent: [],
};
const acme = { id: "2", name: "Acme onboarding" };

test("one person's line says what happened, and never that something was sent when nothing was", () => {
  expect(personWords(kim, "Northwind", english)).toBe("Kim Lee added and invited to Northwind.");
  expect(personWords({ ...kim, workspace: acme }, "Northwind", english)).toBe(
    "Kim Lee added and invited to Acme onboarding.",
  );
  expect(personWords({ ...kim, isKnown: true }, "Northwind", english)).toBe("Kim Lee invited to Northwind.");
  expect(personWords({ ...kim, workspace: acme, isKnown: true, isMember: true }, "Northwind", english)).toBe(
    "Kim Lee added to Acme onboarding.",
  );
  expect(personWords({ ...kim, how: "quiet", sent: 0 }, "Northwind", english)).toBe(
    "Kim Lee added. Nothing was sent.",
  );
  const unsent = [{ name: "Kim Lee", reason: "asked not to be invited again" }];
  expect(personWords({ ...kim, sent: 0, unsent }, "Northwind", english)).toBe(
    "Kim Lee added. No invitation was sent: asked not to be invited again.",
  );
  const over = [{ name: "Kim Lee", reason: "You have reached your limit. Try again in 2 hours." }];
  expect(personWords({ ...kim, sent: 0, unsent: over }, "Northwind", english)).toBe(
    "Kim Lee added. No invitation was sent: You have reached your limit. Try again in 2 hours.",
  );
});

test("a group's line counts who was added, who is sent something and who needs fixing", () => {
  const open = [1, 2].map((n) => ({ input: `${n}`, name: `${n}`, reason: "needs a full email address" }));
  expect(groupWords({ ...kim, added: 12, sent: 12, open }, "Northwind", english)).toBe(
    "12 added · 12 people invited to Northwind · 2 need fixing",
  );
  expect(groupWords({ ...kim, how: "quiet", added: 1, sent: 0 }, "Northwind", english)).toBe(
    "1 added · nothing was sent",
  );
});

test("both lines are told in German too", () => {
  expect(personWords(kim, "Northwind", german)).toBe("Kim Lee hinzugefügt und zu Northwind eingeladen.");
  expect(groupWords({ ...kim, added: 1_200, sent: 1 }, "Northwind", german)).toBe(
    "1.200 hinzugefügt · 1 Person zu Northwind eingeladen",
  );
});
