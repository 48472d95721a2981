import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

type Self = { name: string; address: string; isProven: boolean };

/** A user's name and first address, e-mail before phone; whether they have proven it. */
export async function selectSelf(db: Database, userId: string): Promise<Self | null> {
  const [self] = await db.execute<Self>(sql`
    select u.name, a.address, a.verified_at is not null as "isProven" from users u
    join lateral (select address, verified_at from user_addresses where user_id = u.id order by kind, verified_at limit 1) a on true
    where u.id = ${userId}`);
  return self ?? null;
}
