import { expect, test } from "vitest";
import { isTimeZone, lastHour, nextDaytime } from "./daytime";

const NEW_YORK = "America/New_York";

test.each([
  ["a Tuesday at noon", "2026-11-24T12:00:00Z", "UTC", "2026-11-24T12:00:00Z"],
  ["nine sharp", "2026-11-24T09:00:00Z", "UTC", "2026-11-24T09:00:00Z"],
  ["a second before nine", "2026-11-24T08:59:59Z", "UTC", "2026-11-24T09:00:00Z"],
  ["a second before six in the evening", "2026-11-24T17:59:59Z", "UTC", "2026-11-24T17:59:59Z"],
  ["six in the evening", "2026-11-24T18:00:00Z", "UTC", "2026-11-25T09:00:00Z"],
  ["Friday evening", "2026-11-27T20:00:00Z", "UTC", "2026-11-30T09:00:00Z"],
  ["Saturday", "2026-11-28T12:00:00Z", "UTC", "2026-11-30T09:00:00Z"],
  ["Sunday before nine", "2026-11-29T03:00:00Z", "UTC", "2026-11-30T09:00:00Z"],
  ["Monday before nine", "2026-11-30T00:00:00Z", "UTC", "2026-11-30T09:00:00Z"],
  ["morning in Europe, night in New York", "2026-11-24T10:00:00Z", NEW_YORK, "2026-11-24T14:00:00Z"],
  ["Monday here, Sunday in Honolulu", "2026-11-23T08:00:00Z", "Pacific/Honolulu", "2026-11-23T19:00:00Z"],
  ["half an hour off", "2026-11-24T03:00:00Z", "Asia/Kolkata", "2026-11-24T03:30:00Z"],
  ["the weekend on which summer time ends", "2026-10-31T20:00:00Z", NEW_YORK, "2026-11-02T14:00:00Z"],
  ["the weekend on which summer time begins", "2026-03-07T20:00:00Z", NEW_YORK, "2026-03-09T13:00:00Z"],
  ["the end of the year", "2026-12-31T23:30:00Z", "UTC", "2027-01-01T09:00:00Z"],
  ["a zone nobody knows", "2026-11-24T05:00:00Z", "Mars/Olympus", "2026-11-24T09:00:00Z"],
])("%s: reminded then, or at nine of the next working day", (_, now, zone, expected) => {
  expect(nextDaytime(new Date(now), zone).getTime()).toBe(Date.parse(expected));
});

test.each([
  ["after five", "2026-11-24T17:30:00Z", "UTC", "2026-11-24T17:00:00Z"],
  ["five sharp", "2026-11-24T17:00:00Z", "UTC", "2026-11-24T17:00:00Z"],
  ["before five", "2026-11-24T16:59:59Z", "UTC", "2026-11-23T17:00:00Z"],
  ["in New York", "2026-11-24T21:00:00Z", NEW_YORK, "2026-11-23T22:00:00Z"],
  ["across the end of summer time", "2026-11-01T20:00:00Z", NEW_YORK, "2026-10-31T21:00:00Z"],
])("%s: the latest five o'clock", (_, now, zone, expected) => {
  expect(lastHour(new Date(now), zone, 17).getTime()).toBe(Date.parse(expected));
});

test("names of zones are told from other texts", () => {
  expect([isTimeZone("Europe/Berlin"), isTimeZone("Europe/Nowhere"), isTimeZone("")]).toEqual([
    true,
    false,
    false,
  ]);
});
