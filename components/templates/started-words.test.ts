import { expect, test } from "vitest";
import type { RoleOutcome } from "@/lib/domain/template-views";
import { wordsOf } from "@/tests/words";
import { roleWords, startedWords } from "./started-words";

const [english, german] = [wordsOf("templates"), wordsOf("templates", "de")];

const open: RoleOutcome = {
  role: "1",
  name: "Signatory",
  asked: "",
  askFor: null,
  request: null,
  holder: null,
  status: null,
  reason: null,
  people: null,
};

test("each role tells who has it and whether they were invited, or why nobody has", () => {
  expect(roleWords({ ...open, holder: "Kim Lee", status: "invited" }, english)).toBe("Kim Lee, invited.");
  expect(roleWords({ ...open, holder: "Noel", status: "added" }, english)).toBe("Noel, added.");
  expect(
    roleWords({ ...open, holder: "Acme finance", status: "invited", people: { count: 5, sent: 4 } }, english),
  ).toBe("Acme finance: 5 people, 4 told.");
  expect(roleWords(open, english)).toBe("Unassigned: nobody was named.");
  expect(
    roleWords(
      { ...open, asked: "kim@acme", status: "invalid", reason: "needs a full email address" },
      english,
    ),
  ).toBe("Unassigned. kim@acme: needs a full email address.");
});

test("why some of a group are told nothing is told, each reason once, in English and German", () => {
  const group = { ...open, holder: "Acme finance", status: "added" as const };
  const unsent = { count: 3, reasons: ["asked not to be invited again", "Five messages went today."] };
  const role = { ...group, people: { count: 5, sent: 2, unsent } };
  expect(roleWords(role, english)).toBe(
    "Acme finance: 5 people, 2 told. 3 could not be sent to: asked not to be invited again; Five messages went today.",
  );
  expect(roleWords(role, german)).toMatch(
    /, davon 2 benachrichtigt\. An 3 Personen konnte nichts gesendet werden: /,
  );
  const whole = { ...group, people: { count: 5, sent: 5, unsent: { count: 0, reasons: [] } } };
  expect(roleWords(whole, english)).toBe("Acme finance: 5 people, 5 told.");
});

test("what the admins were asked is told, and who has answered it", () => {
  const asked = { ...open, asked: "Zoe <zoe@x.example>", askFor: "zoe@x.example", reason: "Only admins." };
  expect(roleWords({ ...asked, request: { answeredBy: null } }, english)).toBe(
    "Unassigned. The admins have been asked to invite zoe@x.example.",
  );
  expect(roleWords({ ...asked, request: { answeredBy: "Ada" } }, english)).toBe(
    "Ada has invited zoe@x.example.",
  );
});

test("the act tells what was made, how many are told and how many roles are left", () => {
  const started = {
    template: "1",
    workspace: { id: "2", name: "Acme" },
    roles: [open],
    sent: 0,
    heldUntil: null,
  };
  expect(startedWords(started, english)).toBe(
    "Acme has been created. Nobody gets a message. 1 role is unassigned.",
  );
  expect(startedWords({ ...started, roles: [{ ...open, holder: "Kim" }], sent: 1 }, english)).toBe(
    "Acme has been created. 1 person will get a message.",
  );
});

test("both are told in German too", () => {
  expect(roleWords({ ...open, holder: "Acme", people: { count: 5, sent: 0 } }, german)).toBe(
    "Acme: 5 Personen, davon keine benachrichtigt.",
  );
  expect(roleWords({ ...open, asked: "kim", reason: null }, german)).toBe(
    "Nicht zugewiesen. kim: konnte nicht eingeladen werden.",
  );
});
