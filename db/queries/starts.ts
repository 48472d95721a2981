import { type SQL, sql } from "drizzle-orm";

/** Everything that begins with a text lies between it and this, byte by byte. */
export const afterStart = (start: string) => `${start}\u{10ffff}`;

/** A column of `contacts c` begins with the text, as a range of its index. */
export const isBetweenStarts = (column: string, start: string): SQL =>
  sql`(c.${sql.identifier(column)} >= ${start} and c.${sql.identifier(column)} < ${afterStart(start)})`;

/** The same as a condition on single rows; empty columns begin with nothing. */
export const beginsWith = (column: string, start: string): SQL =>
  sql`coalesce(starts_with(c.${sql.identifier(column)}, ${start}), false)`;

/** Holds the text somewhere: a pattern that trigrams are looked up by. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
