import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";

export const users = pgTable("users", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
});

/** Verified addresses. An address belongs to one user, or to nobody. */
export const userAddresses = pgTable(
  "user_addresses",
  {
    address: text("address").primaryKey(),
    kind: text("kind", { enum: ["email", "phone"] }).notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    verifiedAt: moment("verified_at").notNull().defaultNow(),
  },
  (t) => [
    index("user_addresses_user").on(t.userId),
    check("user_addresses_kind", sql`${t.kind} in ('email', 'phone')`),
  ],
);

/** Sessions are rows, read at every request; only a hash of the cookie is kept. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: moment("created_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** Accounts at outside identity providers (Google, Entra, OIDC). */
export const accounts = pgTable(
  "accounts",
  {
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] })],
);

/** A proof of address under way. The six digits and the link are derived from the id, never stored. */
export const signInCodes = pgTable(
  "sign_in_codes",
  {
    id: uuid("id").primaryKey(),
    address: text("address").notNull(),
    /** Hash of the cookie of the browser that asked: no other browser can use the code. */
    browserHash: text("browser_hash").notNull(),
    nextPath: text("next_path"),
    attempts: integer("attempts").notNull().default(0),
    createdAt: moment("created_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    consumedAt: moment("consumed_at"),
  },
  (t) => [
    index("sign_in_codes_browser").on(t.browserHash, t.createdAt),
    check("sign_in_codes_attempts", sql`${t.attempts} between 0 and 5`),
  ],
);
