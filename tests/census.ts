import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

const COUNTED = [
  "contacts",
  "members",
  "roles",
  "actions",
  "invitations",
  "messages",
  "activity",
  "delivery_events",
  "suppressions",
  "limits",
  "commands",
  "workspaces",
  "workspace_groups",
  "groups",
  "group_members",
  "group_managers",
  "drafts",
  "templates",
  "workspace_links",
  "join_requests",
  "undoable_acts",
];

/** How many rows of each table organizations have, and a sum over what is in them. */
export async function census(db: Database, orgIds: string[]): Promise<Record<string, number>> {
  const counts = COUNTED.map(
    (table) => `select '${table}' as name, count(*)::int as n,
      coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${table} t
      where org_id in (${orgIds.map((id) => `'${id}'`).join(", ")})`,
  );
  const rows = await db.execute<{ name: string; n: number; sum: string }>(
    sql.raw(counts.join(" union all ")),
  );
  return Object.fromEntries(rows.map(({ name, n, sum }) => [`${name} ${sum}`, n]));
}

const TIMES: Record<string, string[]> = {
  invitations: ["created_at", "sent_at", "expires_at", "closed_at", "attend_at", "expiry_notice_at"],
  messages: ["created_at", "held_until", "next_at", "first_attempt_at", "lease_until"],
  limits: ["window_started_at"],
  activity: ["at"],
  commands: ["created_at"],
  undoable_acts: ["created_at", "undone_at"],
};

/** Makes everything of an organization older by an interval. */
export async function shiftTimes(db: Database, orgId: string, interval: string): Promise<void> {
  for (const [table, columns] of Object.entries(TIMES)) {
    const shifts = columns.map((column) => `${column} = ${column} - interval '${interval}'`).join(", ");
    await db.execute(sql.raw(`update ${table} set ${shifts} where org_id = '${orgId}'`));
  }
}
