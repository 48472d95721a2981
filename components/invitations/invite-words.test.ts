import { expect, test } from "vitest";
import { newCommand } from "@/components/ui/new-command";
import type { Outcome } from "@/lib/domain/views";
import { sayIn } from "@/lib/words/say";
import { wordsOf } from "@/tests/words";
import { actionWords } from "./invite-effects";
import { peopleField } from "./invite-send";
import { assignedWords, doneWords, memberWords, partialWords } from "./invite-words";

const t = wordsOf("invite");

const outcome = (status: Outcome["status"], name = "Kim Lee"): Outcome => ({
  input: name,
  name,
  status,
  reason: null,
  invitationId: null,
});
const many = (invited: number, added: number, members = 0) => [
  ...Array.from({ length: invited }, () => outcome("invited")),
  ...Array.from({ length: added }, () => outcome("added")),
  ...Array.from({ length: members }, () => outcome("already_member")),
];

test.each([
  [many(1, 0), "Kim Lee invited."],
  [many(0, 1), "Kim Lee added."],
  [many(7, 0), "7 people invited."],
  [many(0, 3, 1), "3 people added."],
  [many(5, 2), "5 invited, 2 added."],
  [many(0, 0, 2), "Nobody had to be invited."],
])("what went well: %#", (outcomes, words) => expect(doneWords(outcomes, t)).toBe(words));

const finance = (people: Outcome[]): Outcome => ({ ...outcome("invited", "Acme finance"), people });
const bounced: Outcome = {
  ...outcome("not_allowed"),
  reason: "mail to this address came back",
};

test("the people of a group are counted one by one, and who could not be sent to is told", () => {
  expect(doneWords([finance([...many(4, 0), bounced])], t)).toBe(
    "4 invited. 1 of Acme finance could not be sent to: mail to this address came back.",
  );
  const whole = { ...bounced, reason: "Mail to this address came back." };
  expect(doneWords([finance([whole, whole])], t)).toMatch(
    /could not be sent to: Mail to this address came back\.$/,
  );
  expect(doneWords([finance(many(2, 1)), outcome("invited")], t)).toBe("3 invited, 1 added.");
  expect(doneWords([finance(many(0, 0, 2))], t)).toBe("Acme finance added.");
  expect(assignedWords([finance(many(2, 0))], "Reviewer", t)).toBe(
    "Acme finance is now Reviewer. 2 people invited.",
  );
});

test("who was a member already is told too, by name or by number", () => {
  expect(memberWords(["Ann"], many(2, 0), t)).toBe("Ann is a member already.");
  expect(memberWords([], many(1, 0, 1), t)).toBe("Kim Lee is a member already.");
  expect(memberWords(["Ann", "Ben"], many(1, 0, 1), t)).toBe("3 are members already.");
  expect(memberWords(["Ann", "Ben"], [], wordsOf("invite", "de"))).toBe("2 sind schon Mitglied.");
  expect(memberWords([], many(1, 1), t)).toBe("");
});

test.each([
  [many(5, 0), 2, "5 invited. 2 need your attention."],
  [many(3, 1), 2, "3 invited, 1 added. 2 need your attention."],
  [many(0, 4), 1, "4 added. 1 needs your attention."],
  [many(0, 0), 1, "Nobody was invited. 1 needs your attention."],
])("what did not: %#", (outcomes, left, words) => expect(partialWords(outcomes, left, t)).toBe(words));

test("what a role hands over", () => {
  expect(actionWords(["Verify identity"], t)).toBe("They will get 1 action: Verify identity");
  expect(actionWords(["Sign", "Pay"], t)).toBe("They will get 2 actions: Sign, Pay");
  expect(actionWords([], t)).toBe("They will get no actions yet.");
  expect(assignedWords([outcome("invited")], "Reviewer", t)).toBe("Kim Lee invited as Reviewer.");
  expect(assignedWords([outcome("added")], "Reviewer", t)).toBe("Kim Lee is now Reviewer.");
});

test("German counts one and many, and keeps the sentences whole", () => {
  const de = wordsOf("invite", "de");
  expect(doneWords(many(1, 0), de)).toBe("Kim Lee eingeladen.");
  expect(doneWords(many(5, 2), de)).toBe("5 eingeladen, 2 hinzugefügt.");
  expect(partialWords(many(0, 0), 1, de)).toBe(
    "Es wurde niemand eingeladen. Bei 1 Eintrag ist noch etwas zu tun.",
  );
  expect(doneWords([finance([...many(4, 0), { ...bounced, reason: "E-Mails kommen zurück" }])], de)).toBe(
    "4 eingeladen. An 1 Person aus Acme finance konnte nichts gesendet werden: E-Mails kommen zurück.",
  );
  expect(actionWords(["Sign", "Pay"], de)).toBe("Dazu gehören 2 Aufgaben: Sign, Pay");
});

test.each(["en", "de"] as const)("the field knows the answer that only admins may: %s", (language) => {
  const answer = sayIn(language)("Only admins can invite new internal users. Ask an admin.");
  expect(answer).toBe(wordsOf("invite", language)("people.askAdmin"));
});

test("commands are UUIDs, each a new one", () => {
  const made = Array.from({ length: 100 }, newCommand);
  for (const id of made)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(made).size).toBe(100);
});

test("the form field holds contacts and groups by id and new people by address", () => {
  const person = {
    contact: "c1",
    name: "Ann",
    address: "ann@x.com",
    kind: "client" as const,
    company: null,
    state: "no_account" as const,
  };
  const group = { group: "g1", name: "Board", kind: "client_group" as const, size: 3, isAdded: false };
  const chips = [
    { id: 1, text: "ann@x.com", kind: "client" as const, person },
    { id: 3, text: "Board", kind: "client" as const, group },
    { id: 2, text: "zoe@x.com", kind: "internal" as const, name: "Zoë" },
  ];
  expect(JSON.parse(peopleField(chips))).toEqual([
    { contact: "c1" },
    { group: "g1" },
    { address: "zoe@x.com", name: "Zoë", kind: "internal" },
  ]);
});
