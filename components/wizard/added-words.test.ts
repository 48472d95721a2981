import { expect, test } from "vitest";
import type { Added } from "@/lib/domain/added";
import { groupWords, personWords } from "./added-words";

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
  expect(personWords(kim, "Northwind")).toBe("Kim Lee added and invited to Northwind.");
  expect(personWords({ ...kim, workspace: acme }, "Northwind")).toBe(
    "Kim Lee added and invited to Acme onboarding.",
  );
  expect(personWords({ ...kim, isKnown: true }, "Northwind")).toBe("Kim Lee invited to Northwind.");
  expect(personWords({ ...kim, workspace: acme, isKnown: true, isMember: true }, "Northwind")).toBe(
    "Kim Lee added to Acme onboarding.",
  );
  expect(personWords({ ...kim, how: "quiet", sent: 0 }, "Northwind")).toBe(
    "Kim Lee added. Nothing was sent.",
  );
  const unsent = [{ name: "Kim Lee", reason: "asked not to be invited again" }];
  expect(personWords({ ...kim, sent: 0, unsent }, "Northwind")).toBe(
    "Kim Lee added. No invitation was sent: asked not to be invited again.",
  );
});

test("a group's line counts who was added, who is sent something and who needs fixing", () => {
  const open = [1, 2].map((n) => ({ input: `${n}`, name: `${n}`, reason: "needs a full email address" }));
  expect(groupWords({ ...kim, added: 12, sent: 12, open }, "Northwind")).toBe(
    "12 added · 12 people invited to Northwind · 2 need fixing",
  );
  expect(groupWords({ ...kim, how: "quiet", added: 1, sent: 0 }, "Northwind")).toBe(
    "1 added · nothing was sent",
  );
});
