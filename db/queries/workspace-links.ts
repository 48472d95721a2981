import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { grantsNow } from "@/lib/domain/link-maker";
import type { Audience, LinkMode, LinkUse } from "@/lib/domain/link-views";
import { isAt } from "./place";

/** Where a link stands: a workspace, or the organization itself. */
export type LinkPlace = { orgId: string; workspaceId: string | null };

export type LinkRow = {
  id: string;
  mode: LinkMode;
  audience: Audience;
  role: string | null;
  generation: number;
  domains: string[];
  maxUses: number | null;
  uses: number;
  expiresAt: number;
  isExpired: boolean;
  isPaused: boolean;
  mayGrant: boolean;
  maker: string;
  waiting: number;
  waitingNames: string[];
};

const NAMES = sql.raw("3");

/** Links of a place, oldest first, or the one with this id: what they grant, how they stand, and who waits. */
export async function selectLinks(db: Database, at: LinkPlace, id?: string): Promise<LinkRow[]> {
  const grants = grantsNow({
    orgId: sql`l.org_id`,
    workspaceId: sql`l.workspace_id`,
    audience: sql`l.audience`,
    maker: sql`l.created_by`,
  });
  const rows = await db.execute<LinkRow>(sql`
    select l.id, l.mode, l.audience, l.role_id as role, l.generation, l.domains, l.max_uses as "maxUses", l.uses,
      (extract(epoch from l.expires_at) * 1000)::float8 as "expiresAt", l.expires_at <= now() as "isExpired",
      l.paused_at is not null as "isPaused", ${grants} as "mayGrant", coalesce(m.name, m.email, m.phone) as maker,
      w.count as waiting, w.names as "waitingNames"
    from workspace_links l join contacts m on m.org_id = l.org_id and m.id = l.created_by
    cross join lateral (
      select count(*)::int as count, coalesce((json_agg(r.name order by r.created_at) filter (where r.nth <= ${NAMES})), '[]') as names
      from (select coalesce(j.name, j.address) as name, j.created_at, row_number() over (order by j.created_at) as nth
        from join_requests j where j.org_id = l.org_id and j.link_id = l.id and j.status = 'pending' and j.expires_at > now()) r
    ) w
    where l.org_id = ${at.orgId} and ${isAt(sql`l.workspace_id`, at.workspaceId)} and ${id ? sql`l.id = ${id}` : sql`true`}
    order by l.created_at, l.id`);
  return [...rows];
}

export type UseRow = Omit<LinkUse, "at"> & { at: number };

/** Uses of one link, newest first: `limit` rows after the cursor. */
export async function selectLinkUses(
  db: Database,
  by: { orgId: string; linkId: string; after: { at: number; id: string } | null; limit: number },
): Promise<UseRow[]> {
  const after = by.after
    ? sql`(j.created_at, j.id) < (timestamptz 'epoch' + ${by.after.at}::float8 * interval '1 microsecond', ${by.after.id}::uuid)`
    : sql`true`;
  const rows = await db.execute<UseRow>(sql`
    select j.id, j.name, j.address, (extract(epoch from j.created_at) * 1000000)::float8 as at,
      case when j.status = 'pending' and j.expires_at <= now() then 'expired' else j.status end as status,
      coalesce(d.name, d.email, d.phone) as "decidedBy"
    from join_requests j left join contacts d on d.org_id = j.org_id and d.id = j.decided_by
    where j.org_id = ${by.orgId} and j.link_id = ${by.linkId} and ${after}
    order by j.created_at desc, j.id desc limit ${by.limit}`);
  return [...rows];
}
