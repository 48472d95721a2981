/** How long ago, as the demo's stories tell it: whole days back, or hours back from now (at most six). */
export type Ago = `${number}${"d" | "h"}`;

export type Clock = {
  now: Date;
  at: (ago: Ago) => Date;
  /** A calendar day so many days from today, "2026-11-25". */
  day: (fromToday: number) => string;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CLOSING_HOUR = "18:00:00";
const WORKING_HOURS = 9;

/**
 * Tells the times of the stories relative to `now`. Days count back from closing time, their fraction
 * goes back through the nine working hours: "1d" is yesterday at 18:00, "1.5d" yesterday at 13:30.
 */
export function storyClock(now: Date, timeZone: string): Clock {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
  const closing = Date.parse(`${today}T${CLOSING_HOUR}${offsetAt(now, timeZone)}`);
  return {
    now,
    at: (ago) => {
      const count = Number.parseFloat(ago);
      if (ago.endsWith("h")) return new Date(now.getTime() - count * HOUR);
      const days = Math.floor(count);
      return new Date(closing - days * DAY - (count - days) * WORKING_HOURS * HOUR);
    },
    day: (fromToday) =>
      new Date(Date.parse(`${today}T12:00:00Z`) + fromToday * DAY).toISOString().slice(0, 10),
  };
}

/** "-05:00": what the zone's clocks differ from UTC. */
function offsetAt(now: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(now);
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "");
  return offset || "+00:00";
}
