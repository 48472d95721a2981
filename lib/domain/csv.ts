/** What spreadsheets take for the beginning of a formula, also in the full-width forms some of them fold. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * A value as a spreadsheet will show it and never compute it: an apostrophe goes before what could begin a
 * formula, and before apostrophes that already stand there, so that `restore` gives back what went in.
 */
export const neutralise = (value: string): string => (FORMULA.test(value) ? `'${value}` : value);

/** The value that was neutralised; all others as they are. What reads our files takes values through this. */
export const restore = (value: string): string =>
  value.startsWith("'") && FORMULA.test(value) ? value.slice(1) : value;

/** One record of RFC 4180, every field quoted and neutralised, with its line end. */
export const csvLine = (fields: string[]): string =>
  `${fields.map((field) => `"${neutralise(field).replaceAll('"', '""')}"`).join(",")}\r\n`;

/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";
