/** Letters that carry their mark within them, where no normal form takes it off, and two in one. */
const LETTERS: Record<string, string> = {
  ...{ ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i" },
  ...{ ß: "ss", æ: "ae", œ: "oe", þ: "th" },
};

const letter = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/** A text as searches and orders see it: no case, no accents, each letter as a plain keyboard has it. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(letter, (one) => LETTERS[one] ?? one);
