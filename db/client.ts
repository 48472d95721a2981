import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { prepareAll } from "./prepared";
import * as schema from "./schema";

/** A connection pool or an open transaction: both run statements the same way. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;

export type DatabaseOptions = {
  max?: number;
  /** Sees every statement before it runs; tests hold them against the tenancy rule. */
  onStatement?: (text: string) => void;
};

/**
 * Opens a pool of at most `max` connections (5 by default). Statements are prepared, but planned for the very values
 * each time: a plan made while a table was empty would be kept while a thousand people come in. `close` waits for
 * running statements.
 */
export function openDatabase(url: string, { max = 5, onStatement }: DatabaseOptions = {}) {
  const client = postgres(url, {
    max,
    prepare: true,
    connection: { plan_cache_mode: "force_custom_plan" },
    onnotice: () => {},
    ...(onStatement && { debug: (_connection, text) => onStatement(text) }),
  });
  const db: Database = drizzle(prepareAll(client), { schema });
  return { db, close: () => client.end({ timeout: 5 }) };
}
