import { catalogueIn, fillWords } from "@/lib/catalogue";
import { spanWords } from "@/lib/delivery/time-words";
import type { Language } from "@/lib/domain/languages";
import type { Span } from "@/lib/domain/words";
import { countryInGerman } from "./countries";
import { sentencesDe } from "./sentences-de";

/** Says a sentence of the domain in the reader's language. */
export type Say = (sentence: string) => string;

/** A sentence with slots: what stands around them, their names, and its German. */
type Pattern = { pieces: string[]; slots: string[]; words: string };

/** A sentence in German; not whole when a part of it has none. */
type German = { words: string; isWhole: boolean };

/** The sentences looked up within one sentence: a name may look like any of them, and be found in many ways. */
type Known = Map<string, German | undefined>;

const SLOT = /⟦([A-Za-z]+)⟧/;
const SPAN = /^(\d+) (second|minute|hour|day)s?$/;
const NUMBER = /^\d[\d,]*$/;

/** Slots that hold a number. */
const COUNT = /^(count|most|last|uses|least)$/;

/** How many sentences are looked up within one at most; further ones stay as they are. */
const MOST = 1_000;

const sentences = new Map(Object.entries(sentencesDe));

/** Sentences with slots, those that say most themselves first. */
const patterns: Pattern[] = [...sentences]
  .map(([english, words]) => {
    const parts = english.split(SLOT);
    return { pieces: parts.filter((_, i) => i % 2 === 0), slots: parts.filter((_, i) => i % 2 === 1), words };
  })
  .filter(({ slots }) => slots.length > 0)
  .sort((a, b) => b.pieces.join("").length - a.pieces.join("").length);

/** What stands between the pieces of a pattern, each as short as can be; nothing when the sentence is another one. */
function between(sentence: string, pieces: string[]): string[] | undefined {
  const [first = "", last = ""] = [pieces[0], pieces.at(-1)];
  if (!sentence.startsWith(first) || !sentence.endsWith(last)) return undefined;
  const end = sentence.length - last.length;
  const values: string[] = [];
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const to = sentence.indexOf(piece, from + 1);
    if (to < 0) return undefined;
    values.push(sentence.slice(from, to));
    from = to + piece.length;
  }
  return from < end ? [...values, sentence.slice(from, end)] : undefined;
}

/** German for a sentence, or nothing where there is none. */
export const germanOf = (sentence: string): string | undefined => lookUp(sentence, new Map())?.words;

function lookUp(sentence: string, known: Known): German | undefined {
  if (known.has(sentence) || known.size >= MOST) return known.get(sentence);
  // It counts before its parts do: they may stand in one another as deep as people type.
  known.set(sentence, undefined);
  const found = find(sentence, known);
  known.set(sentence, found);
  return found;
}

/** Of several patterns one that can be said as a whole. */
function find(sentence: string, known: Known): German | undefined {
  const words = sentences.get(sentence);
  if (words !== undefined) return { words, isWhole: true };
  let partly: German | undefined;
  for (const pattern of patterns) {
    const values = between(sentence, pattern.pieces);
    const said = values && fill(pattern, values, known);
    if (said?.isWhole) return said;
    partly ??= said;
  }
  return partly;
}

/** A pattern in German with what stood in its slots; nothing where one holds what cannot stand there. */
function fill({ slots, words }: Pattern, values: string[], known: Known): German | undefined {
  const filled: Record<string, string> = {};
  let isWhole = true;
  for (const [i, slot] of slots.entries()) {
    const value = values[i] ?? "";
    const said = valueOf(slot, value, known);
    if (!said && !slot.endsWith("Said")) return undefined;
    filled[slot] = said?.words ?? value;
    isWhole &&= said?.isWhole ?? false;
  }
  return { words: fillWords(words, filled), isWhole };
}

/**
 * What fills a slot, by its name: a country by its German name, what the domain said said again (`…Said`, or
 * `…Sentence`), numbers and spans written in German. All else was typed by people and stays as it is.
 */
function valueOf(slot: string, value: string, known: Known): German | undefined {
  if (slot === "countrySaid") return whole(countryInGerman(value));
  if (/(Said|Sentence)$/.test(slot)) return part(value, known);
  if (/^(wait|ago)$/.test(slot)) return whole(spanInGerman(value));
  if (COUNT.test(slot)) return whole(NUMBER.test(value) ? value.replaceAll(",", ".") : undefined);
  return whole(value);
}

const whole = (words: string | undefined): German | undefined =>
  words === undefined ? undefined : { words, isWhole: true };

/** "2 Tagen": a span as it stands after "in" and "vor"; what is none stays as it is. */
function spanInGerman(value: string): string {
  const [, count, unit] = SPAN.exec(value) ?? [];
  if (!count) return value;
  const span = { count: Number(count), unit: unit as Span["unit"] };
  return spanWords(span, catalogueIn("de").moments).replace(/Tage$/, "Tagen");
}

/** A sentence within another, with its stop or without. */
function part(value: string, known: Known): German | undefined {
  const said = lookUp(value, known);
  if (said) return said;
  const isStopped = value.endsWith(".");
  const other = lookUp(isStopped ? value.slice(0, -1) : `${value}.`, known);
  return other && { ...other, words: isStopped ? `${other.words}.` : other.words.replace(/\.$/, "") };
}

const english: Say = (sentence) => sentence;
const german: Say = (sentence) => germanOf(sentence) ?? sentence;

/**
 * How the domain's sentences are said in a language. The domain speaks English; a sentence is found by itself, as
 * gettext does, one with values by the pattern of it. What nobody translated is said in English rather than not at all.
 */
export const sayIn = (language: Language): Say => (language === "de" ? german : english);
