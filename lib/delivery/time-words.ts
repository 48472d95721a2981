import { type Catalogue, fillWords } from "@/lib/catalogue";
import { readMoment } from "@/lib/domain/deadline";
import type { Span } from "@/lib/domain/words";

type Words = Catalogue["moments"];

/** "November 29, 2026, 14:05 UTC-5": of words of ours, since the platform's wording changes between versions. */
export function momentWords(iso: string, { months, moment }: Words): string {
  const at = readMoment(iso);
  return fillWords(moment, { ...at, month: months[at.month] ?? "" });
}

/** "Nov 29", of a day written as "2026-11-29". */
export function dayWords(day: string, { months, shortDay }: Words): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) throw new Error("The message has no usable day.");
  return fillWords(shortDay, {
    month: months[at.getUTCMonth()]?.slice(0, 3) ?? "",
    day: String(at.getUTCDate()),
  });
}

/** "3 minutes". */
export const spanWords = ({ count, unit }: Span, { spans }: Words): string =>
  fillWords(count === 1 ? spans[unit].one : spans[unit].many, { count: String(count) });
