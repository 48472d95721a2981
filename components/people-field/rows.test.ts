import { describe, expect, test } from "vitest";
import type { GroupSuggestion } from "@/lib/domain/group-suggestions";
import type { Recognition, Suggestion } from "@/lib/domain/people";
import { wordsOf } from "@/tests/words";
import { nextRow, type RowsFor, rowsFor as rowsIn, stillFitting } from "./rows";

const rowsFor = (input: RowsFor) => rowsIn(input, wordsOf("invite"));

const person = (name: string, more: Partial<Suggestion> = {}): Suggestion => ({
  contact: name,
  name,
  address: `${name.toLowerCase()}@x.com`,
  kind: "client",
  company: null,
  state: "no_account",
  ...more,
});

const group = (name: string, more: Partial<GroupSuggestion> = {}): GroupSuggestion => ({
  group: name,
  name,
  kind: "client_group",
  size: 5,
  isAdded: false,
  ...more,
});

const fresh = (address: string, isColleague = false): Recognition => ({
  text: address,
  is: "new",
  channel: "email",
  address,
  shown: address,
  isColleague,
});

const plainly: RowsFor = {
  query: "p",
  found: { people: [], groups: [], typed: null },
  chosen: new Set(),
  isAdmin: true,
  audience: "any",
  withMembers: false,
};

const rows = (
  query: string,
  more: Partial<RowsFor> = {},
  people: Suggestion[] = [],
  typed: Recognition | null = null,
  groups: GroupSuggestion[] = [],
) =>
  rowsFor({ ...plainly, query, found: { people, groups, typed }, ...more }).map(
    ({ label, note, isOff }) => `${isOff ? "(off) " : ""}${label}${note && ` / ${note}`}`,
  );

