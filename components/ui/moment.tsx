/** What turns times into words: the present, and where the reader's organization is. */
export type Clock = { now: Date; timeZone: string };

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, options: Intl.DateTimeFormatOptions, locale = "en"): Intl.DateTimeFormat {
  const key = locale + timeZone + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  formats.set(key, known);
  return known;
}

/** The calendar day at that moment where the organization is, "2026-11-25". */
const dayKey = (at: Date, { timeZone }: Clock) =>
  format(timeZone, { dateStyle: "short" }, "en-CA").format(at);

/** "14:02". */
export const timeOfDay = (at: Date, { timeZone }: Clock): string =>
  format(timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);

/** "Nov 18", with the year when it is another one. */
export function shortDay(at: Date, { now, timeZone }: Clock): string {
  const isNear = Math.abs(at.getTime() - now.getTime()) < 270 * DAY;
  return format(timeZone, { month: "short", day: "numeric", year: isNear ? undefined : "numeric" }).format(
    at,
  );
}

/** A calendar day, "2026-11-25", as "Nov 25". */
export const calendarDay = (day: string, { now }: Clock): string =>
  shortDay(new Date(`${day}T12:00:00Z`), { now, timeZone: "UTC" });

/** Whether a calendar day is past where the organization is. */
export const isOverdue = (day: string, clock: Clock): boolean => day < dayKey(clock.now, clock);

/** "Today", "Yesterday", or the day in words: the heading of a group. */
export function dayHeading(at: Date, clock: Clock): string {
  if (dayKey(at, clock) === dayKey(clock.now, clock)) return "Today";
  if (dayKey(at, clock) === dayKey(new Date(clock.now.getTime() - DAY), clock)) return "Yesterday";
  return format(clock.timeZone, { weekday: "long", month: "long", day: "numeric" }).format(at);
}

/** "just now", "5 min ago", "14:02", "Yesterday, 14:02", "Nov 18". */
export function momentWords(at: Date, clock: Clock): string {
  const minutes = Math.floor((clock.now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const day = dayHeading(at, clock);
  if (day === "Today") return timeOfDay(at, clock);
  return day === "Yesterday" ? `Yesterday, ${timeOfDay(at, clock)}` : shortDay(at, clock);
}

/** "in 3 days", "in 5 hours", "in a moment": how long until then. */
export function untilWords(at: Date, { now }: Clock): string {
  const hours = (at.getTime() - now.getTime()) / 3_600_000;
  const count = (n: number, unit: string) => `in ${n} ${unit}${n === 1 ? "" : "s"}`;
  if (hours < 1) return count(Math.max(1, Math.round(hours * 60)), "minute");
  return hours < 48 ? count(Math.round(hours), "hour") : count(Math.round(hours / 24), "day");
}

/** "Saturday, November 21, 2026 at 15:00 GMT+1": the moment and where its clock stands. */
export const exactWords = (at: Date, { timeZone }: Clock): string =>
  format(timeZone, {
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  }).format(at);

/** A moment in words, with the exact time for those who ask. Under a heading that names the day, `isUnderDay`. */
export function Moment({ at, clock, isUnderDay }: { at: Date; clock: Clock; isUnderDay?: boolean }) {
  const isToday = dayKey(at, clock) === dayKey(clock.now, clock);
  return (
    <time dateTime={at.toISOString()} title={exactWords(at, clock)}>
      {isUnderDay && !isToday ? timeOfDay(at, clock) : momentWords(at, clock)}
    </time>
  );
}
