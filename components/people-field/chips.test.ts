import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Recognition, Suggestion } from "@/lib/domain/people";
import type { Outcome } from "@/lib/domain/views";
import { wordsOf } from "@/tests/words";
import { effectWords, inviteLabel, sendable, tagOf } from "./chip-words";
import { type Chips, type ChipsEvent, changeChips, type Entry, labelOf, noChips } from "./chips";

const person = (contact: string, state: Suggestion["state"] = "no_account"): Suggestion => ({
  contact,
  name: `Person ${contact}`,
  address: `${contact}@x.com`,
  kind: "client",
  company: null,
  state,
});

const fresh = (address: string, more: Partial<Recognition> = {}): Recognition =>
  ({
    text: address,
    is: "new",
    channel: address.includes("@") ? "email" : "phone",
    address,
    shown: address,
    isColleague: false,
    ...more,
  }) as Recognition;

const known = (contact: string, state?: Suggestion["state"]): Recognition => ({
  text: `${contact}@x.com`,
  is: "contact",
  person: person(contact, state),
});

const wrong = (text: string): Recognition => ({ text, is: "invalid", reason: "needs a full email address" });

const group = (name: string, size: number, isAdded = false): Entry => ({
  text: name,
  is: "group",
  group: { group: name, name, kind: "client_group", size, isAdded },
});

const t = wordsOf("invite");
const played = (...events: ChipsEvent[]): Chips =>
  events.reduce((chips, event) => changeChips(chips, event, t), noChips);
const add = (...found: Entry[]): ChipsEvent => ({ type: "add", found });
const labels = ({ list }: Chips) => list.map(labelOf);

describe("chips", () => {
  test("are added in order, and a pasted list gets one summary", () => {
    const chips = played(
      add(
        fresh("ann@x.com", { name: "Ann" }),
        fresh("bob@x.com"),
        known("c1", "member"),
        known("c2", "member"),
        wrong("jo@acme"),
      ),
    );
    expect(labels(chips)).toEqual(["Ann", "bob@x.com", "Person c1", "Person c2", "jo@acme"]);
    expect(chips).toMatchObject({ said: "2 added · 2 already members · 1 needs fixing", isShown: true });
  });

  test("say when one is removed, but not when it becomes text again", () => {
    const before = played(add(fresh("ann@x.com")), add(fresh("bob@x.com")));
    const id = before.list[0]?.id ?? 0;
    const removed = changeChips(before, { type: "remove", id }, t);
    expect(labels(removed)).toEqual(["bob@x.com"]);
    expect(removed.said).toBe("ann@x.com removed");
    const edited = changeChips(before, { type: "remove", id, isQuiet: true }, t);
    expect(labels(edited)).toEqual(["bob@x.com"]);
    expect(edited.said).toBe("bob@x.com added");
  });

  test("merge what is there already, and say so", () => {
    const chips = played(add(fresh("kim@acme.com")), add(fresh("KIM@acme.com")));
    expect(labels(chips)).toEqual(["kim@acme.com"]);
    expect(chips).toMatchObject({ said: "KIM@acme.com is already in the list.", isShown: true });
  });

  test("become the contact they turn out to be, and one chip if that contact is there", () => {
    const told = played(add(fresh("c1@x.com")), { type: "tell", found: known("c1") });
    expect(told.list).toMatchObject([{ person: { contact: "c1" }, kind: "client" }]);
    const twice = played(add(known("c1")), add(fresh("c1@x.com")), { type: "tell", found: known("c1") });
    expect(labels(twice)).toEqual(["Person c1"]);
    expect(twice.said).toBe("Person c1 is already in the list.");
  });

  test("keep the kind that was chosen while the server looks them up", () => {
    const chips = played(
      { type: "add", found: [fresh("zoe@x.com")], kind: "internal" },
      { type: "tell", found: fresh("zoe@x.com", { isColleague: true }) },
    );
    expect(chips.list).toMatchObject([{ kind: "internal", isColleague: true }]);
  });

  test("that were refused stay with the reason; the others leave", () => {
    const outcome = (input: string, status: Outcome["status"], reason: string | null = null): Outcome => ({
      input,
      name: input,
      status,
      reason,
      invitationId: null,
    });
    const chips = played(
      add(fresh("a@x.com"), fresh("b@x.com"), known("c1"), known("c2", "member"), wrong("jo@acme")),
      {
        type: "keep",
        outcomes: [
          outcome("a@x.com", "invited"),
          outcome("b@x.com", "not_allowed", "asked not to be invited again"),
          outcome("c1", "already_member", "already a member"),
        ],
      },
    );
    expect(chips.list.map(({ text, problem }) => [text, problem])).toEqual([
      ["b@x.com", "asked not to be invited again"],
      ["jo@acme", "needs a full email address"],
    ]);
  });

  test("of a group leave once it was added; what was refused as a whole stays", () => {
    const outcome = { name: "g", reason: null, invitationId: null };
    const chips = played(add(group("Acme finance", 2), group("Empty", 0)), {
      type: "keep",
      outcomes: [
        { ...outcome, input: "Acme finance", status: "invited", people: [] },
        { ...outcome, input: "Empty", status: "invalid", reason: "has nobody in it yet" },
      ],
    });
    expect(chips.list.map(({ text, problem }) => [text, problem])).toEqual([
      ["Empty", "has nobody in it yet"],
    ]);
    expect(sendable(played(add(group("In", 2, true))).list, false)).toEqual([]);
    expect(sendable(played(add(group("In", 2, true))).list, true)).toHaveLength(1);
  });

  test("turned into clients can be sent again", () => {
    const refused = played(add(fresh("a@x.com")), {
      type: "keep",
      outcomes: [{ input: "a@x.com", name: "a", status: "not_allowed", reason: "no", invitationId: null }],
    });
    const id = refused.list[0]?.id ?? 0;
    expect(sendable(refused.list, false)).toEqual([]);
    expect(sendable(changeChips(refused, { type: "turn", id, kind: "client" }, t).list, false)).toHaveLength(
      1,
    );
  });

  test("never hold a person twice, and never reuse an id, whatever happens", () => {
    const address = fc.constantFrom("a@x.com", "A@x.com", "b@x.com", "c1@x.com");
    const event: fc.Arbitrary<ChipsEvent> = fc.oneof(
      fc
        .array(
          fc.oneof(
            address.map((text) => fresh(text)),
            fc.constantFrom("c1", "c2").map((id) => known(id)),
            address.map(wrong),
          ),
        )
        .map((found) => add(...found)),
      fc
        .oneof(
          address.map((text) => ({ ...known("c1"), text })),
          address.map((text) => fresh(text)),
        )
        .map((found) => ({ type: "tell" as const, found })),
      fc.nat(12).map((id) => ({ type: "remove" as const, id })),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const { list, made } = played(...events);
        const keys = list.map(({ person: owner, text }) => (owner?.contact ?? text).toLowerCase());
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
        expect(list.every(({ id }) => id > 0 && id <= made)).toBe(true);
      }),
    );
  });
});

