import { expect, test } from "vitest";
import type { Language } from "@/lib/domain/languages";
import type { OutboxRow, PauseView } from "@/lib/domain/outbox";
import { sayIn } from "@/lib/words/say";
import { wordsOf } from "@/tests/words";
import { rowWords, stripWords } from "./outbox-words";

const clockIn = (language: Language) => ({
  now: new Date("2026-11-21T14:00:00Z"),
  timeZone: "UTC",
  language,
});
const clock = clockIn("en");
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
  expect(rowWords(row(given), clock, sayIn("en"), wordsOf("outbox"))).toBe(words);
});

test.each<[string, Partial<OutboxRow>]>([
  ["Zugestellt", {}],
  ["Wartet, nächster Versuch 14:03", { delivery: "waiting", attempts: 2 }],
  [
    "Zurückgekommen: Postfach existiert nicht",
    { delivery: "bounced", deliveryError: "mailbox does not exist" },
  ],
  ["Fehlgeschlagen: 550 no such user", { delivery: "failed", deliveryError: "550 no such user" }],
  ["Gesperrt", { delivery: "suppressed", deliveryError: "opted_out" }],
])("in German: %s", (words, given) => {
  expect(rowWords(row(given), clockIn("de"), sayIn("de"), wordsOf("outbox", "de"))).toBe(words);
});

const pause = (given: Partial<PauseView>): PauseView => ({
  provider: "resend",
  reason: "rate",
  since: clock.now,
  until: later,
  ...given,
});

const strip = (
  pauses: PauseView[],
  waiting: number,
  language: Language = "en",
  untakenSince: Date | null = null,
) =>
  stripWords(
    { pauses, untakenSince, counts: { waiting, sent: 0, problems: 0 } },
    clockIn(language),
    wordsOf("outbox", language),
  );

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
  [
    "The mail server does not answer; the next try is due. 0 messages wait. Nothing is lost.",
    { reason: "outage", provider: "smtp", until: clock.now },
    0,
  ],
  [
    "Resend has used up its quota; it is tried again at Nov 22, 09:00. 8 messages wait. Nothing is lost.",
    { reason: "quota", until: new Date("2026-11-22T09:00:00Z") },
    8,
  ],
])("%s", (words, given, waiting) => {
  expect(strip([pause(given)], waiting)).toBe(words);
});

test("that no worker is there is said before what else keeps messages", () => {
  const words = "No worker has taken messages since 14:00; start one with npm run worker.";
  expect(strip([], 3, "en", clock.now)).toBe(`${words} 3 messages wait. Nothing is lost.`);
  expect(strip([pause({})], 1, "en", clock.now)).toBe(
    `${words} Resend asks to wait until 14:03. 1 message waits. Nothing is lost.`,
  );
});

test("in German", () => {
  expect(strip([pause({ provider: "smtp" })], 1_001, "de")).toBe(
    "Der Mailserver bittet, bis 14:03 Uhr zu warten. 1.000+ Nachrichten warten. Nichts geht verloren.",
  );
});

test("while messages go nothing is said", () => {
  expect(strip([], 5)).toBeNull();
});
