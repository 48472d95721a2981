import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { ContactHistory, ContactView } from "@/lib/domain/views";
import { isBounced } from "./contacts";
import { deliveryOf } from "./delivery";
import { messagesTo } from "./messages-to";

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** Numbers stand for times, in milliseconds since 1970. */
type Json<T> = {
  [K in keyof T]: T[K] extends Date
    ? number
    : T[K] extends Date | null
      ? number | null
      : T[K] extends (infer U)[]
        ? Json<U>[]
        : T[K];
};

export type ContactPageJson = Json<Omit<ContactView, "mayEdit" | "lockedAddresses" | "title">> & {
  title: string | null;
  accountAddresses: string[] | null;
};

const WORKSPACES = 100;

/** One contact with the workspaces and groups they are in; null for unknown and foreign ones. */
export async function selectContact(
  db: Database,
  by: { orgId: string; contactId: string; viewerId: string },
): Promise<ContactPageJson | null> {
  const [row] = await db.execute<ContactPageJson>(sql`
    select c.id, c.kind, c.is_admin as "isAdmin", c.name, c.email, c.phone, c.company, c.company_key as "companyKey",
      c.title, c.language, c.time_zone as "timeZone",
      case when c.state in ('quiet', 'invited') and ${isBounced} then 'bounced' else c.state end as state,
      ${ms("c.created_at")} as "addedAt", ${ms("c.invited_at")} as "invitedAt", ${ms("c.joined_at")} as "joinedAt",
      ${ms("c.deactivated_at")} as "deactivatedAt",
      (select json_agg(u.address) from user_addresses u where u.user_id = c.user_id) as "accountAddresses",
      coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name, 'isJoined', m.joined_at is not null,
          'isVisible', mine.joined_at is not null, 'addedAt', ${ms("m.added_at")}) order by m.added_at desc, w.id)
        from (select * from members where org_id = c.org_id and contact_id = c.id
          order by added_at desc limit ${sql.raw(String(WORKSPACES))}) m
        join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
        left join members mine on mine.org_id = m.org_id and mine.workspace_id = m.workspace_id
          and mine.contact_id = ${by.viewerId}), '[]') as workspaces,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'kind', g.kind) order by g.sort_key, g.id)
        from group_members p join groups g on g.org_id = p.org_id and g.id = p.group_id
        where p.org_id = c.org_id and p.contact_id = c.id), '[]') as groups
    from contacts c where c.org_id = ${by.orgId} and c.id = ${by.contactId}`);
  return row ?? null;
}

/** The newest invitations of a contact, the newest messages to them, and what happened around them. */
export async function selectContactHistory(
  db: Database,
  by: { orgId: string; contactId: string; viewerId: string; limit: number },
): Promise<Json<ContactHistory>> {
  const limit = sql.raw(String(by.limit));
  const [row] = await db.execute<Json<ContactHistory>>(sql`
    with own as materialized (
      select i.* from invitations i where i.org_id = ${by.orgId} and i.contact_id = ${by.contactId}
      order by i.created_at desc, i.id desc limit ${limit}
    )
    select
      coalesce((select json_agg(json_build_object('id', i.id, 'workspace', w.name, 'invitedBy',
          coalesce(b.name, b.email, b.phone), 'invitedAt', ${ms("i.created_at")}, 'address', i.address,
          'status', i.status, 'isExpired', i.status = 'expired' or (i.status = 'pending' and i.expires_at <= now()),
          'sends', i.sends, 'expiresAt', ${ms("i.expires_at")}, 'closedAt', ${ms("i.closed_at")},
          'isHere', exists (select from members v where v.org_id = i.org_id and v.workspace_id = i.workspace_id
            and v.contact_id = ${by.viewerId} and v.joined_at is not null))
          order by i.created_at desc, i.id desc)
        from own i join contacts b on b.org_id = i.org_id and b.id = i.invited_by
        left join workspaces w on w.org_id = i.org_id and w.id = i.workspace_id), '[]') as invitations,
      coalesce((select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'channel', m.channel, 'address', m.address,
          'delivery', ${deliveryOf("m")},
          'deliveryError', m.error, 'at', ${ms("coalesce(m.sent_at, m.created_at)")})
          order by m.created_at desc, m.id desc)
        from (select * from ${messagesTo(sql`${by.orgId}`, sql`${by.contactId}`)} t order by created_at desc, id desc limit ${limit}) m), '[]') as messages,
      coalesce((select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'data', a.data, 'at', ${ms("a.at")},
          'actor', coalesce(b.name, b.email, b.phone)) order by a.at desc, a.id desc)
        from (select * from activity where org_id = ${by.orgId} and contact_id = ${by.contactId}
          and (workspace_id is null or exists (select from members v where v.org_id = activity.org_id
            and v.workspace_id = activity.workspace_id and v.contact_id = ${by.viewerId} and v.joined_at is not null))
          order by at desc, id limit ${limit}) a
        left join contacts b on b.org_id = a.org_id and b.id = a.actor_id), '[]') as activity`);
  return row ?? { invitations: [], messages: [], activity: [] };
}