describe("the rows under the field", () => {
  test("people come first, those who cannot be taken with the reason", () => {
    const people = [
      person("Priya", { state: "member" }),
      person("Priyanka", { kind: "internal", state: "has_account" }),
      person("Prim", { state: "deactivated" }),
      person("Prudence", { state: "not_joined" }),
      person("Pryce"),
    ];
    expect(rows("pr", { chosen: new Set(["Pryce"]) }, people)).toEqual([
      "(off) Priya / Client · already a member",
      "Priyanka / Internal user",
      "(off) Prim / Client · deactivated",
      "Prudence / Client · Not Joined",
      "(off) Pryce / already in the list",
      "(off) Invite New Client “pr” / finish typing an email or phone number",
    ]);
  });

  test("groups come after people, and those that are in already or empty cannot be taken", () => {
    const groups = [
      group("Acme finance"),
      group("Acme board", { isAdded: true }),
      group("Acme legal", { size: 0 }),
      group("Acme desk", { kind: "team", size: 1 }),
    ];
    expect(rows("acme", { chosen: new Set(["Acme desk"]) }, [person("Acme")], null, groups)).toEqual([
      "Acme / Client",
      "Acme finance / Client group",
      "(off) Acme board / Client group · already added",
      "(off) Acme legal / nobody in it yet",
      "(off) Acme desk / already in the list",
      "(off) Invite New Client “acme” / finish typing an email or phone number",
    ]);
    expect(rows("acme", { withMembers: true }, [], null, groups)[1]).toBe(
      "Acme board / Client group · already added",
    );
  });

  test("members can be taken for a role", () => {
    expect(rows("p", { withMembers: true }, [person("Priya", { state: "member" })])[0]).toBe(
      "Priya / Client · already a member",
    );
  });

  test("an internal user without account is for admins only, one with an unproven address is not", () => {
    const ivo = person("Ivo", { kind: "internal" });
    expect(rows("ivo", { isAdmin: false }, [ivo])[0]).toBe("(off) Ivo / Only admins can invite");
    expect(rows("ivo", {}, [ivo])[0]).toBe("Ivo / Internal user");
    const iris = person("Iris", { kind: "internal", state: "unproven" });
    expect(rows("iris", { isAdmin: false }, [iris])[0]).toBe("Iris / Internal user");
  });

  test("a new address offers both kinds to admins, colleagues as internal users first", () => {
    expect(rows("kim@acme.com", {}, [], fresh("kim@acme.com"))).toEqual([
      "Invite New Client “kim@acme.com”",
      "Invite New Internal User “kim@acme.com”",
    ]);
    expect(rows("zoe@own.com", {}, [], fresh("zoe@own.com", true))[0]).toBe(
      "Invite New Internal User “zoe@own.com”",
    );
  });

  test("a whole address can be taken before it is known whose it is, and is added where nobody is invited", () => {
    expect(rows("kim@acme.com", { audience: "client" })).toEqual(["Invite New Client “kim@acme.com”"]);
    expect(rows("kim@acme.com", { audience: "client", verb: "add" })).toEqual([
      "Add New Client “kim@acme.com”",
    ]);
  });

  const typed = fresh("zoe@own.com", true);
  const asked = { ...plainly, query: "zoe@own.com", found: { ...plainly.found, typed }, isAdmin: false };

  test("others may ask an admin", () => {
    const [client, request] = rowsFor(asked);
    expect(client?.label).toBe("Invite New Client “zoe@own.com”");
    expect(request).toMatchObject({
      type: "request",
      note: "Request",
      detail: "Only admins can invite new internal users. Ask an admin, or invite them as a client.",
    });
  });

  test("where nobody can be asked, or no client is wanted, the row says so", () => {
    const last = (more: Partial<RowsFor>) => rowsFor({ ...asked, ...more }).at(-1);
    expect(last({ mayRequest: false })).toMatchObject({ type: "request", note: "", isOff: true });
    expect(last({ audience: "internal" })).toMatchObject({
      type: "request",
      detail: "Only admins can invite new internal users. Ask an admin.",
      isOff: false,
    });
  });

  test("a role's audience decides which kinds are offered", () => {
    const typed = fresh("kim@acme.com");
    expect(rows("kim@acme.com", { audience: "client" }, [], typed)).toEqual([
      "Invite New Client “kim@acme.com”",
    ]);
    expect(rows("kim@acme.com", { audience: "internal" }, [], typed)).toEqual([
      "Invite New Internal User “kim@acme.com”",
    ]);
    expect(rows("kim", { audience: "internal" })).toEqual([
      "(off) Invite New Internal User “kim” / finish typing an email or phone number",
    ]);
  });

  test("those a role or a group is not for stand there with the reason", () => {
    const [zoe, team] = [
      person("Zoe", { kind: "internal", state: "member" }),
      group("Zoology", { kind: "team" }),
    ];
    expect(rows("zo", { audience: "client", withMembers: true }, [zoe], null, [team])).toEqual([
      "(off) Zoe / this role is for clients",
      "(off) Zoology / this role is for clients",
      "(off) Invite New Client “zo” / finish typing an email or phone number",
    ]);
    expect(rows("pr", { audience: "internal", verb: "add" }, [person("Priya")])[0]).toBe(
      "(off) Priya / this group is for internal users",
    );
    const typed: Recognition = { text: "zoe@x.com", is: "contact", person: zoe };
    expect(rows("zoe@x.com", { audience: "client" }, [], typed)).toEqual([
      "(off) Zoe / this role is for clients",
    ]);
    const unfit: Recognition = { text: "zoe@x.com", is: "invalid", reason: "this group is for clients" };
    expect(rows("Zoe@X.com", { audience: "client", verb: "add" }, [zoe], unfit)).toEqual([
      "(off) Zoe / this group is for clients",
    ]);
  });

  test("that only admins can invite is said before the address is whole, where nobody else would do", () => {
    const [row] = rowsFor({ ...asked, query: "zoe", found: plainly.found, audience: "internal" });
    expect(row).toMatchObject({
      label: "Invite New Internal User “zoe”",
      detail: "Only admins can invite new internal users. Ask an admin.",
      note: "finish typing an email or phone number",
      isOff: true,
    });
  });

  test("an address that is not complete says what it lacks, one that has an owner offers only the owner", () => {
    const wrong: Recognition = { text: "jo@acme", is: "invalid", reason: "needs a full email address" };
    expect(rows("jo@acme", {}, [], wrong)).toEqual([
      "(off) Invite New Client “jo@acme” / needs a full email address",
    ]);
    const unlike: Recognition = { text: "kim 12", is: "invalid", reason: "needs a full phone number" };
    expect(rows("kim 12", {}, [], unlike)[0]).toMatch(/finish typing an email or phone number$/);
    const owner = person("Kim");
    for (const found of [[], [owner]])
      expect(rows("kim@x.com", {}, found, { text: "kim@x.com", is: "contact", person: owner })).toEqual([
        "Kim / Client",
      ]);
  });
});

test("the mark goes round and leaves out what cannot be taken", () => {
  const [member, deactivated] = [person("A", { state: "member" }), person("C", { state: "deactivated" })];
  const people = [member, person("B"), deactivated, person("D")];
  const list = rowsFor({ ...plainly, found: { ...plainly.found, people } });
  expect([nextRow(list, -1, 1), nextRow(list, 1, 1), nextRow(list, 3, 1), nextRow(list, 1, -1)]).toEqual([
    1, 3, 1, 3,
  ]);
  expect(nextRow([], -1, 1)).toBe(-1);
  expect(
    nextRow(
      list.filter(({ isOff }) => isOff),
      -1,
      1,
    ),
  ).toBe(-1);
});

test("while a newer answer is on its way, only what still fits is shown", () => {
  const found = {
    people: [person("Zoë Ångström"), person("Zora")],
    groups: [group("Zoë's angels"), group("Zoo")],
    typed: fresh("zo@x.com"),
  };
  expect(stillFitting(found, "zoe ang")).toEqual({
    people: [found.people[0]],
    groups: [found.groups[0]],
    typed: null,
  });
});
