import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { attendedByDays } from "@/db/queries/attention";
import { organizations } from "@/db/schema";
import { recordActivity } from "./activity";
import type { Context } from "./context";
import { Domains } from "./link-domains";
import { authorize, can } from "./permissions";
import { ReminderDays } from "./reminder-days";

export type SettingsTab = "general" | "invitations" | "delivery" | "notices";

/** The parts of the settings that somebody may see, in order; refuses clients. */
export function settingsTabs(ctx: Context): SettingsTab[] {
  authorize(ctx, "notices:choose");
  return can("settings:edit", ctx.actor) ? ["general", "invitations", "delivery", "notices"] : ["notices"];
}

const amount = (most: number, words = `Enter a number of messages from 1 to ${most.toLocaleString("en")}.`) =>
  z
    .string(words)
    .transform((text) => text.replace(/[\s,]/g, ""))
    .refine((text) => /^\d{1,9}$/.test(text), { message: words, abort: true })
    .transform(Number)
    .refine((value) => value >= 1 && value <= most, { message: words, abort: true });

const HOURS = { hours: 1, days: 24 };
const LONGEST_HOURS = 720;
const LIFE = "Enter a time from 1 hour to 30 days, as a whole number.";

const inBoth = (domain: string) => `“${domain}” is allowed as well. Leave it in one of the two lists.`;

export const InvitationSettings = z
  .strictObject({
    lifetime: amount(LONGEST_HOURS, LIFE),
    unit: z.enum(["hours", "days"], "Choose hours or days."),
    undo: z.enum(["0", "5", "10", "30"], "Choose one of the list.").transform(Number),
    reminders: ReminderDays,
    memberHourly: amount(10_000),
    adminDaily: amount(100_000),
    workspaceDaily: amount(100_000),
    daily: amount(1_000_000),
    allowed: Domains,
    blocked: Domains,
  })
  .refine(({ lifetime, unit }) => lifetime * HOURS[unit] <= LONGEST_HOURS, {
    message: LIFE,
    path: ["lifetime"],
  })
  .superRefine(({ allowed, blocked }, check) => {
    const both = blocked.find((domain) => allowed.includes(domain));
    if (both) check.addIssue({ code: "custom", path: ["blocked"], message: inBoth(both) });
  });

type Row = {
  invitationHours: number;
  holdSeconds: number;
  reminderDays: number[];
  memberHourlyLimit: number;
  adminDailyLimit: number;
  workspaceDailyLimit: number;
  dailyLimit: number;
  allowedDomains: string[];
  blockedDomains: string[];
};

const rowOf = (input: z.output<typeof InvitationSettings>): Row => ({
  invitationHours: input.lifetime * HOURS[input.unit],
  holdSeconds: input.undo,
  reminderDays: input.reminders,
  memberHourlyLimit: input.memberHourly,
  adminDailyLimit: input.adminDaily,
  workspaceDailyLimit: input.workspaceDaily,
  dailyLimit: input.daily,
  allowedDomains: input.allowed,
  blockedDomains: input.blocked,
});

const columns = {
  invitationHours: organizations.invitationHours,
  holdSeconds: organizations.holdSeconds,
  reminderDays: organizations.reminderDays,
  memberHourlyLimit: organizations.memberHourlyLimit,
  adminDailyLimit: organizations.adminDailyLimit,
  workspaceDailyLimit: organizations.workspaceDailyLimit,
  dailyLimit: organizations.dailyLimit,
  allowedDomains: organizations.allowedDomains,
  blockedDomains: organizations.blockedDomains,
};

const words: Record<keyof Row, string> = {
  invitationHours: "life of links",
  holdSeconds: "time to undo",
  reminderDays: "reminders",
  memberHourlyLimit: "limit of internal users",
  adminDailyLimit: "limit of admins",
  workspaceDailyLimit: "limit of workspaces",
  dailyLimit: "limit of the organization",
  allowedDomains: "allowed domains",
  blockedDomains: "blocked domains",
};

/** How the organization invites, as its form holds it. Admins only. */
export async function getInvitationSettings(
  ctx: Context,
): Promise<{ fields: Record<string, string>; isYoung: boolean }> {
  authorize(ctx, "settings:edit");
  const [row] = await ctx.db.select(columns).from(organizations).where(eq(organizations.id, ctx.org.id));
  if (!row) throw new Error("The organization is gone.");
  const inDays = row.invitationHours % HOURS.days === 0;
  const fields = {
    lifetime: String(inDays ? row.invitationHours / HOURS.days : row.invitationHours),
    unit: inDays ? "days" : "hours",
    undo: String(row.holdSeconds),
    reminders: row.reminderDays.join(", "),
    memberHourly: String(row.memberHourlyLimit),
    adminDaily: String(row.adminDailyLimit),
    workspaceDaily: String(row.workspaceDailyLimit),
    daily: String(row.dailyLimit),
    allowed: row.allowedDomains.join(", "),
    blocked: row.blockedDomains.join(", "),
  };
  return { fields, isYoung: ctx.org.isYoung };
}

/**
 * Changes how the organization invites, from now on: links that are out keep their end, while reminders still to come
 * follow the new days wherever a workspace has none of its own, and nothing more is sent to domains where nobody is
 * invited; who has joined stays. Records what was changed; answers how much. Admins only.
 */
export async function saveInvitationSettings(
  ctx: Context,
  input: z.output<typeof InvitationSettings>,
): Promise<{ changed: number }> {
  authorize(ctx, "settings:edit");
  const wanted = rowOf(input);
  return ctx.db.transaction(async (tx) => {
    const [before] = await tx
      .select(columns)
      .from(organizations)
      .where(eq(organizations.id, ctx.org.id))
      .for("no key update");
    const changed = (Object.keys(words) as (keyof Row)[]).filter(
      (name) => String(before?.[name]) !== String(wanted[name]),
    );
    if (changed.length === 0) return { changed: 0 };
    await tx.update(organizations).set(wanted).where(eq(organizations.id, ctx.org.id));
    if (changed.includes("reminderDays")) await followDays(tx, ctx);
    await recordActivity(tx, { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId }, [
      { kind: "settings_changed", data: { fields: changed.map((name) => words[name]) } },
    ]);
    return { changed: changed.length };
  });
}

const followDays = (tx: Database, ctx: Context) =>
  tx.execute(sql`
    update invitations i set ${attendedByDays}
    where i.org_id = ${ctx.org.id} and i.status = 'pending' and not exists (select from workspaces w
      where w.org_id = i.org_id and w.id = i.workspace_id and w.reminder_days is not null)`);
