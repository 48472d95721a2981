import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { signInCodes } from "@/db/schema";

export const CODE_LIFETIME_MINUTES = 10;
export const CODE_TRIES = 5;

const isLive = and(isNull(signInCodes.consumedAt), sql`${signInCodes.expiresAt} > now()`);

/** `language`: the person's own, else of an organization that knows them, else of the first one there is. */
export type AddressOwner = {
  userId: string | null;
  isContact: boolean;
  name: string | null;
  language: string;
};

/** Whom an address leads to: the user whose account it opens, proven or not, else an active contact of any organization, else nobody. */
export async function selectAddressOwner(tx: Database, address: string): Promise<AddressOwner> {
  const [row] = await tx.execute<AddressOwner>(sql`
    select u.user_id as "userId", c.id is not null as "isContact", c.name,
      coalesce(c.language, (select k.language from organizations o join contacts k on k.org_id = o.id
          and k.user_id = u.user_id and k.language is not null order by o.number limit 1),
        c.home, (select language from organizations order by number limit 1), 'en') as language
    from (select 1) one
    left join user_addresses u on u.address = ${address}
    left join lateral (
      (select c.id, c.name, c.language, o.language as home
        from organizations o join contacts c on c.org_id = o.id and c.email = ${address}
        where c.deactivated_at is null limit 1)
      union all
      (select c.id, c.name, c.language, o.language
        from organizations o join contacts c on c.org_id = o.id and c.phone = ${address}
        where c.deactivated_at is null limit 1)
      limit 1
    ) c on true`);
  if (!row) throw new Error("One row was selected.");
  return row;
}

/** The country that phone numbers without a country code are read in at sign-in. */
export async function selectHomeCountry(db: Database): Promise<string> {
  const [row] = await db.execute<{ country: string }>(
    sql`select country from organizations order by number limit 1`,
  );
  return row?.country ?? "US";
}

/** A code to send: good for ten minutes, in the browser that asked for it. */
export async function insertCode(
  tx: Database,
  code: { id: string; address: string; browserHash: string; nextPath: string | null },
): Promise<void> {
  await tx
    .insert(signInCodes)
    .values({ ...code, expiresAt: sql`now() + make_interval(mins => ${CODE_LIFETIME_MINUTES})` });
}

const newestOf = (browserHash: string) => sql`(
  select id from sign_in_codes
  where browser_hash = ${browserHash} and consumed_at is null and expires_at > now()
  order by created_at desc, id desc limit 1)`;

/** The newest live code that this browser asked for. `age` in seconds; `attempts`: how often digits were entered for it. */
export async function selectPendingCode(
  db: Database,
  browserHash: string,
): Promise<{ address: string; nextPath: string | null; age: number; attempts: number } | null> {
  const [row] = await db
    .select({
      address: signInCodes.address,
      nextPath: signInCodes.nextPath,
      attempts: signInCodes.attempts,
      age: sql<number>`extract(epoch from now() - ${signInCodes.createdAt})::float8`,
    })
    .from(signInCodes)
    .where(eq(signInCodes.id, newestOf(browserHash)));
  return row ?? null;
}

export type CodeRow = { id: string; address: string; nextPath: string | null };

const columns = { id: signInCodes.id, address: signInCodes.address, nextPath: signInCodes.nextPath };

/** Uses up one try of this browser's newest live code; null when there is none or its tries are spent. */
export async function claimTry(
  tx: Database,
  browserHash: string,
): Promise<(CodeRow & { attempts: number }) | null> {
  const [row] = await tx
    .update(signInCodes)
    .set({ attempts: sql`${signInCodes.attempts} + 1` })
    .where(
      and(eq(signInCodes.id, newestOf(browserHash)), sql`${signInCodes.attempts} < ${CODE_TRIES}`, isLive),
    )
    .returning({ ...columns, attempts: signInCodes.attempts });
  return row ?? null;
}

/** Consumes one live code in the browser that asked for it; null for everybody but the first. */
export async function consumeCode(tx: Database, id: string, browserHash: string): Promise<CodeRow | null> {
  const [row] = await tx
    .update(signInCodes)
    .set({ consumedAt: sql`now()` })
    .where(and(eq(signInCodes.id, id), eq(signInCodes.browserHash, browserHash), isLive))
    .returning(columns);
  return row ?? null;
}

/** Whether a code still waits for the browser that asked for it. */
export async function isCodeLive(db: Database, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: signInCodes.id })
    .from(signInCodes)
    .where(and(eq(signInCodes.id, id), isLive));
  return rows.length > 0;
}

/** Ends all other codes this browser asked for: one sign-in settles them. */
export async function retireCodes(tx: Database, browserHash: string): Promise<void> {
  await tx
    .update(signInCodes)
    .set({ consumedAt: sql`now()` })
    .where(and(eq(signInCodes.browserHash, browserHash), isLive));
}
