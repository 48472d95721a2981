import type { Adapter, AdapterUser } from "next-auth/adapters";
import type { UserContext } from "@/lib/domain/context";
import {
  createWelcomeUser,
  getUserByAccount,
  getUserByEmail,
  linkAccount,
} from "@/lib/domain/provider-accounts";
import { openSession } from "@/lib/domain/sessions";

const userOf = (id: string | null, email = ""): AdapterUser | null =>
  id ? { id, email, emailVerified: null } : null;

/**
 * What next-auth needs of our tables to finish a sign-in with a provider. It never sees a session
 * of ours: every such sign-in begins a new one, of which the database keeps a hash.
 */
export function providerAdapter(
  ctx: UserContext,
): Required<
  Pick<
    Adapter,
    | "createUser"
    | "getUser"
    | "getUserByEmail"
    | "getUserByAccount"
    | "updateUser"
    | "linkAccount"
    | "createSession"
    | "getSessionAndUser"
    | "updateSession"
    | "deleteSession"
  >
> {
  return {
    createUser: async ({ email, name }) => {
      const id = await createWelcomeUser(ctx, { email, givenName: name ?? null });
      return { id, email, emailVerified: null };
    },
    getUserByEmail: async (email) => userOf(await getUserByEmail(ctx, email), email),
    getUserByAccount: async (account) => userOf(await getUserByAccount(ctx, account)),
    linkAccount: async (account) => linkAccount(ctx, account.userId, account),
    createSession: async ({ userId, expires }) => ({
      sessionToken: await openSession(ctx.db, userId),
      userId,
      expires,
    }),
    getUser: async () => null,
    getSessionAndUser: async () => null,
    updateUser: async (user) => ({ email: "", emailVerified: null, ...user }),
    updateSession: async () => null,
    deleteSession: async () => {},
  };
}
