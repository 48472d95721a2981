import { expect, test } from "vitest";
import { readSources } from "./sources";
import { ownWords, sentencesIn } from "./words";

const sources = readSources();

/** Names of keys, headers and things, which are the same in every language. */
const SAME = new Set([
  ..."Enter Escape Tab Home End Backspace Delete ArrowUp ArrowDown ArrowLeft ArrowRight".split(" "),
  ...["Ctrl K", "Shift ↓", "Control+K Meta+K"],
  ..."Foyer Arial Content-Type Content-Security-Policy".split(" "),
]);

/** Where words of their own are left. */
const LEFT = new RegExp(
  `^(${[
    "app/",
    "components/account/",
    "components/contacts/",
    "components/delivery/",
    "components/groups/",
    "components/invitation-list/",
    "components/invitations/",
    "components/members/",
    "components/outbox/",
    "components/people-field/",
    "components/settings/",
    "components/templates/",
    "components/timeline/",
    "components/wizard/",
    "components/workspace/",
    "components/workspace-link/",
    "components/workspace-settings/",
  ].join("|")})`,
);

test("screens take their words from the catalogue", () => {
  const rooms = sources.filter(({ path }) => !LEFT.test(path));
  expect(ownWords(rooms, /^(app|components)\//, SAME)).toEqual([]);
  const planted = {
    path: "components/planted.tsx",
    text: 'export const P = () => <p title="Go on">Wait a bit</p>;',
  };
  expect(ownWords([planted], /^components\//, SAME)).toHaveLength(2);
});

test("sentences of the domain are found, whatever stands round them", () => {
  expect(sentencesIn(sources, /^lib\/(domain|actions)\//).length).toBeGreaterThan(100);
});
