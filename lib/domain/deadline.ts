/** A moment as the clocks of a time zone show it, "2026-11-29T09:05:00-05:00": kept with a message, it never changes. */
export function zonedMoment(moment: Date, timeZone: string): string {
  const minutes = offsetMinutes(moment, timeZone);
  const clock = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  if (minutes === 0) return `${clock}Z`;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${clock}${minutes < 0 ? "-" : "+"}${twoDigits(hours)}:${twoDigits(rest)}`;
}

const twoDigits = (value: number) => String(value).padStart(2, "0");

function offsetMinutes(moment: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const name = format.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, rest] = name.match(/([+-])(\d{2}):(\d{2})/) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(rest ?? 0));
}

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}):\d{2}(?:\.\d+)?(Z|([+-])(\d{2}):(\d{2}))$/;

/** What clocks show at a moment that `zonedMoment` wrote; the month counts from 0, the zone reads "UTC-5". */
export function readMoment(iso: string) {
  const [, year = "", month, day, clock = "", , sign, hours, minutes] = iso.match(WRITTEN) ?? [];
  if (!(Number(month) >= 1 && Number(month) <= 12)) throw new Error("The message has no usable time.");
  const offset = sign ? `${sign}${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}` : "";
  return { year, month: Number(month) - 1, day: String(Number(day)), clock, zone: `UTC${offset}` };
}
