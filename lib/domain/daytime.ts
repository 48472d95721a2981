const OPENS = 9;
const CLOSES = 18;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** The zone's clock; null for a name that is none. */
function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormat(timeZone);
  formats.set(timeZone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    const digits = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric" } as const;
    return new Intl.DateTimeFormat("en", {
      timeZone,
      hourCycle: "h23",
      ...digits,
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return null;
  }
}

/** What clocks in a zone show, as if it were UTC. A zone nobody knows is UTC. */
function localTime(at: Date, timeZone: string): number {
  const parts = formatOf(timeZone)?.formatToParts(at);
  if (!parts) return at.getTime();
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const whole = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return whole + (((at.getTime() % 1_000) + 1_000) % 1_000);
}

/** The moment at which clocks in a zone show `local`; of two it is either, of none the one an hour later. */
function momentOf(local: number, timeZone: string): Date {
  const first = local - (localTime(new Date(local), timeZone) - local);
  return new Date(first - (localTime(new Date(first), timeZone) - local));
}

const isWorkday = (local: number) => ![0, 6].includes(new Date(local).getUTCDay());

/** Now, if it is 9:00 to 18:00 of a day from Monday to Friday where the person is; else when that next begins. */
export function nextDaytime(now: Date, timeZone: string): Date {
  const local = localTime(now, timeZone);
  const midnight = Math.floor(local / DAY) * DAY;
  const hours = (local - midnight) / HOUR;
  if (isWorkday(local) && hours >= OPENS && hours < CLOSES) return now;
  let day = hours < OPENS ? midnight : midnight + DAY;
  while (!isWorkday(day)) day += DAY;
  return momentOf(day + OPENS * HOUR, timeZone);
}

/** The latest moment, by now, at which clocks in the zone showed the full hour. */
export function lastHour(now: Date, timeZone: string, hour: number): Date {
  const local = localTime(now, timeZone);
  const today = Math.floor(local / DAY) * DAY + hour * HOUR;
  return momentOf(today <= local ? today : today - DAY, timeZone);
}

/** Whether clocks of this name exist. */
export const isTimeZone = (name: string): boolean => formatOf(name) !== null;
