import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Organization } from "@/lib/domain/context";
import { stillGranted } from "./accept";
import { isOfInvitation } from "./invitation-kinds";
import { EVERY } from "./outbox";

/** Nobody is reminded within so many hours of another message about the invitation. */
const QUIET_HOURS = 12;

/** When the inviter hears that an invitation runs out: two days before, or at half of a shorter term. */
const noticeBefore = (until: SQL) => sql`${until} - least(interval '48 hours', (${until} - now()) / 2)`;

/** On which days people who were invited to a place are reminded: its own, else its organization's. */
const reminderDays = (orgId: SQL, workspaceId: SQL) => sql`coalesce(
  (select p.reminder_days from workspaces p where p.org_id = ${orgId} and p.id = ${workspaceId}),
  (select p.reminder_days from organizations p where p.id = ${orgId}))`;

type Times = { orgId: SQL; workspaceId: SQL; since: SQL; until: SQL };

/** Moments of reminding, `t.at`. */
const reminders = ({ orgId, workspaceId, since }: Omit<Times, "until">) => sql`
  unnest(${reminderDays(orgId, workspaceId)}) as d
  cross join lateral (select ${since} + make_interval(hours => 24 * d) as at) t`;

/**
 * The next reminder after a message that goes out now; null: none before the invitation ends. Days stand in order, so
 * that the first one after the age it has then is found without listing all, ten thousand times in one act.
 */
export const nextReminder = ({ orgId, workspaceId, since, until }: Times) => sql`(
  select case when t.at < ${until} then t.at end
  from (select (${reminderDays(orgId, workspaceId)})::float8[] as days,
    (extract(epoch from now() + make_interval(hours => ${QUIET_HOURS}) - ${since}) / 86400)::float8 as age offset 0) n
  cross join lateral (select ${since} + make_interval(hours => 24 * n.days[1 + width_bucket(n.age, n.days)]::int) as at) t)`;

/** For an invitation written now: when its inviter hears of its end, and when it first needs anything done. */
export const attention = (times: Times, isSent: SQL): { notice: SQL; attend: SQL } => ({
  notice: noticeBefore(times.until),
  attend: sql`least(${noticeBefore(times.until)}, case when ${isSent} then ${nextReminder(times)} end)`,
});

const ofRow = (until: SQL): Times => ({
  orgId: sql`i.org_id`,
  workspaceId: sql`i.workspace_id`,
  since: sql`i.created_at`,
  until,
});

/** Assignments for an invitation `i` that is sent again now and ends at `until` from now on. */
export const attendedAnew = (until: SQL): SQL => {
  const { notice, attend } = attention(ofRow(until), sql`true`);
  return sql`expires_at = ${until}, expiry_notice_at = ${notice}, attend_at = ${attend}`;
};

/**
 * Assignment for an invitation `i` whose days of reminding have changed. What waits for the morning is looked at then,
 * whichever days hold by now.
 */
export const attendedByDays: SQL = sql`attend_at = least(i.attend_at, i.expiry_notice_at,
  case when i.sends > 0 then ${nextReminder(ofRow(sql`i.expires_at`))} end)`;

/** Whether anybody will be reminded of an invitation `i` that is open: not by who stopped that, or on no day to come. */
export const remindersOf: SQL = sql`case when i.status <> 'pending' or i.expires_at <= now() then 'none'
  when i.reminders_stopped_at is not null then 'stopped'
  when i.sends > 0 and i.attend_at is not null and exists (select from ${reminders(ofRow(sql`i.expires_at`))}
    where t.at > i.sent_at + make_interval(hours => ${QUIET_HOURS}) and t.at < i.expires_at) then 'coming'
  else 'none' end`;

/** An invitation that something is to be done about, and who stands behind it. */
export type Attention = {
  orgId: string;
  id: string;
  /** A day of reminding has come, and nothing speaks against it. */
  isReminderDue: boolean;
  isNoticeDue: boolean;
  timeZone: string | null;
  workspaceId: string | null;
  workspaceName: string | null;
  personName: string;
  expiresAt: number;
  inviterId: string;
  inviterAddress: string;
  inviterLanguage: string | null;
};

/** The concatenation keeps the index of all problems of an organization out of the plan. */
const isStopped = sql`s.address is not null
  or exists (select from members m where m.org_id = i.org_id and m.workspace_id = i.workspace_id
    and m.contact_id = i.contact_id and m.joined_at is not null)
  or (i.workspace_id is null and c.user_id is not null)
  or exists (select from messages g where g.org_id = i.org_id and g.subject_id = i.id and g.address = i.address
    and ${isOfInvitation(sql`g.kind`)} and (g.state || '') in ('bounced', 'complained'))`;

