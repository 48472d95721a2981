import { sql } from "drizzle-orm";
import { check, integer, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";

export const organizations = pgTable(
  "organizations",
  {
    id: uuid("id").primaryKey(),
    /** Short public number: keeps links short enough for a text message. */
    number: integer("number").generatedAlwaysAsIdentity().unique().notNull(),
    slug: text("slug").unique().notNull(),
    name: text("name").notNull(),
    country: text("country").notNull().default("US"),
    language: text("language").notNull().default("en"),
    timeZone: text("time_zone").notNull().default("UTC"),
    holdSeconds: integer("hold_seconds").notNull().default(5),
    invitationHours: integer("invitation_hours").notNull().default(336),
    memberHourlyLimit: integer("member_hourly_limit").notNull().default(100),
    adminDailyLimit: integer("admin_daily_limit").notNull().default(5000),
    /** Messages a workspace, and the organization, may cause in a day. */
    workspaceDailyLimit: integer("workspace_daily_limit").notNull().default(2000),
    dailyLimit: integer("daily_limit").notNull().default(10000),
    /** On which days after inviting who has not joined is reminded; none: never. */
    reminderDays: smallint("reminder_days").array().notNull().default([2, 5, 9]),
    /** Who may be invited by e-mail: A-labels, "*." before one stands for its subdomains. None allowed: everybody. */
    allowedDomains: text("allowed_domains").array().notNull().default(sql`'{}'`),
    blockedDomains: text("blocked_domains").array().notNull().default(sql`'{}'`),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    check("organizations_slug", sql`${t.slug} ~ '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$'`),
    check("organizations_hold", sql`${t.holdSeconds} in (0, 5, 10, 30)`),
    check("organizations_invitation_hours", sql`${t.invitationHours} between 1 and 720`),
    check("organizations_domains", sql`not ${t.allowedDomains} && ${t.blockedDomains}`),
  ],
);
