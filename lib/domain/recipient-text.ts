import { digitsOf, EMAIL, isAddressLike, PHONE, shapeOf } from "./recipient-shape";

/** One recipient as somebody typed or pasted it: an address or plain words, with a name if one stood beside. */
export type RawRecipient = { text: string; name?: string };

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const LABEL = /^(?:mailto|from|to|cc|bcc|e-?mail|mail|phone|tel|telephone|mobile|cell|sms)\s*:\s*/i;
const BULLET = /^(?:[-*\u2022\u00b7\u2013>]\s+|\d{1,3}[.)]\s+)/;
const PHONE_AT_END = /^(\D*\p{L}[^\d+]*?)[\s:(]+(\+?\(?\d[\d\s().\-/\u2010-\u2015]{5,})$/u;
const WRAPPERS: Record<string, string> = {
  '"': '"',
  "“": "”",
  "'": "'",
  "‘": "’",
  "(": ")",
  "[": "]",
  "<": ">",
};

/**
 * Reads a typed or pasted list, in order and without loss: entries end at `,` `;` tab or a new line,
 * and at spaces between complete addresses. Understands `Name <address>`, `address (Name)`, quoted
 * names with commas, `Last, First <address>`, rows of a table, bullets, and phone numbers with spaces.
 */
export function splitRecipients(input: string): RawRecipient[] {
  const lines = input
    .replace(INVISIBLE, "")
    .replace(/[\u00a0\u2000-\u200a\u3000]/g, " ")
    .split(/[\r\n\u2028\u2029]+/);
  return lines.flatMap((line) => cutLine(line.replace(/^\s+/, "").replace(BULLET, "")).flatMap(readEntry));
}

type Piece = { text: string; before: string };

/** A line in entries (at `;`), each in pieces (at `,` and tab); quotes, brackets and angles protect. */
function cutLine(line: string): Piece[][] {
  const entries: Piece[][] = [[]];
  let start = 0;
  let before = "";
  const cut = (end: number) => {
    const text = line.slice(start, end).trim();
    if (text) entries.at(-1)?.push({ text, before });
    start = end + 1;
  };
  for (let i = 0; i < line.length; i++) {
    const char = line[i] ?? "";
    const end = closingAt(line, i, start);
    if (end > i) i = end;
    else if (/[,;\t；，、]/.test(char)) {
      cut(i);
      before = char;
      if (/[;；]/.test(char)) entries.push([]);
    }
  }
  cut(line.length);
  return entries;
}

/** Characters to look ahead for a closing quote, and of one entry that is still looked into. */
const REACH = 320;
const LONGEST_ENTRY = 1_000;

/** Where the quote or bracket that opens at `i` closes, or `i`. Looks a bounded distance ahead. */
function closingAt(line: string, i: number, start: number): number {
  const open = line[i] ?? "";
  const isQuote = /["“]/.test(open) && (i === start || /\s/.test(line[i - 1] ?? ""));
  if (!isQuote && open !== "<" && open !== "(") return i;
  const window = line.slice(i + 1, i + REACH);
  const at = open === '"' ? window.search(/(?<!\\)"/) : window.indexOf(WRAPPERS[open] ?? "");
  if (at < 0 || (!isQuote && /[,;\t]/.test(window.slice(0, at)) && window.slice(0, at).includes("@")))
    return i;
  return i + 1 + at;
}

function readEntry(pieces: Piece[]): RawRecipient[] {
  const [first, second] = pieces;
  if (pieces.length === 2 && first && second && second.before === "," && isLastFirst(first.text, second.text))
    return readPiece(second.text).map(({ text, name }) => ({
      text,
      name: [cleanName(first.text), name].filter(Boolean).join(", "),
    }));
  const found: RawRecipient[] = [];
  for (const { text, before } of pieces) {
    const read = readPiece(text);
    const last = found.at(-1);
    const [only] = read;
    const isRow = before === "\t" && last && shapeOf(last.text) === "text" && !isAddressLike(last.text);
    if (isRow && only && !only.name && isAddressLike(only.text)) {
      found.pop();
      read[0] = named(only.text, last.text);
    }
    found.push(...read);
  }
  return found;
}

const isLastFirst = (last: string, rest: string) =>
  !isAddressLike(last) && !/[\d<]/.test(last) && /^[^<@]*\p{L}[^<@]*<[^<>]*@[^<>]*>$/u.test(rest);

function readPiece(piece: string): RawRecipient[] {
  const found: RawRecipient[] = [];
  let rest = piece;
  for (let angle = rest.indexOf("<"); angle >= 0; angle = rest.indexOf("<")) {
    const close = rest.indexOf(">", angle);
    if (close < 0) break;
    found.push(...readAngle(rest.slice(0, angle).trim(), rest.slice(angle + 1, close)));
    rest = rest.slice(close + 1).trim();
  }
  return rest ? [...found, ...readPlain(rest)] : found;
}

/** `Name <address>`; what stands before the name may be further addresses. */
function readAngle(before: string, between: string): RawRecipient[] {
  const [address] = bare(between);
  if (!address) return before ? readPlain(before) : [];
  if (!before.includes("@") || bare(before)[0] === address) return [named(address, before)];
  const read = readWords(before);
  const words = read.at(-1);
  if (!words || words.text.includes("@")) return [...read, { text: address }];
  return [...read.slice(0, -1), named(address, words.text)];
}

function readPlain(piece: string): RawRecipient[] {
  const brackets = piece.length < LONGEST_ENTRY && piece.match(/^([^()]*)\(([^()]*)\)$/);
  if (brackets) {
    const [, outside = "", inside = ""] = brackets;
    if (EMAIL.test(inside.trim())) return [named(inside.trim(), outside)];
    if (EMAIL.test(outside.trim())) return [named(outside.trim(), inside)];
  }
  return bare(piece).flatMap((text) => (text.includes("@") ? readWords(text) : readPhones(text)));
}

/** A text without label, wrapping and closing punctuation; nothing if nothing is left. */
function bare(text: string): string[] {
  let rest = text.trim();
  if (rest.length > LONGEST_ENTRY) return [rest];
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest
      .replace(LABEL, "")
      .replace(/[.:!?]+$/, "")
      .trim();
    const open = rest[0] ?? "";
    const isPhone = open === "(" && PHONE.test(rest);
    if (!isPhone && rest.length > 1 && WRAPPERS[open] === rest.at(-1)) rest = rest.slice(1, -1).trim();
  }
  rest = rest.replace(rest.includes("@") ? /^[<>"“”'(\s]+|[<>"“”')\s]+$/g : /^[<>"“”\s]+|[<>"“”\s]+$/g, "");
  return /[\p{L}\p{N}]/u.test(rest) ? [rest] : [];
}

/** Words and e-mail addresses between spaces: words before an address are its name. */
function readWords(text: string): RawRecipient[] {
  const found: RawRecipient[] = [];
  let words: string[] = [];
  const flush = () => {
    if (words.length > 0) found.push(...bare(words.join(" ")).flatMap(readPhones));
    words = [];
  };
  for (const word of text.split(/\s+/)) {
    const [address] = word.includes("@") ? bare(word) : [];
    if (!address) {
      words.push(word);
      continue;
    }
    if (isAddressLike(words.join(" "))) flush();
    found.push(named(address, words.join(" ")));
    words = [];
  }
  flush();
  return found;
}

/** Phone numbers stay whole; another one begins at each "+" after a space. */
function readPhones(text: string): RawRecipient[] {
  const parts = text.split(/\s+(?=\+\d)/);
  if (parts.length > 1 && parts.every((part) => PHONE.test(part)))
    return parts.map((part) => ({ text: part.trim() }));
  const [, words = "", phone = ""] = (text.length < REACH && text.match(PHONE_AT_END)) || [];
  return phone && digitsOf(phone) >= 7
    ? [named(phone.replace(/\)$/, (end) => (phone.includes("(") ? end : "")).trim(), words)]
    : [{ text }];
}

function named(text: string, words: string): RawRecipient {
  const name = cleanName(words);
  return name ? { text, name } : { text };
}

function cleanName(words: string): string | undefined {
  const [name] = bare(words.replace(/\\(["\\])/g, "$1").replace(/\s+/g, " "));
  const tidy = name?.replace(/^[\s,;:\-–*•]+|[\s,;:\-–(]+$/g, "");
  const isName = tidy && /\p{L}/u.test(tidy) && !tidy.includes("@") && !/^(?:and|or|und|et)$/i.test(tidy);
  return isName ? tidy : undefined;
}
