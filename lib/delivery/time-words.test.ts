import { expect, test } from "vitest";
import { catalogueIn } from "@/lib/catalogue";
import { readMoment, zonedMoment } from "@/lib/domain/deadline";
import { durationWords, spanOf } from "@/lib/domain/words";
import { momentWords, spanWords } from "./time-words";

const inEnglish = (iso: string) => momentWords(iso, catalogueIn("en").moments);
const at = new Date("2026-12-12T03:50:40Z");

test.each([
  ["America/New_York", "2026-12-11T22:50:40-05:00", "December 11, 2026, 22:50 UTC-5"],
  ["Asia/Kolkata", "2026-12-12T09:20:40+05:30", "December 12, 2026, 09:20 UTC+5:30"],
  ["UTC", "2026-12-12T03:50:40Z", "December 12, 2026, 03:50 UTC"],
  ["Europe/London", "2026-12-12T03:50:40Z", "December 12, 2026, 03:50 UTC"],
])("a moment in %s is kept with its offset and said with it", (timeZone, kept, said) => {
  expect(zonedMoment(at, timeZone)).toBe(kept);
  expect(new Date(kept).getTime()).toBe(at.getTime());
  expect(inEnglish(kept)).toBe(said);
});

test("messages that were written in UTC read as before", () =>
  expect(inEnglish("2026-11-29T14:05:59.123Z")).toBe("November 29, 2026, 14:05 UTC"));

test.each(["never", "2026-13-01T00:00:00Z", "2026-11-29"])("%s is no deadline", (text) =>
  expect(() => readMoment(text)).toThrow("no usable time"),
);

test("German words name the same moment", () =>
  expect(momentWords("2026-12-11T22:50:40-05:00", catalogueIn("de").moments)).toBe(
    "11. Dezember 2026, 22:50 Uhr UTC-5",
  ));

test.each([
  [1, "1 Sekunde"],
  [89, "89 Sekunden"],
  [90, "2 Minuten"],
  [5_401, "2 Stunden"],
  [1_209_600, "14 Tage"],
])("%i seconds are %s in German, and in English what refusals call them", (seconds, german) => {
  expect(spanWords(spanOf(seconds), catalogueIn("de").moments)).toBe(german);
  expect(spanWords(spanOf(seconds), catalogueIn("en").moments)).toBe(durationWords(seconds));
});
