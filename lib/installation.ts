import { type Database, openDatabase } from "@/db/client";
import { configuredChannels } from "@/lib/delivery/channels";
import type { Installation, SmsRules } from "@/lib/domain/context";
import { keyRing } from "@/lib/domain/token";
import { type Env, env } from "@/lib/env";

const kept = globalThis as { foyerDatabase?: Database };

function smsRules(all: Env): SmsRules {
  const { sms } = configuredChannels(all);
  const way = all.TWILIO_ACCOUNT_SID ? "out" : sms === "mailbox" ? "mailbox" : "none";
  return { way, countries: all.SMS_COUNTRIES ?? null, dailyLimit: all.SMS_DAILY_LIMIT };
}

/** This process's database pool, secrets and rules, opened at first use and shared by all requests. */
export function installation(): Installation {
  const all = env();
  kept.foyerDatabase ??= openDatabase(all.DATABASE_URL).db;
  return {
    db: kept.foyerDatabase,
    keys: keyRing(all.AUTH_SECRET, all.AUTH_SECRET_PREVIOUS),
    sms: smsRules(all),
  };
}
