import { expect, test } from "vitest";
import type { RoleOutcome } from "@/lib/domain/template-views";
import { roleWords, startedWords } from "./started-words";

const open: RoleOutcome = {
  role: "1",
  name: "Signatory",
  asked: "",
  holder: null,
  status: null,
  reason: null,
  people: null,
};

test("each role tells who has it and whether they were invited, or why nobody has", () => {
  expect(roleWords({ ...open, holder: "Kim Lee", status: "invited" })).toBe("Kim Lee, invited.");
  expect(roleWords({ ...open, holder: "Noel", status: "added" })).toBe("Noel, added.");
  expect(
    roleWords({ ...open, holder: "Acme finance", status: "invited", people: { count: 5, sent: 4 } }),
  ).toBe("Acme finance: 5 people, 4 told.");
  expect(roleWords(open)).toBe("Unassigned: nobody was named.");
  expect(
    roleWords({ ...open, asked: "kim@acme", status: "invalid", reason: "needs a full email address" }),
  ).toBe("Unassigned. kim@acme: needs a full email address.");
});

test("the act tells what was made, how many are told and how many roles are left", () => {
  const started = {
    template: "1",
    workspace: { id: "2", name: "Acme" },
    roles: [open],
    sent: 0,
    heldUntil: null,
  };
  expect(startedWords(started)).toBe("Acme has been created. Nobody gets a message. 1 role is unassigned.");
  expect(startedWords({ ...started, roles: [{ ...open, holder: "Kim" }], sent: 1 })).toBe(
    "Acme has been created. 1 person will get a message.",
  );
});
