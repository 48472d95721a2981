import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { userAddresses, users } from "@/db/schema";
import type { Address } from "./address";
import { newId } from "./id";

export type NewUser = { address: string; kind: Address["kind"]; name: string };

/**
 * Makes a user who owns a verified address. If the address has an owner already, returns that user
 * (`existed`) and changes nothing about them: the caller has to ask them for a proof of their own.
 */
export async function createUserWithAddress(
  tx: Database,
  { address, kind, name }: NewUser,
): Promise<{ userId: string; existed: boolean }> {
  const userId = newId();
  await tx.insert(users).values({ id: userId, name });
  const claimed = await tx
    .insert(userAddresses)
    .values({ address, kind, userId })
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
