import { expect, test } from "vitest";
import { wordsOf } from "@/tests/words";
import { nobodyWords, quietWords, sendWords } from "./waiting-words";

const [english, german] = [wordsOf("groups"), wordsOf("groups", "de")];

test("nothing is sent again where nobody was ever invited", () => {
  expect(sendWords({ notJoined: 2, quiet: 1 }, english)).toBe("Resend Invitation to 2 people");
  expect(sendWords({ notJoined: 2, quiet: 2 }, english)).toBe("Send Invitation to 2 people");
  expect(sendWords({ notJoined: 1, quiet: 1 }, german)).toBe("Einladung an 1 Person senden");
});

test("that it is the first invitation is told of some, where it is not of all", () => {
  expect(quietWords({ notJoined: 3, quiet: 1 }, english)).toBe(
    "1 of them has never been invited: resending is their first invitation.",
  );
  expect(quietWords({ notJoined: 2, quiet: 2 }, english)).toBeNull();
  expect(quietWords({ notJoined: 2, quiet: 0 }, english)).toBeNull();
});

test("everybody has joined only where nobody was deactivated before", () => {
  expect(nobodyWords({ isAllJoined: true }, english)).toBe("Everybody here has joined.");
  expect(nobodyWords({ isAllJoined: false }, english)).toBe("Whoever has not joined is deactivated.");
});
