import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** A user's name and first verified address, e-mail before phone. */
export async function selectSelf(
  db: Database,
  userId: string,
): Promise<{ name: string; address: string } | null> {
  const [self] = await db.execute<{ name: string; address: string }>(sql`
    select u.name, a.address from users u
    join lateral (select address from user_addresses where user_id = u.id order by kind, verified_at limit 1) a on true
    where u.id = ${userId}`);
  return self ?? null;
}
