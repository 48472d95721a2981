import { expect, test } from "vitest";
import type { ActionView } from "@/lib/domain/views";
import { wordsOf } from "@/tests/words";
import { standing } from "./action-words";

const action = (changed: Partial<ActionView>): ActionView => ({
  id: "1",
  title: "Sign",
  kind: "todo",
  role: { id: "r", name: "Signatory" },
  stage: 0,
  state: "next",
  dueOn: null,
  instructions: null,
  holder: "Kim Lee",
  isMine: false,
  completedAt: null,
  completedBy: null,
  declinedAt: null,
  declinedBy: null,
  declineReason: null,
  ...changed,
});

const saidIn = (language: "en" | "de", one: ActionView, flow: ActionView[] = [one]) =>
  standing(
    one,
    flow,
    { now: new Date("2026-11-20T12:00:00Z"), timeZone: "UTC", language },
    wordsOf("workspace", language),
  );

test("whom an action waits for, or what", () => {
  expect(saidIn("en", action({ isMine: true }))).toBe("Your turn");
  expect(saidIn("en", action({}))).toBe("Waiting for Kim Lee");
  expect(saidIn("de", action({}))).toBe("Wartet auf Kim Lee");
  expect(saidIn("en", action({ holder: null }))).toBe("Waiting for Signatory to be assigned");
  const last = action({ id: "9", stage: 1, state: "later" });
  expect(saidIn("en", last, [action({}), last])).toBe("Starts after Sign");
  expect(saidIn("en", last, [action({}), action({ id: "2" }), last])).toBe("Starts after Sign and 1 more");
  const before = [action({}), action({ id: "2" }), action({ id: "3" })];
  expect(saidIn("en", last, [...before, last])).toBe("Starts after Sign and 2 more");
  expect(saidIn("de", last, [...before, last])).toBe("Beginnt nach Sign und 2 weiteren");
});

test("what became of an action, by whom and when", () => {
  const completedAt = new Date("2026-11-18T12:00:00Z");
  const done = action({ state: "done", kind: "approval", completedBy: "Kim Lee", completedAt });
  expect(saidIn("en", done)).toBe("Approved by Kim Lee · Nov 18");
  expect(saidIn("de", done)).toBe("Freigegeben von Kim Lee · 18. Nov.");
  expect(saidIn("en", action({ state: "declined" }))).toBe("Declined by somebody");
});
