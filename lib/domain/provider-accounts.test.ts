import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, contacts, userAddresses, users } from "@/db/schema";
import { inWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import {
  createWelcomeUser,
  getUserByAccount,
  getUserByEmail,
  isWelcome,
  linkAccount,
  verifiedEmail,
} from "./provider-accounts";

await useDatabase();

test.each([
  ["google", { email: "Ada@X.example", email_verified: true }, "ada@x.example"],
  ["oidc", { email: "ada@x.example", email_verified: "true" }, "ada@x.example"],
  ["microsoft-entra-id", { email: "ada@x.example", xms_edov: true }, "ada@x.example"],
  ["microsoft-entra-id", { email: "ada@x.example", xms_edov: "1" }, "ada@x.example"],
  ["google", { email: "ada@x.example", email_verified: false }, null],
  ["google", { email: "ada@x.example", email_verified: "false" }, null],
  ["google", { email: "ada@x.example" }, null],
  ["google", { email: "ada@x.example", xms_edov: true }, null],
  ["microsoft-entra-id", { email: "ada@x.example" }, null],
  ["microsoft-entra-id", { email: "ada@x.example", email_verified: true }, null],
  ["microsoft-entra-id", { preferred_username: "ada@x.example", xms_edov: true }, null],
  ["oidc", { email: ["ada@x.example"], email_verified: true }, null],
  ["oidc", { email: "ada@x.example,b@y.example", email_verified: true }, null],
  ["oidc", { email: "ada\uff20x.example", email_verified: true }, null],
  ["email", { email: "ada@x.example", email_verified: true }, null],
  ["constructor", { email: "ada@x.example", email_verified: true }, null],
  ["toString", { email: "ada@x.example", undefined: true }, null],
])("%s with %j vouches for %s", (provider, claims, email) => {
  expect(verifiedEmail(provider, claims)).toBe(email);
});

const contact = (orgId: string, over: object = {}) => ({
  orgId,
  id: newId(),
  kind: "client" as const,
  name: "Priya Shah",
  email: "priya@acme.example",
  sortKey: "priya shah",
  ...over,
});

test(
  "a contact is welcome and becomes a user under the name the firm knows; a stranger is neither",
  inWorld(async ({ db, visitor, orgId }) => {
    const ctx = visitor();
    expect(await isWelcome(ctx, "priya@acme.example")).toBe(false);
    await expect(createWelcomeUser(ctx, { email: "priya@acme.example", givenName: null })).rejects.toThrow(
      "Nobody knows",
    );
    await db.insert(contacts).values(contact(orgId));
    expect(await isWelcome(ctx, "priya@acme.example")).toBe(true);
    const userId = await createWelcomeUser(ctx, {
      email: "priya@acme.example",
      givenName: "Visit evil.example",
    });
    expect(await getUserByEmail(ctx, "priya@acme.example")).toBe(userId);
    const [user] = await db.select().from(users).where(sql`id = ${userId}`);
    expect(user?.name).toBe("Priya Shah");
  }),
);

test(
  "a name from a provider counts only when the contact has none and it may stand in messages",
  inWorld(async ({ db, visitor, orgId }) => {
    for (const [n, givenName, expected] of [
      [1, "Kim Lee", "Kim Lee"],
      [2, "win at evil.example", "p2@acme.example"],
    ] as const) {
      const email = `p${n}@acme.example`;
      await db.insert(contacts).values(contact(orgId, { name: null, email }));
      const userId = await createWelcomeUser(visitor(), { email, givenName });
      const [user] = await db.select().from(users).where(sql`id = ${userId}`);
      expect(user?.name).toBe(expected);
    }
  }),
);

test(
  "a deactivated contact is not welcome",
  inWorld(async ({ db, visitor, orgId }) => {
    await db.insert(contacts).values(contact(orgId, { deactivatedAt: sql`now()` }));
    expect(await isWelcome(visitor(), "priya@acme.example")).toBe(false);
  }),
);

test(
  "an outside account stays with the user it was linked to, and no address is added",
  inWorld(async ({ db, visitor, userOf }) => {
    const account = { provider: "google", providerAccountId: "1" };
    const before = await db.$count(userAddresses);
    await linkAccount(visitor(), userOf("ada"), account);
    await linkAccount(visitor(), userOf("cleo"), account);
    expect(await getUserByAccount(visitor(), account)).toBe(userOf("ada"));
    expect(await getUserByAccount(visitor(), { ...account, provider: "oidc" })).toBeNull();
    expect([await db.$count(accounts), await db.$count(userAddresses)]).toEqual([1, before]);
  }),
);
