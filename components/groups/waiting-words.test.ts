import { expect, test } from "vitest";
import { wordsOf } from "@/tests/words";
import { nobodyWords, sendWords } from "./waiting-words";

const [english, german] = [wordsOf("groups"), wordsOf("groups", "de")];

test("nothing is sent again where nobody was ever invited", () => {
  expect(sendWords({ notJoined: 2, isInvited: true }, english)).toBe("Resend Invitation to 2 people");
  expect(sendWords({ notJoined: 2, isInvited: false }, english)).toBe("Send Invitation to 2 people");
  expect(sendWords({ notJoined: 1, isInvited: false }, german)).toBe("Einladung an 1 Person senden");
});

test("everybody has joined only where nobody was deactivated before", () => {
  expect(nobodyWords({ isAllJoined: true }, english)).toBe("Everybody here has joined.");
  expect(nobodyWords({ isAllJoined: false }, english)).toBe("Whoever has not joined is deactivated.");
});
