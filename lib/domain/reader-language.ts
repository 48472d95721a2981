import { FALLBACK_LANGUAGE, type Language, languages } from "./languages";

const RANGE = /^(\*|[a-z]{1,8})(?:-[a-z0-9]{1,8})*(?:\s*;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

type Sources = {
  /** The language of the contact whom the page is for. */
  known?: string | null;
  /** The browser's Accept-Language. */
  accepts?: string | null;
  /** The organization's language. */
  organization?: string | null;
};

/** The language a page speaks to its reader: the contact's, else the browser's, else the organization's, else English. */
export const readerLanguage = ({ known, accepts, organization }: Sources): Language =>
  spoken(known) ?? acceptedLanguage(accepts ?? "") ?? spoken(organization) ?? FALLBACK_LANGUAGE;

const spoken = (language: string | null | undefined) => languages.find((one) => one === language);

/**
 * The language among ours that an Accept-Language weighs most (RFC 9110, 12.5.4), the first of those it weighs alike.
 * Undefined when it names none of them, or is as content with any. What is no language range says nothing.
 */
function acceptedLanguage(header: string): Language | undefined {
  const ranges = header.split(",").flatMap((range) => {
    const [, name, weight = "1"] = RANGE.exec(range.trim()) ?? [];
    return name ? [{ name: name.toLowerCase(), weight: Number(weight) }] : [];
  });
  const [best] = ranges
    .filter(({ name, weight }) => weight > 0 && (name === "*" || spoken(name)))
    .sort((a, b) => b.weight - a.weight);
  return spoken(best?.name);
}
