import { useTranslations } from "next-intl";
import type { Language } from "@/lib/domain/languages";
import type { RoomWords } from "@/lib/words/room";

/** What turns times into words: the present, where the reader's organization is, and what the reader reads. */
export type Clock = { now: Date; timeZone: string; language: Language };

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

type Place = Pick<Clock, "timeZone" | "language">;

function format(
  { timeZone, language: locale }: { timeZone: string; language: string },
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = locale + timeZone + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  formats.set(key, known);
  return known;
}

/** The calendar day at that moment where the organization is, "2026-11-25". */
const dayKey = (at: Date, { timeZone }: Clock) =>
  format({ timeZone, language: "en-CA" }, { dateStyle: "short" }).format(at);

/** "14:02". */
export const timeOfDay = (at: Date, place: Place): string =>
  format(place, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);

/** "Nov 18", with the year when it is another one. */
export function shortDay(at: Date, { now, ...place }: Clock): string {
  const isNear = Math.abs(at.getTime() - now.getTime()) < 270 * DAY;
  return format(place, { month: "short", day: "numeric", year: isNear ? undefined : "numeric" }).format(at);
}

/** A calendar day, "2026-11-25", as "Nov 25". */
export const calendarDay = (day: string, clock: Clock): string =>
  shortDay(new Date(`${day}T12:00:00Z`), { ...clock, timeZone: "UTC" });

/** Whether a calendar day is past where the organization is. */
export const isOverdue = (day: string, clock: Clock): boolean => day < dayKey(clock.now, clock);

/** How many days ago by the calendar: 0 today, 1 yesterday; undefined for all others. */
const daysAgo = (at: Date, clock: Clock) =>
  [0, 1].find((days) => dayKey(at, clock) === dayKey(new Date(clock.now.getTime() - days * DAY), clock));

/** "5 min ago", "vor 5 Min.", "yesterday": how long ago, in the platform's words; a stop stands at the end only. */
const ago = (count: number, unit: "minute" | "day", { language }: Clock) =>
  new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" })
    .format(-count, unit)
    .replace(". ", " ");

/** "in 3 days": how long until then, in the platform's words. */
const until = (count: number, unit: "minute" | "hour" | "day", { language }: Clock) =>
  new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(count, unit);

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** "Today", "Yesterday", or the day in words: the heading of a group. */
export function dayHeading(at: Date, clock: Clock): string {
  const days = daysAgo(at, clock);
  if (days !== undefined) return capitalized(ago(days, "day", clock));
  return format(clock, { weekday: "long", month: "long", day: "numeric" }).format(at);
}

/** "just now", "5 min ago", "14:02", "Yesterday, 14:02", "Nov 18". */
export function momentWords(at: Date, clock: Clock, ui: RoomWords<"ui">): string {
  const minutes = Math.floor((clock.now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return ui("justNow");
  if (minutes < 60) return ago(minutes, "minute", clock);
  const days = daysAgo(at, clock);
  if (days === 0) return timeOfDay(at, clock);
  return days === 1 ? `${dayHeading(at, clock)}, ${timeOfDay(at, clock)}` : shortDay(at, clock);
}

/** "in 3 days", "in 5 hours", "in 1 minute": how long until then. */
export function untilWords(at: Date, clock: Clock): string {
  const hours = (at.getTime() - clock.now.getTime()) / 3_600_000;
  if (hours < 1) return until(Math.max(1, Math.round(hours * 60)), "minute", clock);
  return hours < 48 ? until(Math.round(hours), "hour", clock) : until(Math.round(hours / 24), "day", clock);
}

/** "Saturday, November 21, 2026 at 15:00 GMT+1": the moment and where its clock stands. */
export const exactWords = (at: Date, place: Place): string =>
  format(place, {
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
  const ui = useTranslations("ui");
  const isToday = dayKey(at, clock) === dayKey(clock.now, clock);
  return (
    <time dateTime={at.toISOString()} title={exactWords(at, clock)}>
      {isUnderDay && !isToday ? timeOfDay(at, clock) : momentWords(at, clock, ui)}
    </time>
  );
}
