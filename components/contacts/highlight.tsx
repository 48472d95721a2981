import { Fragment } from "react";
import { fold } from "@/lib/domain/fold";

/** Each letter as searches see it, with where it stands in the text. */
function folded(text: string, as: (letter: string) => string) {
  const letters: { letter: string; at: number; end: number }[] = [];
  let at = 0;
  for (const one of text) {
    for (const letter of as(one)) letters.push({ letter, at, end: at + one.length });
    at += one.length;
  }
  return letters;
}

const asDigits = (letter: string) => letter.replace(/\D/g, "");

function placeOf(text: string, sought: string, as: (letter: string) => string): [number, number] | null {
  const letters = folded(text, as);
  const found = letters.map(({ letter }) => letter).join("");
  const wanted = [...sought].map(as).join("");
  const from = wanted ? found.indexOf(wanted) : -1;
  const [first, last] = [letters[from], letters[from + wanted.length - 1]];
  return first && last ? [first.at, last.end] : null;
}

const isNumber = (text: string) => /^\+?[\d\s().-]+$/.test(text);

/** Where the searched text stands, or else each of its words, first to last. */
export function placesOf(text: string, find: string): [number, number][] {
  const asSought = isNumber(text) ? asDigits : fold;
  const whole = placeOf(text, find.trim(), asSought);
  if (whole) return [whole];
  const words = find.trim().split(/\s+/);
  const places = words.flatMap((word) => {
    const place = words.length > 1 ? placeOf(text, word, asSought) : null;
    return place ? [place] : [];
  });
  return places.sort(([a], [b]) => a - b).filter(([at], i, list) => i === 0 || at >= (list[i - 1]?.[1] ?? 0));
}

/** A text with what was searched for marked in it. */
export function Highlight({ text, find }: { text: string; find: string | undefined }) {
  const places = find ? placesOf(text, find) : [];
  if (places.length === 0) return text;
  return (
    <>
      {places.map(([from, to], i) => (
        <Fragment key={from}>
          {text.slice(places[i - 1]?.[1] ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(places.at(-1)?.[1])}
    </>
  );
}
