import { expect, test } from "vitest";
import { type Ago, storyClock } from "./clock";

const oldestFirst: Ago[] = ["12.9d", "12.1d", "2d", "1.9d", "1d", "6h", "0.5h"];

test.each(["2026-01-15T05:05:00Z", "2026-01-15T22:59:00Z", "2026-07-02T03:30:00Z", "2026-11-01T06:30:00Z"])(
  "at %s the moments of a story stay in order and in the past",
  (text) => {
    const now = new Date(text);
    const { at } = storyClock(now, "America/New_York");
    const moments = oldestFirst.map((ago) => at(ago).getTime());
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(moments.every((moment) => moment < now.getTime())).toBe(true);
  },
);

test("days end at 18:00 where the firm is, and are its calendar's days", () => {
  const { at, day } = storyClock(new Date("2026-11-25T03:00:00Z"), "America/New_York");
  expect(at("1d").toISOString()).toBe("2026-11-23T23:00:00.000Z");
  expect(at("1.5d").toISOString()).toBe("2026-11-23T18:30:00.000Z");
  expect([day(0), day(7), day(-24)]).toEqual(["2026-11-24", "2026-12-01", "2026-10-31"]);
});
