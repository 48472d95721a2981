import { type SQL, sql } from "drizzle-orm";

const TABLES = {
  contact: 1,
  user: 2,
  group: 3,
  workspace: 4,
  role: 5,
  action: 6,
  invitation: 7,
  message: 8,
} as const;

/** The id of the n-th row of a table: the same in every run, and in order. */
export const idOf = (table: keyof typeof TABLES, n: SQL): SQL =>
  sql`('01900000-000${sql.raw(String(TABLES[table]))}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const PRIMES = [2654435761, 2246822519, 3266489917, 668265263, 374761393, 1597334677, 3812015801] as const;

/** A number from 0 to 1 that looks drawn by lot, and is the same in every run. */
export const draw = (n: SQL, which: number): SQL => {
  const prime = sql.raw(String(PRIMES[which % PRIMES.length]));
  return sql`(((${n})::bigint * ${prime} + ${sql.raw(String(which * 40503))}) % 4294967296 / 4294967296.0)`;
};

export const series = (from: number, to: number): SQL =>
  sql`generate_series(${from}::bigint, ${to}::bigint) as t(n)`;

export const n = sql.raw("t.n");

/** An array of texts as one parameter. */
export const texts = (list: readonly string[]): SQL => sql`${sql.param(`{${list.join(",")}}`)}::text[]`;
