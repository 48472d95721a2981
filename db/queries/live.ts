import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isShut } from "./delivery";
import { isWaiting } from "./join-requests";
import { messagesTo } from "./messages-to";
import { paceVersion } from "./outbox-pace";
import { longDue } from "./workers";

/** Which page it is; `asked` is what somebody in a workspace asks the admins for. */
export type Page =
  | "timeline"
  | "workspace"
  | "asked"
  | "contacts"
  | "person"
  | "group"
  | "outbox"
  | "invitations"
  | "requests";

/** An open page: who reads it, by which session, and what. */
export type Watch = {
  page: Page;
  tokenHash: string;
  userId: string;
  orgId: string;
  contactId: string;
  workspaceId: string | null;
  /** The contact whose page it is. */
  personId: string | null;
  /** The group whose page it is. */
  groupId: string | null;
};

/** Which ways out take nothing just now, and why: the pages that wait for messages say so. */
const deliveryVersion = sql`coalesce((
  select string_agg(p.provider || p.reason, ' ' order by p.provider) from channel_pauses p where ${isShut}), '')`;

/** A text that differs when one of these things is among the newest that happened in an organization. */
const newest = (orgId: SQL, isMeant: SQL) => sql`(
  select coalesce(sum(hashtextextended(a.id::text, 0)), 0)::text from (
    select id, kind from activity where org_id = ${orgId} order by id desc limit 100) a
  where ${isMeant})`;

/** Other names, other people, and who can be written to again, wherever they are shown. */
const isOfWho = sql`a.kind in ('contact_edited', 'contacts_merged', 'contact_deactivated', 'contact_reactivated',
  'suppression_lifted')`;

/**
 * What a workspace's page shows, as one text that differs when it does: its story, who its people are, every delivery
 * state, whose address is blocked, who waits to be let in, what has run out, and whether messages leave.
 */
const workspaceVersion = sql`
  (extract(epoch from w.active_at) * 1000)::int8 || '.' || ${newest(sql`w.org_id`, isOfWho)} || '.'
  || ${deliveryVersion} || '.' || (select count(*) from join_requests r
    where r.org_id = w.org_id and r.workspace_id = w.id and ${isWaiting}) || '.' || coalesce((
    select sum(hashtextextended(concat_ws(' ', i.id, i.sends, i.expires_at <= now(), m.state, m.error, m.held_until < now(),
      b.reason), 0))::text
    from invitations i left join messages m on m.org_id = i.org_id and m.invitation_id = i.id
      left join suppressions b on b.org_id = i.org_id and b.address = i.address
    where i.org_id = w.org_id and i.workspace_id = w.id and i.status = 'pending'), '')`;

/** The same of a timeline. */
const timelineVersion = sql`(
  select count(*) || '.' || count(m.seen_at) || '.' || coalesce(max(extract(epoch from w.active_at) * 1000)::int8, 0)
  from members m join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
  where m.org_id = s."orgId" and m.contact_id = s."contactId" and m.joined_at is not null)`;

/** The same of an organization's outbox: its newest messages, how many wait, and what keeps them waiting. */
const outboxVersion = sql`(
  select (select count(*) from (select from messages where org_id = s."orgId" and state = 'queued' limit 1001) q) || '.'
    || (select coalesce(max(extract(epoch from since) * 1000)::int8, 0) || '.' || count(*) || '.'
      || coalesce(max(date_trunc('minute', until)) filter (where until > now())::text, '')
      from channel_pauses p where ${isShut}) || '.'
    || coalesce(sum(hashtextextended(concat_ws(' ', n.id, n.state, n.error, n.attempts, n.held_until < now(),
      n.state = 'queued' and n.held_until <= ${longDue}), 0))::text, '')
  from (select * from messages where org_id = s."orgId" order by id desc limit 100) n)`;

/** The newest that happened to people, without their work: whatever changes a contact or a group is written down there. */
const peopleVersion = newest(sql`s."orgId"`, sql`a.kind !~ '^(action|flow|role)_'`);

/** The same of all invitations: the newest that happened to people, and what the outbox shows. */
const invitationsVersion = sql`${peopleVersion} || '.' || ${outboxVersion}`;

/** The same of who asks to become an internal user by the organization's link. */
const requestsVersion = sql`(
  select coalesce(sum(hashtextextended(concat_ws(' ', r.id, r.name), 0)), 0)::text from join_requests r
  where r.org_id = s."orgId" and r.workspace_id is null and ${isWaiting})`;

/**
 * The same of the contact list, whatever part of it is looked at: the newest that happened to people, what came back,
 * who asks to get in, and whether messages leave. Each by an index from its end: no contact is counted.
 */
const contactsVersion = sql`${peopleVersion} || '.' || ${requestsVersion} || '.' || ${deliveryVersion} || '.' || (
  select coalesce(sum(hashtextextended(concat_ws(' ', n.id, n.state), 0)), 0)::text from (select id, state from messages
    where org_id = s."orgId" and state in ('bounced', 'complained', 'failed', 'suppressed', 'uncertain')
    order by id desc limit 100) n)`;

/** What a group's page shows of a person of it; looked up by key, so that no planner reads all contacts instead. */
const personOfGroup = (
  id: SQL,
) => sql`(select concat_ws(' ', c.id, c.state, c.name, c.email, c.phone, c.company)
  from contacts c where c.org_id = g.org_id and c.id = ${id})`;

