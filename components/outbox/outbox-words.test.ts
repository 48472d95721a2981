import { expect, test } from "vitest";
import type { OutboxRow, PauseView } from "@/lib/domain/outbox";
import { rowWords, stripWords } from "./outbox-words";

const clock = { now: new Date("2026-11-21T14:00:00Z"), timeZone: "UTC", language: "en" as const };
const later = new Date("2026-11-21T14:03:00Z");

const row = (given: Partial<OutboxRow>): OutboxRow => ({
  id: "m",
  kind: "invitation",
  channel: "email",
  address: "kim@acme.example",
  name: "Kim Lee",
  contactId: "k",
  workspace: "Acme onboarding",
  delivery: "delivered",
  deliveryError: null,
  attempts: 1,
  nextAt: later,
  at: clock.now,
  ...given,
});

test.each<[string, Partial<OutboxRow>]>([
  ["Delivered", {}],
  ["Held", { delivery: "held", attempts: 0 }],
  ["Waiting", { delivery: "queued", attempts: 0 }],
  ["Waiting, next 14:03", { delivery: "waiting", attempts: 2 }],
  ["Waiting", { delivery: "paused", attempts: 2 }],
  ["Bounced: mailbox does not exist", { delivery: "bounced", deliveryError: "mailbox does not exist" }],
  ["Failed: number cannot be reached", { delivery: "failed", deliveryError: "number cannot be reached" }],
  ["Failed", { delivery: "failed" }],
  ["Complained", { delivery: "complained", deliveryError: "marked as spam" }],
  ["Blocked", { delivery: "suppressed", deliveryError: "opted_out" }],
])("%s", (words, given) => {
  expect(rowWords(row(given), clock)).toBe(words);
});

const pause = (given: Partial<PauseView>): PauseView => ({
  provider: "resend",
  reason: "rate",
  since: clock.now,
  until: later,
  ...given,
});

test.each<[string, Partial<PauseView>, number]>([
  ["Resend asks to wait until 14:03. 8 messages wait. Nothing is lost.", {}, 8],
  [
    "Sending is paused since 14:00; only sign-in codes go out. 1 message waits. Nothing is lost.",
    { reason: "manual" },
    1,
  ],
  [
    "Resend has used up its quota; it is tried again at 14:03. 1,000+ messages wait. Nothing is lost.",
    { reason: "quota" },
    1_001,
  ],
  [
    "Twilio rejects the settings; it is tried again at 14:03. 0 messages wait. Nothing is lost.",
    { reason: "settings", provider: "twilio" },
    0,
  ],
])("%s", (words, given, waiting) => {
  expect(stripWords({ pauses: [pause(given)], counts: { waiting, sent: 0, problems: 0 } }, clock)).toBe(
    words,
  );
});

test("while messages go nothing is said", () => {
  expect(stripWords({ pauses: [], counts: { waiting: 5, sent: 0, problems: 0 } }, clock)).toBeNull();
});
