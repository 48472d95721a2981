import { type Catalogue, fillWords } from "./catalogue";

type Words = Catalogue["moments"];

/** "November 29, 2026, 14:05 UTC": of words of ours, since the platform's wording changes between versions. */
export function momentWords(iso: string, { months, moment }: Words): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) throw new Error("The message has no usable time.");
  return fillWords(moment, {
    month: months[at.getUTCMonth()] ?? "",
    day: String(at.getUTCDate()),
    year: String(at.getUTCFullYear()),
    clock: at.toISOString().slice(11, 16),
  });
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
