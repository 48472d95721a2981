import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Actor, Organization, WorkspaceStanding } from "@/lib/domain/context";

type Standing = { org: Organization; actor: Actor; workspace: WorkspaceStanding | null };

/**
 * One statement from the user to everything a permission rests on: the organization by slug, the
 * contact the user is there, and (when named) how that contact stands to the workspace. Null when
 * the organization is unknown or the user no joined, active contact of it: the two look the same.
 */
export async function selectStanding(
  db: Database,
  by: { userId: string; slug: string; workspaceId?: string },
): Promise<Standing | null> {
  const [row] = await db.execute<{
    org: Organization;
    actor: Actor;
    workspace: WorkspaceStanding | null;
  }>(sql`
    select
      json_build_object('id', o.id, 'number', o.number, 'slug', o.slug, 'name', o.name, 'country', o.country,
        'language', o.language, 'timeZone', o.time_zone, 'holdSeconds', o.hold_seconds,
        'invitationHours', o.invitation_hours, 'memberHourlyLimit', o.member_hourly_limit,
        'adminDailyLimit', o.admin_daily_limit, 'workspaceDailyLimit', o.workspace_daily_limit,
        'dailyLimit', o.daily_limit, 'reminderDays', o.reminder_days,
        'allowedDomains', o.allowed_domains, 'blockedDomains', o.blocked_domains,
        'isYoung', o.created_at > now() - interval '7 days') as org,
      json_build_object('contactId', c.id, 'userId', c.user_id, 'kind', c.kind, 'isAdmin', c.is_admin,
        'name', coalesce(c.name, u.name), 'address', coalesce(c.email, c.phone), 'language', c.language) as actor,
      case when w.id is not null then json_build_object('id', w.id, 'name', w.name,
        'isMember', m.joined_at is not null, 'isOwner', w.owner_id = c.id,
        'isArchived', w.archived_at is not null) end as workspace
    from organizations o
    join contacts c on c.org_id = o.id and c.user_id = ${by.userId} and c.deactivated_at is null
    join users u on u.id = c.user_id
    left join workspaces w on w.org_id = o.id and w.id = ${by.workspaceId ?? null}::uuid
    left join members m on m.org_id = o.id and m.workspace_id = w.id and m.contact_id = c.id
    where o.slug = ${by.slug}`);
  return row ?? null;
}
