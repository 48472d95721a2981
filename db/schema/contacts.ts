import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { keyText, moment, orgId } from "./columns";
import { users } from "./identity";
import { organizations } from "./organizations";

/** A person as one organization knows them. Addresses are stored normalised only. */
export const contacts = pgTable(
  "contacts",
  {
    orgId: orgId().references(() => organizations.id),
    id: uuid("id").notNull(),
    kind: text("kind", { enum: ["internal", "client"] }).notNull(),
    isAdmin: boolean("is_admin").notNull().default(false),
    name: text("name"),
    email: keyText("email"),
    phone: keyText("phone"),
    company: text("company"),
    /** As `sortKey`, of the company: what the list filters and searches by. */
    companyKey: keyText("company_key"),
    title: text("title"),
    language: text("language"),
    /** IANA name; empty: the organization's. */
    timeZone: text("time_zone"),
    /** When to tell this person that somebody they invited has joined. */
    joinedNotices: text("joined_notices", { enum: ["each", "daily", "off"] })
      .notNull()
      .default("each"),
    /** Until when the daily notice has told. */
    digestedAt: moment("digested_at"),
    /** Case-folded, accents stripped; what lists sort and search by. */
    sortKey: keyText("sort_key").notNull(),
    userId: uuid("user_id").references(() => users.id),
    joinedAt: moment("joined_at"),
    deactivatedAt: moment("deactivated_at"),
    /** When somebody first invited this person to anything; empty: added quietly. */
    invitedAt: moment("invited_at"),
    /** How far the person has come: stored, so that lists filter and sort by it from an index. */
    state: text("state", { enum: ["quiet", "invited", "joined", "deactivated"] })
      .notNull()
      .generatedAlwaysAs(
        sql`case when deactivated_at is not null then 'deactivated' when joined_at is not null then 'joined'
          when invited_at is not null then 'invited' else 'quiet' end`,
      ),
    /** Everything a search looks into; indexed by its trigrams. */
    searchText: keyText("search_text")
      .notNull()
      .generatedAlwaysAs(
        sql`sort_key || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(company_key, '')`,
      ),
    createdBy: uuid("created_by"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("contacts_email").on(t.orgId, t.email).where(sql`email is not null`),
    uniqueIndex("contacts_phone").on(t.orgId, t.phone).where(sql`phone is not null`),
    uniqueIndex("contacts_user").on(t.orgId, t.userId).where(sql`user_id is not null`),
    index("contacts_by_user").on(t.userId).where(sql`user_id is not null`),
    index("contacts_by_name").on(t.orgId, t.kind, t.sortKey, t.id),
    index("contacts_by_state").on(t.orgId, t.kind, t.state, t.sortKey, t.id),
    index("contacts_by_added").on(t.orgId, t.kind, t.createdAt, t.id),
    index("contacts_by_company")
      .on(t.orgId, t.companyKey, t.sortKey, t.id)
      .where(sql`company_key is not null`),
    index("contacts_digest").on(t.digestedAt).where(sql`joined_notices = 'daily'`),
    index("contacts_search").using("gin", sql`${t.searchText} gin_trgm_ops`),
    foreignKey({ columns: [t.orgId, t.createdBy], foreignColumns: [t.orgId, t.id] }),
    check("contacts_kind", sql`${t.kind} in ('internal', 'client')`),
    check("contacts_joined_notices", sql`${t.joinedNotices} in ('each', 'daily', 'off')`),
    check("contacts_admin", sql`not ${t.isAdmin} or ${t.kind} = 'internal'`),
    check("contacts_address", sql`${t.email} is not null or ${t.phone} is not null`),
    check("contacts_company", sql`(${t.company} is null) = (${t.companyKey} is null)`),
    check("contacts_joined", sql`(${t.userId} is null) = (${t.joinedAt} is null)`),
  ],
);
