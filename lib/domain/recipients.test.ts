import { describe, expect, test } from "vitest";
import { parseRecipients, Recipients } from "./recipients";

const refused = (value: unknown) =>
  Recipients.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
const json = (...list: unknown[]) => JSON.stringify(list);

describe("the field `people`", () => {
  test("reads free text, as from a page without script", () => {
    expect(Recipients.parse("Ann <ann@x.com>; bob@y.com\n+44 20 7946 0018")).toEqual([
      { address: "ann@x.com", name: "Ann", kind: "client" },
      { address: "bob@y.com", kind: "client" },
      { address: "+44 20 7946 0018", kind: "client" },
    ]);
  });

  test("reads contacts and new people as JSON", () => {
    const contact = { contact: "0198c0de-0000-7000-8000-000000000001" };
    const colleague = { address: "zoe@northwind.test", name: "Zoë", kind: "internal" };
    expect(Recipients.parse(json(contact, colleague))).toEqual([contact, colleague]);
  });

  test("keeps an address that is not valid: each recipient is judged on its own later", () => {
    expect(Recipients.parse("jo@acme, ann@x.com")).toHaveLength(2);
  });

  test.each(["Buy at www.evil.com now", "Call 0800 123 4567", "x".repeat(61), "A\u0001B"])(
    "leaves out the name %j, which may not stand in a message",
    (name) => {
      expect(Recipients.parse(json({ address: "ann@x.com", name, kind: "client" }))).toEqual([
        { address: "ann@x.com", kind: "client" },
      ]);
    },
  );

  test.each([
    ["nothing", "", /at least one/],
    ["spaces", " \n ", /at least one/],
    ["an empty list", "[]", /at least one/],
    ["no text", 7, /at least one/],
    ["several fields of that name", ["a@x.com", "b@x.com"], /at least one/],
    ["broken JSON", '[{"address":', /could not be read/],
    ["an unknown key", json({ address: "a@x.com", kind: "client", admin: true }), /do not belong/],
    [
      "a contact with more to it",
      json({ contact: "0198c0de-0000-7000-8000-000000000001", kind: "client" }),
      /do not belong/,
    ],
    [
      "a group with something beside it",
      json({ group: "0198c0de-0000-7000-8000-000000000001", kind: "client" }),
      /do not belong/,
    ],
    ["a prototype", '[{"__proto__":{"kind":"client"},"address":"a@x.com","kind":"client"}]', /do not belong/],
    ["an id that is none", json({ contact: "1 or 1=1" }), /could not be read/],
    ["a kind that is none", json({ address: "a@x.com", kind: "admin" }), /could not be read/],
    ["a number as address", json({ address: 5, kind: "client" }), /could not be read/],
    ["a list in the list", json([]), /could not be read|do not belong/],
    ["null in the list", `[{"address":"a@x.com","kind":"client"},null]`, /could not be read/],
    ["a long address", json({ address: "a".repeat(513), kind: "client" }), /too long/],
    ["a long entry of free text", "a".repeat(513), /too long/],
    ["a long name", json({ address: "a@x.com", name: "a".repeat(513), kind: "client" }), /too long/],
    ["NUL", "ann@x.com\0", /cannot be stored/],
    ["NUL within JSON", '[{"address":"a\\u0000@x.com","kind":"client"}]', /cannot be stored/],
    ["half a character", "ann@x.com\ud800", /cannot be stored/],
    [
      "half a character within JSON",
      '[{"address":"a@x.com","name":"\\udc00","kind":"client"}]',
      /cannot be stored/,
    ],
    ["10,001 people", "a@x.com,".repeat(10_001), /at most 10,000/],
    ["two million characters", "a".repeat(2_000_000), /too long/],
  ])("refuses %s with words", (_, value, words) => {
    const messages = refused(value);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(words);
  });

  test("takes 10,000 people", () => {
    const list = Array.from({ length: 10_000 }, (_, i) => `p${i}@x.com`);
    expect(Recipients.parse(list.join("\n"))).toHaveLength(10_000);
    expect(Recipients.parse(json(...list.map((address) => ({ address, kind: "client" }))))).toHaveLength(
      10_000,
    );
  });
});

test("free text makes clients of new people", () => {
  expect(parseRecipients("ann@x.com")).toEqual([{ address: "ann@x.com", kind: "client" }]);
});