const isDayOfReminding = sql`exists (select from ${reminders(ofRow(sql`i.expires_at`))}
  where t.at > i.sent_at + make_interval(hours => ${QUIET_HOURS}) and t.at <= now())`;

/**
 * Locks invitations of one organization that something is to be done about by now, the most overdue first; those
 * another worker holds are left to it. Which organization: whoever has waited longest. `offset 0` makes it a look into
 * an index for each, also while the planner knows nothing of the tables yet.
 */
export async function claimAttention(tx: Database, limit: number): Promise<Attention[]> {
  const rows = await tx.execute<Attention>(sql`${EVERY}
    with first as materialized (
      select org_id from invitations where status = 'pending' and attend_at <= now()
      order by attend_at limit 1 for update skip locked
    ), due as materialized (
      select i.org_id, i.id from first join invitations i on i.org_id = first.org_id
      where i.status = 'pending' and i.attend_at <= now()
      order by i.attend_at, i.id limit ${limit} for update of i skip locked
    )
    select i.org_id as "orgId", i.id, c.time_zone as "timeZone", i.workspace_id as "workspaceId",
      w.name as "workspaceName", coalesce(c.name, c.email, c.phone) as "personName",
      (extract(epoch from i.expires_at) * 1000)::float8 as "expiresAt",
      b.id as "inviterId", coalesce(b.email, b.phone) as "inviterAddress", b.language as "inviterLanguage",
      i.expires_at > now() and i.sends > 0 and i.reminders_stopped_at is null and ${stillGranted}
        and not (${isStopped}) and ${isDayOfReminding} as "isReminderDue",
      i.expires_at > now() and i.expiry_notice_at <= now() and ${stillGranted} and not (${isStopped}) as "isNoticeDue"
    from due d
    cross join lateral (select v.* from invitations v where v.org_id = d.org_id and v.id = d.id offset 0) i
    cross join lateral (select v.* from contacts v where v.org_id = i.org_id and v.id = i.contact_id offset 0) c
    cross join lateral (select v.* from contacts v where v.org_id = i.org_id and v.id = i.invited_by offset 0) b
    left join workspaces w on w.org_id = i.org_id and w.id = i.workspace_id
    left join suppressions s on s.org_id = i.org_id and s.address = i.address
    order by i.attend_at, i.id`);
  return [...rows];
}

/** What became of one that was claimed; `later`: reminded then, in milliseconds since 1970. */
export type Attended = { id: string; isSent: boolean; later: number | null };

/** Counts what is sent and moves everything on to when it next needs something done. */
export async function writeAttended(tx: Database, orgId: string, list: Attended[]): Promise<void> {
  await tx.execute(sql`
    update invitations i set
      sends = i.sends + r."isSent"::int, reminders = i.reminders + r."isSent"::int,
      sent_at = case when r."isSent" then now() else i.sent_at end,
      expiry_notice_at = case when i.expiry_notice_at > now() then i.expiry_notice_at end,
      attend_at = least(case when i.expiry_notice_at > now() then i.expiry_notice_at end,
        coalesce(to_timestamp(r.later / 1000), case when i.sends > 0 then ${nextReminder(ofRow(sql`i.expires_at`))} end))
    from json_to_recordset(${JSON.stringify(list)}::json)
      as r(id uuid, "isSent" boolean, later float8)
    where i.org_id = ${orgId} and i.id = r.id`);
}

/** An organization as its messages and limits need it. */
export type SendingOrganization = Pick<
  Organization,
  | "id"
  | "number"
  | "slug"
  | "name"
  | "country"
  | "language"
  | "timeZone"
  | "dailyLimit"
  | "workspaceDailyLimit"
  | "isYoung"
  | "allowedDomains"
  | "blockedDomains"
>;

export async function selectSendingOrganization(tx: Database, id: string): Promise<SendingOrganization> {
  const [row] = await tx.execute<SendingOrganization>(sql`
    select id, number, slug, name, country, language, time_zone as "timeZone", daily_limit as "dailyLimit",
      workspace_daily_limit as "workspaceDailyLimit", created_at > now() - interval '7 days' as "isYoung",
      allowed_domains as "allowedDomains", blocked_domains as "blockedDomains"
    from organizations where id = ${id}`);
  if (!row) throw new Error("An invitation belongs to no organization.");
  return row;
}
