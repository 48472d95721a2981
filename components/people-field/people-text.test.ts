import { expect, test } from "vitest";
import { splitRecipients } from "@/lib/domain/recipient-text";
import type { Chip } from "./chips";
import { fitsChips, textOf } from "./people-text";

const chip = (more: Partial<Chip>): Chip => ({ id: 1, text: "kim@acme.com", kind: "client", ...more });

test.each(["Kim Lee", "Lee, Kim", 'Kim "Kimmy" Lee', "Zoë O'Neil-Ng", "A; B"])(
  "%s is read back as it was",
  (name) => {
    const [read] = splitRecipients(textOf([chip({ name })], []));
    expect(read).toEqual({ text: "kim@acme.com", name: name.replaceAll('"', "") });
  },
);

test("a contact goes by the address, a number as people write it, and unfinished text stays as it is", () => {
  const person = { contact: "1", name: "Tom", address: "+1 415 555 0134", kind: "client" as const };
  const text = textOf(
    [
      chip({ person: { ...person, company: null, state: "has_account" } }),
      chip({ text: "+442079460018", shown: "+44 20 7946 0018" }),
      chip({ text: "jo@acme", problem: "needs a full email address" }),
    ],
    ["  ann@acme.com, bob ", ""],
  );
  expect(text).toBe("+1 415 555 0134\n+44 20 7946 0018\njo@acme\nann@acme.com, bob");
});

test("a group goes by its name", () => {
  const group = {
    group: "1",
    name: "Smith, Jones & Co.",
    kind: "client_group" as const,
    size: 2,
    isAdded: false,
  };
  expect(textOf([chip({ text: group.name, group })], [])).toBe("Smith, Jones & Co.");
});

test("more than five hundred people stay a text", () => {
  const list = (n: number) => Array.from({ length: n }, (_, i) => `c${i}@acme.com`).join("\n");
  expect([500, 501].map((n) => fitsChips(list(n)))).toEqual([true, false]);
});
