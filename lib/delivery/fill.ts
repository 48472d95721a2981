import type { Part } from "./markup";

/** What a template says about one message. Null only where the template has an alternative. */
export type Slots = Record<string, string | null>;

/** How values enter one kind of output, so that no value can be more than text there. */
type Writer = {
  line: (value: string) => string;
  prose: (value: string) => string;
  lines: (value: string) => string;
};

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
const CONTROL = /(?:[^\P{Cc}\n]|[\u2028\u2029])+/gu;
const NON_JOINER = "\u200c";

const SPECIAL = /[\p{Cc}\u2028\u2029&<>"']/u;

const escape = (value: string) => value.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "");

/** One line, whatever was given. */
const oneLine = (value: string) => value.replace(BREAKS, " ");

/** Keeps mail programs from making links of what somebody typed, without changing how it looks. */
const unlinked = (value: string) => value.replace(/(?<=\S)[.:@/](?=\S)/g, `$&${NON_JOINER}`);

const typed = (value: string) => unlinked(value.replace(CONTROL, " "));

export const asHtml: Writer = {
  line: (value) => (SPECIAL.test(value) ? escape(oneLine(value)) : value),
  prose: (value) => escape(unlinked(oneLine(value))),
  lines: (value) => escape(typed(value)).replaceAll("\n", "<br/>"),
};

export const asText: Writer = {
  line: oneLine,
  prose: (value) => unlinked(oneLine(value)),
  lines: (value) => `> ${typed(value).replaceAll("\n", "\n> ")}`,
};

/** For headers and text messages: everything is one line. */
export const asLine: Writer = { line: oneLine, prose: oneLine, lines: oneLine };

function valueOf(slots: Slots, name: string): string {
  const value = slots[name];
  if (typeof value !== "string") throw new Error(`The template needs "${name}".`);
  return value;
}

/** Fills the parts. The same slots give the same characters; a missing slot throws. */
export function fill(parts: Part[], slots: Slots, writer: Writer): string {
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") text += part;
    else if ("slot" in part) text += writer.line(valueOf(slots, part.slot));
    else if ("prose" in part) text += writer.prose(valueOf(slots, part.prose));
    else if ("lines" in part) text += writer.lines(valueOf(slots, part.lines));
    else if (slots[part.when] !== null) text += fill(part.parts, slots, writer);
  }
  return text;
}
