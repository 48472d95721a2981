import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { prepareReads } from "./prepared";
import * as schema from "./schema";

/** A connection pool or an open transaction: both run statements the same way. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;

export type DatabaseOptions = {
  max?: number;
  /** Sees every statement before it runs; tests hold them against the tenancy rule. */
  onStatement?: (text: string) => void;
};

/** Who waits for a page waits no longer than this for a database that is away; by itself the driver waits up to 20 s. */
const LONGEST_REST_SECONDS = 1;

/** Opens a pool of at most `max` connections (5 by default). `close` waits for running statements. */
export function openDatabase(url: string, { max = 5, onStatement }: DatabaseOptions = {}) {
  const client = postgres(url, {
    max,
    prepare: true,
    connect_timeout: 10,
    backoff: (retries) => Math.min(2 ** retries / 20, LONGEST_REST_SECONDS),
    onnotice: () => {},
    ...(onStatement && { debug: (_connection, text) => onStatement(text) }),
  });
  const db: Database = drizzle(prepareReads(client), { schema });
  return { db, close: () => client.end({ timeout: 5 }) };
}
