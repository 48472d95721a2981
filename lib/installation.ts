import { type Database, openDatabase } from "@/db/client";
import { smsRules } from "@/lib/delivery/channels";
import type { Installation } from "@/lib/domain/context";
import { keyRing } from "@/lib/domain/token";
import { env } from "@/lib/env";

const kept = globalThis as { foyerDatabase?: Database };

/** This process's database pool, secrets and rules, opened at first use and shared by all requests. */
export function installation(): Installation {
  const all = env();
  kept.foyerDatabase ??= openDatabase(all.DATABASE_URL).db;
  return {
    db: kept.foyerDatabase,
    keys: keyRing(all.AUTH_SECRET, all.AUTH_SECRET_PREVIOUS),
    sms: smsRules(all),
    dailyMessages: all.DAILY_MESSAGE_LIMIT,
  };
}
