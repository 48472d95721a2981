import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Installation } from "./context";
import { hashSecret, newSecret } from "./secret";

export const SESSION_DAYS = 30;

/** Signs a user in, in the caller's transaction. Returns the cookie's value, of which only a hash is stored. */
export async function openSession(tx: Database, userId: string): Promise<string> {
  const secret = newSecret();
  await tx.insert(sessions).values({
    tokenHash: hashSecret(secret),
    userId,
    expiresAt: sql`now() + make_interval(days => ${SESSION_DAYS})`,
  });
  return secret;
}

/** Ends a session, by the hash of its cookie; it is dead at the next request. No session is no error. */
export async function closeSession(ctx: Pick<Installation, "db">, tokenHash: string): Promise<void> {
  await ctx.db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}