describe("the words on chips and buttons", () => {
  const list = (...found: Entry[]) => played(add(...found)).list;

  test("a chip tells what it is", () => {
    const [client, member, colleague, bad] = list(
      fresh("a@x.com"),
      known("c1", "member"),
      { ...known("c2", "not_joined") },
      wrong("jo@acme"),
    );
    expect([client, member, colleague, bad].map((chip) => chip && tagOf(chip, t))).toEqual([
      "New client",
      "Client · already a member",
      "Client · Not Joined",
      "",
    ]);
  });

  test.each([
    [[], "Invite", ""],
    [[fresh("a@x.com")], "Invite", "1 will get an email."],
    [[fresh("+14155550134")], "Invite", "1 will get a text message."],
    [[known("c1", "has_account")], "Add 1 member", "Person is added straight away."],
    [
      [known("c1", "has_account"), known("c2", "has_account"), known("c3", "has_account")],
      "Add 3 members",
      "3 are added straight away.",
    ],
    [
      [fresh("a@x.com"), fresh("b@x.com"), fresh("+14155550134"), known("c1", "has_account")],
      "Invite 4 people",
      "2 will get an email, 1 a text message. Person is added straight away.",
    ],
    [[group("Acme finance", 5)], "Invite 5 people", "Acme finance: 5 people."],
    [
      [group("Acme finance", 5), group("Board", 1), fresh("a@x.com")],
      "Invite 7 people",
      "1 will get an email. Acme finance: 5 people, Board: 1 person.",
    ],
  ] satisfies [Entry[], string, string][])("%j", (found, label, effect) => {
    expect(inviteLabel(list(...found), t)).toBe(label);
    expect(effectWords(list(...found), t)).toBe(effect);
  });
});

test("in German a chip, the button and the effect are told with the right number", () => {
  const de = wordsOf("invite", "de");
  const { list } = played(add(fresh("a@x.com"), fresh("+14155550134"), known("c1", "has_account")));
  expect(list.map((chip) => tagOf(chip, de))).toEqual(["Neuer Kunde", "Neuer Kunde", "Kunde"]);
  expect(inviteLabel(list, de)).toBe("3 Personen einladen");
  expect(effectWords(list, de)).toBe(
    "1 Person bekommt eine E-Mail, 1 eine SMS. Person wird sofort hinzugefügt.",
  );
});

describe("somebody who has not joined", () => {
  test("is not promised an email, since an open invitation is not sent again", () => {
    const { list } = played(add(known("c1", "not_joined"), fresh("ann@x.com")));
    expect(effectWords(list, t)).toBe(
      "1 will get an email. Person c1 has not joined yet: nothing is sent while the earlier invitation is open.",
    );
  });
});

test("a chip knows that a name was left out, also when the server says so later", () => {
  const left = fresh("v1@x.com", { isNameLeftOut: true });
  const chips = played(add(fresh("v1@x.com")), { type: "tell", found: left });
  expect(chips.list).toMatchObject([{ text: "v1@x.com", isNameLeftOut: true }]);
});
