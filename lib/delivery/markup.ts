/**
 * A piece of a compiled template: fixed text; a slot of one line; `prose`, a line somebody typed, and
 * `lines`, a paragraph somebody typed, in which nothing becomes a link; `when`, left out for null.
 */
export type Part =
  | string
  | { slot: string }
  | { prose: string }
  | { lines: string }
  | { when: string; parts: Part[] };

/** A template as it is kept: parts to fill. The first text message that fits one segment is sent. */
export type CompiledTemplate = {
  kind: string;
  version: number;
  language: string;
  subject: Part[];
  html: Part[];
  text: Part[];
  sms: Part[][];
};

const MARK = /(⟦[?/~=]?[A-Za-z]+⟧)/;
const READ_MARK = /^⟦([?/~=]?)([A-Za-z]+)⟧$/;

/**
 * Reads text with marks into parts: ⟦name⟧ a slot, ⟦~name⟧ prose, ⟦=name⟧ lines, and
 * ⟦?name⟧ … ⟦/name⟧ what is there only when the slot is. Refuses ends that do not match.
 */
export function readMarkup(source: string): Part[] {
  const pieces = source.split(MARK).filter((piece) => piece !== "");
  return readParts(pieces, null);
}

/** Takes pieces off the front up to the end of `name`, or all of them for null. */
function readParts(pieces: string[], name: string | null): Part[] {
  const parts: Part[] = [];
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) {
    const [, sign, slot] = READ_MARK.exec(piece) ?? [];
    if (sign === "/" && slot === name) return parts;
    parts.push(slot === undefined ? fixedText(piece) : partOf(sign, slot, pieces));
  }
  if (name !== null) throw new Error(`⟦?${name}⟧ is never closed.`);
  return parts;
}

function partOf(sign: string | undefined, slot: string, rest: string[]): Part {
  if (sign === "?") return { when: slot, parts: readParts(rest, slot) };
  if (sign === "~") return { prose: slot };
  if (sign === "=") return { lines: slot };
  if (sign === "/") throw new Error(`⟦/${slot}⟧ closes nothing.`);
  return { slot };
}

function fixedText(text: string): string {
  if (/[⟦⟧]/.test(text)) throw new Error(`A mark is torn: ${text}`);
  return text;
}
