import { type Database, openDatabase } from "@/db/client";
import type { Installation } from "@/lib/domain/context";
import { keyRing } from "@/lib/domain/token";
import { env } from "@/lib/env";

const kept = globalThis as { foyerDatabase?: Database };

/** This process's database pool and secrets, opened at first use and shared by all requests. */
export function installation(): Installation {
  const { DATABASE_URL, AUTH_SECRET, AUTH_SECRET_PREVIOUS, DAILY_MESSAGE_LIMIT } = env();
  kept.foyerDatabase ??= openDatabase(DATABASE_URL).db;
  return {
    db: kept.foyerDatabase,
    keys: keyRing(AUTH_SECRET, AUTH_SECRET_PREVIOUS),
    dailyMessages: DAILY_MESSAGE_LIMIT,
  };
}
