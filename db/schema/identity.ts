import { isNotNull, sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgTable,
  pgView,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { moment } from "./columns";

export const users = pgTable("users", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
});

/**
 * The addresses that open accounts. An address belongs to one user, or to nobody. Who joined by a link that was handed
 * over has not shown that the address is theirs: what trusts in that reads `provenAddresses`.
 */
export const userAddresses = pgTable(
  "user_addresses",
  {
    address: text("address").primaryKey(),
    kind: text("kind", { enum: ["email", "phone"] }).notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** When its owner was reached there. Null until that has happened: whoever forgets to say so proves nothing. */
    verifiedAt: moment("verified_at"),
  },
  (t) => [
    index("user_addresses_user").on(t.userId),
    uniqueIndex("user_addresses_unproven").on(t.userId).where(sql`verified_at is null`),
    check("user_addresses_kind", sql`${t.kind} in ('email', 'phone')`),
  ],
);

/** The addresses whose owners have been reached there: by a code, by the link of a message, or by a provider's word. */
export const provenAddresses = pgView("proven_addresses").as((view) =>
  view.select().from(userAddresses).where(isNotNull(userAddresses.verifiedAt)),
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
