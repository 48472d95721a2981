import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions, userAddresses, users } from "@/db/schema";
import type { Address } from "./address";
import { newId } from "./id";

/** `isProven`: their owner was reached at the address; if not, it opens the account and counts for nothing else. */
export type NewUser = { address: string; kind: Address["kind"]; name: string; isProven: boolean };

/**
 * Makes a user with an address. If the address has an owner already, returns that user
 * (`existed`) and changes nothing about them: the caller has to ask them for a proof of their own.
 */
export async function createUserWithAddress(
  tx: Database,
  { address, kind, name, isProven }: NewUser,
): Promise<{ userId: string; existed: boolean }> {
  const userId = newId();
  await tx.insert(users).values({ id: userId, name });
  const claimed = await tx
    .insert(userAddresses)
    .values({ address, kind, userId, verifiedAt: isProven ? sql`now()` : null })
    .onConflictDoNothing()
    .returning({ userId: userAddresses.userId });
  if (claimed.length > 0) return { userId, existed: false };
  await tx.delete(users).where(eq(users.id, userId));
  const [owner] = await tx
    .select({ userId: userAddresses.userId })
    .from(userAddresses)
    .where(eq(userAddresses.address, address));
  if (!owner) throw new Error("The owner of an address vanished while somebody else claimed it.");
  return { userId: owner.userId, existed: true };
}

/**
 * Notes that a user was reached at an address of theirs. The first time it was unproven until then: whoever made the
 * account need not be its owner, so all its sessions end. True if that was so: the caller opens the owner's.
 */
export async function proveAddress(
  tx: Database,
  { address, userId }: { address: string; userId: string },
): Promise<boolean> {
  const proven = await tx
    .update(userAddresses)
    .set({ verifiedAt: sql`now()` })
    .where(
      and(
        eq(userAddresses.address, address),
        eq(userAddresses.userId, userId),
        isNull(userAddresses.verifiedAt),
      ),
    )
    .returning({ userId: userAddresses.userId });
  if (proven.length === 0) return false;
  await tx.delete(sessions).where(eq(sessions.userId, userId));
  return true;
}

/** Names a user who so far is called by an address of theirs; everybody else keeps their name. */
export async function nameUser(tx: Database, userId: string, name: string): Promise<void> {
  await tx
    .update(users)
    .set({ name })
    .where(
      and(
        eq(users.id, userId),
        sql`${users.name} in (select address from user_addresses where user_id = ${userId})`,
      ),
    );
}
