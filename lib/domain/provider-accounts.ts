import { and, eq } from "drizzle-orm";
import { selectAddressOwner } from "@/db/queries/sign-in";
import { accounts, provenAddresses } from "@/db/schema";
import { normaliseEmail } from "./address";
import type { UserContext } from "./context";
import { name } from "./text";
import { createUserWithAddress, proveAddress } from "./users";

export type ProviderId = "google" | "microsoft-entra-id" | "oidc";

export type ProviderAccount = { provider: string; providerAccountId: string };

/** The claim by which each provider asserts that the person owns the address. Entra's `email` alone proves nothing. */
const PROOF: Record<ProviderId, string> = {
  google: "email_verified",
  "microsoft-entra-id": "xms_edov",
  oidc: "email_verified",
};
const YES: unknown[] = [true, "true", 1, "1"];

/** The normalised address that the provider asserts to be verified, or null. */
export function verifiedEmail(provider: string, claims: Record<string, unknown>): string | null {
  const proof = provider in PROOF ? PROOF[provider as ProviderId] : null;
  if (!proof || !YES.includes(claims[proof]) || typeof claims.email !== "string") return null;
  return normaliseEmail(claims.email);
}

/** Whether an address may sign in: it belongs to a user or to an active contact. */
export async function isWelcome(ctx: UserContext, email: string): Promise<boolean> {
  const owner = await selectAddressOwner(ctx.db, email);
  return owner.userId !== null || owner.isContact;
}

/** The user who signed in with this outside account before. */
export async function getUserByAccount(ctx: UserContext, account: ProviderAccount): Promise<string | null> {
  const [row] = await ctx.db.select({ userId: accounts.userId }).from(accounts).where(sameAccount(account));
  return row?.userId ?? null;
}

const sameAccount = ({ provider, providerAccountId }: ProviderAccount) =>
  and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId));

/** The user who owns an address and has proven it. */
export async function getUserByEmail(ctx: UserContext, email: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ userId: provenAddresses.userId })
    .from(provenAddresses)
    .where(eq(provenAddresses.address, email));
  return row?.userId ?? null;
}

/**
 * The user of somebody who signs in with a provider for the first time: made for a contact, or the one whose address was
 * unproven until the provider vouched for it; then all its sessions end. Refuses addresses that nobody knows.
 */
export async function createWelcomeUser(
  ctx: UserContext,
  { email, givenName }: { email: string; givenName: string | null },
): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const owner = await selectAddressOwner(tx, email);
    if (!owner.isContact && !owner.userId) throw new Error("Nobody knows this address.");
    const given = name("").safeParse(givenName);
    const called = owner.name ?? (given.success ? given.data : email);
    const { userId } = await createUserWithAddress(tx, {
      address: email,
      kind: "email",
      name: called,
      isProven: true,
    });
    await proveAddress(tx, { address: email, userId });
    return userId;
  });
}

/** Remembers an outside account as this user's. An account that is somebody's already stays theirs. */
export async function linkAccount(ctx: UserContext, userId: string, account: ProviderAccount): Promise<void> {
  const { provider, providerAccountId } = account;
  await ctx.db.insert(accounts).values({ provider, providerAccountId, userId }).onConflictDoNothing();
}
