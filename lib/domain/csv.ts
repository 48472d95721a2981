/** What begins a cell: the value itself, and what some program takes for the end of the cell before. */
const BEGIN = "(?<=^|[;|\\t\\r\\n])";

/** What spreadsheets take for the beginning of a formula, also in the full-width forms some of them fold. */
const FORMULA = "(?='*[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20])";

const beginnings = new RegExp(BEGIN + FORMULA, "g");
const neutralised = new RegExp(`${BEGIN}'${FORMULA}`, "g");

/**
 * A value as a spreadsheet will show it and never compute it, whichever sign its country separates cells with: an
 * apostrophe goes before what could begin a formula, and before apostrophes that already stand there, so that
 * `restore` gives back what went in.
 */
export const neutralise = (value: string): string => value.replace(beginnings, "'");

/** The value that was neutralised; all others as they are. What reads our files takes values through this. */
export const restore = (value: string): string => value.replace(neutralised, "");

/** One record of RFC 4180, every field quoted and neutralised, with its line end. */
export const csvLine = (fields: string[]): string =>
  `${fields.map((field) => `"${neutralise(field).replaceAll('"', '""')}"`).join(",")}\r\n`;

/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";
