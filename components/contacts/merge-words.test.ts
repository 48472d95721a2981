import { expect, test } from "vitest";
import { wordsOf } from "@/tests/words";
import { mergeWords } from "./merge-words";

const [t, german] = [wordsOf("contacts"), wordsOf("contacts", "de")];
const [keep, drop] = [{ shownName: "Kim" }, { shownName: "kim@x.example" }];
const effects = {
  moves: { workspaces: 1, roles: 0, groups: 2, invitations: 1 },
  isAccountMoved: false,
  addresses: ["kim@acme.com"],
  lost: ["kim@x.example"],
  isReaddressed: true,
};

test("what merging will do is said one sentence each", () => {
  expect(mergeWords({ keep, drop, effects }, t)).toEqual([
    "1 workspace, 2 groups, 1 open invitation and the whole history of kim@x.example become Kim's.",
    "The one contact has kim@acme.com.",
    "kim@x.example is written into the history and no longer used.",
    "What was sent to an address no longer used is sent to kim@acme.com instead; old links stop working.",
    "kim@x.example is no longer in your contacts. This cannot be undone.",
  ]);
  expect(mergeWords({ keep, drop, effects }, german)[0]).toBe(
    "1 Workspace, 2 Gruppen, 1 offene Einladung und der gesamte Verlauf von kim@x.example gehen auf Kim über.",
  );
});

test("who only has a history gives that, and an account goes along", () => {
  const moves = { workspaces: 0, roles: 0, groups: 0, invitations: 0 };
  const addresses = ["kim@acme.com", "+49 30 901820"];
  const plain = { ...effects, moves, addresses, lost: [], isAccountMoved: true, isReaddressed: false };
  expect(mergeWords({ keep, drop, effects: plain }, t)).toEqual([
    "The history of kim@x.example becomes Kim's.",
    "Who signs in as kim@x.example acts as Kim from then on.",
    "The one contact has kim@acme.com and +49 30 901820.",
    "kim@x.example is no longer in your contacts. This cannot be undone.",
  ]);
  const lost = ["a@x.example", "b@x.example"];
  expect(mergeWords({ keep, drop, effects: { ...plain, lost } }, t)).toContain(
    "a@x.example, b@x.example are written into the history and no longer used.",
  );
});