/** The same of a workspace that the group has been added to, and whether the reader is in it. */
const placeOfGroup = sql`(select concat_ws(' ', w.id, w.name, (select m.joined_at is not null from members m
    where m.org_id = w.org_id and m.workspace_id = w.id and m.contact_id = s."contactId"))
  from workspaces w where w.org_id = g.org_id and w.id = x.workspace_id)`;

/** A sum over texts; behind the first thousand of them stands whatever happened to people. */
const sumOf = (text: SQL) => sql`coalesce(sum(hashtextextended(${text}, 0)), 0)::text
  || case when count(*) > 1000 then '.' || ${peopleVersion} else '' end`;

/**
 * The same of a group's page: the group, who looks after it, where it has been added, and its people; of those behind
 * the first thousand only that something happened to people.
 */
const groupVersion = sql`(
  select g.xmin::text || '.' || (select ${sumOf(personOfGroup(sql`k.contact_id`))} from group_managers k
      where k.org_id = g.org_id and k.group_id = g.id) || '.'
    || (select ${sumOf(placeOfGroup)} from (select workspace_id from workspace_groups
      where org_id = g.org_id and group_id = g.id order by workspace_id limit 1001) x) || '.'
    || (select ${sumOf(personOfGroup(sql`p.contact_id`))} from (select contact_id from group_members
      where org_id = g.org_id and group_id = g.id order by contact_id limit 1001) p)
  from groups g where g.org_id = s."orgId" and g.id = s."groupId")`;

/**
 * The same of a person's page: who they are, where they are in, their invitations, what happened around them, what
 * became of the messages to them, and whether messages leave.
 */
const personVersion = sql`(
  select p.xmin::text || '.' || ${deliveryVersion} || '.' || (select count(*) from suppressions b where b.org_id = p.org_id
      and b.address in (p.email collate "default", p.phone collate "default")) || '.'
    || coalesce((select sum(hashtextextended(concat_ws(' ', i.id, i.status, i.sends), 0))::text from invitations i
      where i.org_id = p.org_id and i.contact_id = p.id), '') || '.'
    || coalesce((select sum(hashtextextended(concat_ws(' ', m.workspace_id, m.joined_at), 0))::text from (select * from members
      where org_id = p.org_id and contact_id = p.id order by added_at desc limit 100) m), '') || '.'
    || coalesce((select sum(hashtextextended(m.group_id::text, 0))::text from group_members m
      where m.org_id = p.org_id and m.contact_id = p.id), '') || '.'
    || coalesce((select a.id::text from activity a where a.org_id = p.org_id and a.contact_id = p.id
      order by a.at desc, a.id limit 1), '') || '.'
    || coalesce((select sum(hashtextextended(concat_ws(' ', n.id, n.state, n.error, n.held_until < now()), 0))::text
      from (select * from ${messagesTo(sql`p.org_id`, sql`p.id`)} t order by id desc limit 100) n), '')
  from contacts p where p.org_id = s."orgId" and p.id = s."personId")`;

/**
 * For each watch, in order: whether its reader may still see it, and the version of what is there, which tells nothing
 * of what that is. One statement however many; a workspace that many watch is read once.
 */
export async function selectVersions(
  db: Database,
  watches: Watch[],
): Promise<{ isAllowed: boolean; version: string }[]> {
  const rows = await db.execute<{ isAllowed: boolean; version: string }>(sql`
    with s as (
      select * from json_to_recordset(${JSON.stringify(watches.map((watch, place) => ({ ...watch, place })))}::json)
        as s(place int, "tokenHash" text, "userId" uuid, "orgId" uuid, "contactId" uuid, "workspaceId" uuid,
          "personId" uuid, "groupId" uuid, page text)
    ), v as (
      select w.org_id, w.id, ${workspaceVersion} as version from workspaces w
      where (w.org_id, w.id) in (select "orgId", "workspaceId" from s)
    )
    select coalesce(md5(coalesce(v.version, case s.page
        when 'outbox' then ${outboxVersion} || '.' || ${paceVersion} when 'person' then ${personVersion}
        when 'contacts' then ${contactsVersion} when 'group' then ${groupVersion}
        when 'invitations' then ${invitationsVersion} when 'requests' then ${requestsVersion}
        when 'timeline' then ${timelineVersion} end)), '') as version,
      exists (select from sessions t where t.token_hash = s."tokenHash" and t.user_id = s."userId" and t.expires_at > now())
      and exists (select from contacts c where c.org_id = s."orgId" and c.id = s."contactId"
        and c.user_id = s."userId" and c.deactivated_at is null and (c.is_admin or s.page not in ('outbox', 'requests', 'asked'))
        and (c.kind = 'internal' or s.page not in ('contacts', 'person', 'group', 'invitations')))
      and (s.page <> 'workspace' or exists (select from members m where m.org_id = s."orgId"
        and m.workspace_id = s."workspaceId" and m.contact_id = s."contactId" and m.joined_at is not null)) as "isAllowed"
    from s left join v on v.org_id = s."orgId" and v.id = s."workspaceId"
    order by s.place`);
  return [...rows];
}
