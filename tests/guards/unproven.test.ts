import { expect, test } from "vitest";
import { isTest, readSources, type Source } from "./sources";

/** Who may read addresses that nobody has proven, and what for; everybody else reads `proven_addresses`. */
const MAY: Record<string, string> = {
  "db/schema/identity.ts": "says what both are",
  "lib/domain/users.ts": "makes and proves them, and sees whether a name is one",
  "lib/domain/contact-details.ts": "leaves what opens an account to its owner",
  "db/queries/contact-page.ts": "shows that",
  "db/queries/accept.ts": "sees whether an invited address opens an account",
  "db/queries/sign-in.ts": "finds the account a code leads to, which proves it",
  "db/queries/account.ts": "lists what opens one's own account",
  "db/queries/self.ts": "tells somebody whom they are signed in as",
  "db/queries/recipients.ts": "finds out who is still to prove theirs",
  "db/queries/people.ts": "finds out who is still to prove theirs",
  "lib/domain/group-return.ts": "finds out who is still to prove theirs",
};

const findReaders = (sources: Source[]): string[] =>
  sources
    .filter((source) => /^(app|components|db|lib|scripts)\//.test(source.path) && !isTest(source))
    .filter(({ path }) => !path.startsWith("db/seed/"))
    .filter(({ text }) => /user_addresses|\buserAddresses\b/.test(text))
    .map(({ path }) => path)
    .sort();

test("who trusts that an address is somebody's reads the proven ones; the rest are known by name", () => {
  expect(findReaders(readSources())).toEqual(Object.keys(MAY).sort());
  const planted = { path: "db/queries/planted.ts", text: "select from user_addresses" };
  expect(findReaders([planted])).toEqual([planted.path]);
});
