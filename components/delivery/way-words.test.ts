import { expect, test } from "vitest";
import type { WayView } from "@/lib/domain/delivery-health";
import { wordsOf } from "@/tests/words";
import { fareWords, handlesWords, waitingWords, wayName } from "./way-words";

const t = wordsOf("delivery");
const de = wordsOf("delivery", "de");

const clock = {
  now: new Date("2026-11-21T15:00:00Z"),
  timeZone: "America/New_York",
  language: "en" as const,
};
const at = (time: string) => new Date(`2026-11-21T${time}Z`);

const fare = (given: Partial<WayView>, words = t, language: "en" | "de" = "en") =>
  fareWords(
    {
      name: "resend",
      handles: ["email"],
      stop: null,
      until: null,
      since: null,
      acceptedAt: null,
      failedAt: null,
      error: null,
      waiting: 0,
      ...given,
    },
    { ...clock, language },
    words,
    wordsOf("ui", language),
  );

test("a way that is well says when it was last used", () => {
  expect(fare({ acceptedAt: at("14:58:00") })).toBe("Took its last message 2 min ago.");
  expect(fare({ acceptedAt: at("14:59:30") })).toBe("Took its last message just now.");
  expect(fare({})).toBe("Has taken no message yet.");
});

test("a way that rests says why, and until when by the organization's clock", () => {
  expect(fare({ stop: "quota", until: at("19:05:00") })).toBe("Paused until 14:05: quota used up.");
  expect(fare({ stop: "quota", until: new Date("2026-11-22T15:00:00Z") })).toBe(
    "Paused until Nov 22, 10:00: quota used up.",
  );
  expect(fare({ stop: "settings", until: at("14:59:00") })).toBe(
    "Paused until the next message is tried: it rejects the settings.",
  );
  expect(fare({ stop: "outage", since: at("14:40:00"), until: at("15:03:00") })).toBe(
    "No answer, first 20 min ago. The next try is at 10:03.",
  );
  expect(fare({ stop: "manual" })).toBe("Paused until an admin lets sending continue in the outbox.");
  expect(fare({ stop: "outage" })).toBe("No answer. The next try is due.");
});

test("what it handles, and how much waits for it", () => {
  expect(handlesWords(["email", "sms"], t)).toBe("Email and text messages");
  expect(handlesWords(["sms"], t)).toBe("Text messages");
  expect(["resend", "smtp"].map((name) => wayName(name, t))).toEqual(["Resend", "Mail server (SMTP)"]);
  expect([0, 1, 12, 1001].map((count) => waitingWords(count, t))).toEqual([
    null,
    "1 message waits for it",
    "12 messages wait for it",
    "More than 1,000 messages wait for it",
  ]);
});

test("in German a time of today stands without its day, too", () => {
  expect(fare({ stop: "quota", until: at("19:05:00") }, de, "de")).toBe(
    "Pausiert bis 14:05: Kontingent aufgebraucht.",
  );
  expect(fare({ acceptedAt: at("14:58:00") }, de, "de")).toBe("Letzte Nachricht angenommen (vor 2 Min.).");
  expect(waitingWords(12, de)).toBe("12 Nachrichten warten darauf");
});
