/** The alphabet of short messages (3GPP TS 23.038), and the signs in it that count twice. */
const SINGLE =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const DOUBLE = "^{}\\[~]|€\f";
const COST = new Map([
  ...[...SINGLE].map((sign) => [sign, 1] as const),
  ...[...DOUBLE].map((sign) => [sign, 2] as const),
]);
const LOOKALIKES: Record<string, string> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "‘": "'",
  "’": "'",
  "–": "-",
  "—": "-",
  "…": "...",
  "\u00a0": " ",
  ł: "l",
  Ł: "L",
};

/** What one segment holds, in seven-bit units. */
export const SEGMENT_UNITS = 160;

/** Writes accented letters and typographic signs the alphabet lacks as their nearest plain ones. */
export function foldToGsm(text: string): string {
  let folded = "";
  for (const sign of text) {
    if (COST.has(sign)) folded += sign;
    else {
      const plain = LOOKALIKES[sign] ?? sign.normalize("NFKD").replace(/\p{M}/gu, "");
      folded += [...plain].every((letter) => COST.has(letter)) ? plain : sign;
    }
  }
  return folded;
}

/** Length in seven-bit units; infinite when the text needs another alphabet. */
export function gsmUnits(text: string): number {
  let units = 0;
  for (const sign of text) units += COST.get(sign) ?? Number.POSITIVE_INFINITY;
  return units;
}
