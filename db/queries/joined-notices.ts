import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { EVERY } from "./outbox";

/** Whose clocks people who want a daily notice go by. */
export async function selectDigestZones(tx: Database): Promise<string[]> {
  const rows = await tx.execute<{ zone: string }>(sql`${EVERY}
    select distinct coalesce(c.time_zone, o.time_zone) as zone from contacts c
    join organizations o on o.id = c.org_id where c.joined_notices = 'daily'`);
  return rows.map(({ zone }) => zone);
}

/** Somebody whose day has ended since their last notice. Times in milliseconds since 1970. */
export type DigestReader = {
  orgId: string;
  slug: string;
  organizationName: string;
  id: string;
  address: string;
  language: string;
  since: number;
  until: number;
};

/**
 * Marks people of one organization as told until the end of their day, `zones`, and answers from when on each is to
 * hear; those another worker holds are left to it.
 */
export async function claimDigests(
  tx: Database,
  zones: { zone: string; until: Date }[],
  limit: number,
): Promise<DigestReader[]> {
  const ends = zones.map(({ zone, until }) => ({ zone, until: until.toISOString() }));
  const isDue = sql`c.joined_notices = 'daily' and c.user_id is not null and c.deactivated_at is null
    and coalesce(c.digested_at, c.joined_at) < z.until`;
  const rows = await tx.execute<DigestReader>(sql`${EVERY}
    with z as materialized (
      select * from json_to_recordset(${JSON.stringify(ends)}::json) as z(zone text, until timestamptz)
    ), first as materialized (
      select c.org_id from contacts c join organizations o on o.id = c.org_id
      join z on z.zone = coalesce(c.time_zone, o.time_zone) where ${isDue} limit 1 for update of c skip locked
    ), due as materialized (
      select c.org_id, c.id, coalesce(c.digested_at, c.joined_at) as since, z.until, o.slug, o.name, o.language
      from first join contacts c on c.org_id = first.org_id join organizations o on o.id = c.org_id
      join z on z.zone = coalesce(c.time_zone, o.time_zone)
      where ${isDue} order by c.id limit ${limit} for update of c skip locked
    )
    update contacts c set digested_at = d.until from due d where c.org_id = d.org_id and c.id = d.id
    returning c.org_id as "orgId", d.slug, d.name as "organizationName", c.id, coalesce(c.email, c.phone) as address,
      coalesce(c.language, d.language) as language, (extract(epoch from d.since) * 1000)::float8 as since,
      (extract(epoch from d.until) * 1000)::float8 as until`);
  return [...rows];
}

export type Joiner = { readerId: string; contactId: string; name: string; place: string };

/** Who accepted an invitation of each reader's in their span, in the order they joined. */
export async function selectJoiners(
  tx: Database,
  orgId: string,
  readers: Pick<DigestReader, "id" | "since" | "until">[],
): Promise<Joiner[]> {
  const rows = await tx.execute<Joiner>(sql`
    select r.id as "readerId", c.id as "contactId", coalesce(c.name, c.email, c.phone) as name, coalesce(w.name, o.name) as place
    from json_to_recordset(${JSON.stringify(readers)}::json) as r(id uuid, since float8, until float8)
    cross join lateral (select v.* from invitations v where v.org_id = ${orgId} and v.invited_by = r.id
      and v.status = 'accepted' and v.closed_at > to_timestamp(r.since / 1000)
      and v.closed_at <= to_timestamp(r.until / 1000) offset 0) i
    cross join lateral (select v.* from contacts v where v.org_id = i.org_id and v.id = i.contact_id offset 0) c
    join organizations o on o.id = i.org_id
    left join workspaces w on w.org_id = i.org_id and w.id = i.workspace_id
    order by i.closed_at, i.id`);
  return [...rows];
}
