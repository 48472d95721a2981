import { expect, test } from "vitest";
import type { ListedInvitation } from "@/lib/domain/invitation-views";
import { wordsOf } from "@/tests/words";
import { doneWords, expiryWords, isChangeOffered, sendsWords } from "./list-words";

const [english, german] = [wordsOf("invitations"), wordsOf("invitations", "de")];
const skipped = (count: number) => ({ count, reasons: [] });

test("what became of many is told with those that were skipped, if any", () => {
  const one = { done: 1_200, notDone: skipped(0) };
  expect(doneWords("resend", one, english)).toBe("1,200 sent.");
  expect(doneWords("stop", { done: 2, notDone: skipped(1) }, english)).toBe(
    "2 without reminders, 1 skipped.",
  );
  expect(doneWords("resend", one, german)).toBe("1.200 gesendet.");
  expect(doneWords("cancel", { done: 2, notDone: skipped(1) }, german)).toBe(
    "2 zurückgezogen, 1 übersprungen.",
  );
});

test("how often something was sent is said where it was not once", () => {
  const row = (sends: number, hasStoppedReminders = false) =>
    ({ sends, hasStoppedReminders }) as ListedInvitation;
  expect([0, 1, 3].map((sends) => sendsWords(row(sends), english))).toEqual([
    "not sent",
    null,
    "sent 3 times",
  ]);
  expect(sendsWords(row(3, true), english)).toBe("sent 3 times · reminders stopped");
  expect(sendsWords(row(3, true), german)).toBe("3-mal gesendet · Erinnerungen angehalten");
});

test("until when a link works is said of what is open", () => {
  const clock = { now: new Date("2026-11-21T14:00:00Z"), timeZone: "UTC" };
  const row = { state: "pending", expiresAt: new Date("2026-11-24T14:00:00Z") } as ListedInvitation;
  expect(expiryWords(row, { ...clock, language: "en" }, english)).toBe("expires in 3 days");
  expect(expiryWords(row, { ...clock, language: "de" }, german)).toBe("läuft in 3 Tagen ab");
  expect(expiryWords({ ...row, state: "accepted" }, { ...clock, language: "en" }, english)).toBeNull();
});

test("another address is asked for where only that helps, of who may give one", () => {
  const row = { state: "pending", delivery: "bounced", mayChange: true } as ListedInvitation;
  expect(isChangeOffered(row)).toBe(true);
  expect(isChangeOffered({ ...row, delivery: "suppressed", state: "expired" })).toBe(true);
  expect(isChangeOffered({ ...row, delivery: "failed" })).toBe(false);
  expect(isChangeOffered({ ...row, delivery: "elsewhere" })).toBe(false);
  expect(isChangeOffered({ ...row, state: "accepted" })).toBe(false);
  expect(isChangeOffered({ ...row, mayChange: false })).toBe(false);
});
