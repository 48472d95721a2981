import { type Catalogue, catalogueIn, fillWords } from "@/lib/catalogue";
import { spanWords } from "@/lib/delivery/time-words";
import { FALLBACK_LANGUAGE } from "@/lib/domain/languages";

const SPAN = /^(\d+) (second|minute|hour|day)s?$/;

/** The English refusals as patterns: the domain refuses in English, a page finds its own words by the sentence. */
const patterns = Object.entries(catalogueIn(FALLBACK_LANGUAGE).pages.refusals).map(([key, english]) => ({
  key: key as keyof Catalogue["pages"]["refusals"],
  pattern: patternOf(english),
}));

function patternOf(english: string): RegExp {
  const literal = english.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(/⟦([A-Za-z]+)⟧/g, "(?<$1>.+)")}$`, "su");
}

/** A refusal in the words of a page; one that has none there is told in general. English ones stay as they are. */
export function refusalIn(words: Catalogue, refusal: string): string {
  if (words === catalogueIn(FALLBACK_LANGUAGE)) return refusal;
  for (const { key, pattern } of patterns) {
    const found = pattern.exec(refusal);
    if (found) return fillWords(words.pages.refusals[key], valuesIn(words, found.groups ?? {}));
  }
  return words.pages.refused.otherwise;
}

type Refused = { ok: false; message: string; fields?: Record<string, string> };

/** The answer to a form, its refusals in the words of the page that shows it. */
export function answerIn<R extends { ok: true } | Refused>(words: Catalogue, answer: R): R {
  if (answer.ok) return answer;
  const fields = Object.entries(answer.fields ?? {}).map(([field, said]) => [field, refusalIn(words, said)]);
  return { ...answer, message: refusalIn(words, answer.message), fields: Object.fromEntries(fields) };
}

function valuesIn({ moments }: Catalogue, found: Record<string, string>): Record<string, string> {
  const [, count, unit] = SPAN.exec(found.wait ?? "") ?? [];
  if (!count) return found;
  const span = { count: Number(count), unit: unit as keyof Catalogue["moments"]["spans"] };
  return { ...found, wait: spanWords(span, moments) };
}
