import { catalogueIn, fillWords } from "@/lib/catalogue";
import { spanWords } from "@/lib/delivery/time-words";
import type { Language } from "@/lib/domain/languages";
import type { Span } from "@/lib/domain/words";
import { sentencesDe } from "./sentences-de";

/** Says a sentence of the domain in the reader's language. */
export type Say = (sentence: string) => string;

type Pattern = { words: string; pattern: RegExp; weight: number };

const SLOT = /⟦([A-Za-z]+)⟧/g;
const SPAN = /^(\d+) (second|minute|hour|day)s?$/;
const GROUPED = /^\d{1,3}(,\d{3})+$/;

/** Sentences with slots as patterns, those that say most themselves first. */
const patterns: Pattern[] = Object.entries(sentencesDe)
  .filter(([english]) => english.includes("⟦"))
  .map(([english, words]) => ({
    words,
    pattern: patternOf(english),
    weight: english.replaceAll(SLOT, "").length,
  }))
  .sort((a, b) => b.weight - a.weight);

function patternOf(english: string): RegExp {
  const literal = english.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(SLOT, "(?<$1>.+)")}$`, "su");
}

/** German for a sentence, or nothing where there is none. Of several patterns one that can be said as a whole. */
export function germanOf(sentence: string): string | undefined {
  if (Object.hasOwn(sentencesDe, sentence)) return sentencesDe[sentence];
  let partly: string | undefined;
  for (const { words, pattern } of patterns) {
    const found = pattern.exec(sentence);
    if (!found) continue;
    const values = found.groups ?? {};
    const said = fillWords(words, valuesOf(values));
    if (isSayable(values)) return said;
    partly ??= said;
  }
  return partly;
}

const isSayable = (values: Record<string, string>): boolean =>
  Object.entries(values).every(([name, value]) => !name.endsWith("Said") || germanOf(value) !== undefined);

const valuesOf = (found: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(found).map(([name, value]) => [name, valueOf(name, value)]));

/** What fills a slot: spans and numbers in German, what the domain said (a slot named `…Said`) said again, names as they are. */
function valueOf(name: string, value: string): string {
  const [, count, unit] = SPAN.exec(value) ?? [];
  if (count)
    return spanWords({ count: Number(count), unit: unit as Span["unit"] }, catalogueIn("de").moments);
  if (GROUPED.test(value)) return value.replaceAll(",", ".");
  return name.endsWith("Said") ? (germanOf(value) ?? value) : value;
}

const english: Say = (sentence) => sentence;
const german: Say = (sentence) => germanOf(sentence) ?? sentence;

/**
 * How the domain's sentences are said in a language. The domain speaks English; a sentence is found by itself, as
 * gettext does, one with values by the pattern of it. What nobody translated is said in English rather than not at all.
 */
export const sayIn = (language: Language): Say => (language === "de" ? german : english);
