import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** What was asked of the admins, as the activity keeps it; times in milliseconds since 1970. */
export type RequestRow = {
  id: string;
  at: number;
  workspaceId: string;
  workspaceName: string;
  requester: string;
  address: string;
  roleId: string | null;
  roleName: string | null;
  /** Who held the role when it was asked for. */
  holderId: string | null;
  isMember: boolean;
  answered: { by: string; at: number } | null;
};

type At = { orgId: string; workspaceId: string; id: string; contactId: string };

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** A request of a workspace and, if there is one, its answer. Null for what is none. */
export async function selectRequest(db: Database, at: At): Promise<RequestRow | null> {
  const [row] = await db.execute<RequestRow>(sql`
    select v.id, ${ms("v.at")} as at, w.id as "workspaceId", w.name as "workspaceName",
      coalesce(c.name, c.email, c.phone) as requester, v.data ->> 'address' as address,
      v.data ->> 'role' as "roleId", v.data ->> 'roleName' as "roleName", v.data ->> 'holder' as "holderId",
      exists (select from members m where m.org_id = v.org_id and m.workspace_id = v.workspace_id
        and m.contact_id = ${at.contactId} and m.joined_at is not null) as "isMember",
      (select json_build_object('by', coalesce(b.name, b.email, b.phone), 'at', ${ms("a.at")}) from activity a
        join contacts b on b.org_id = a.org_id and b.id = a.actor_id
        where a.org_id = v.org_id and a.workspace_id = v.workspace_id and a.at >= v.at
          and a.kind = 'internal_request_answered' and a.data ->> 'request' = v.id::text limit 1) as answered
    from activity v
    join workspaces w on w.org_id = v.org_id and w.id = v.workspace_id
    join contacts c on c.org_id = v.org_id and c.id = v.actor_id
    where v.org_id = ${at.orgId} and v.workspace_id = ${at.workspaceId} and v.id = ${at.id}
      and v.kind = 'internal_requested'`);
  return row ?? null;
}

/** The same, once nobody else answers it until the transaction ends. */
export async function lockRequest(tx: Database, at: At): Promise<RequestRow | null> {
  await tx.execute(sql`select id from activity
    where org_id = ${at.orgId} and workspace_id = ${at.workspaceId} and id = ${at.id} for update`);
  return selectRequest(tx, at);
}

/** A request that still stands, or was answered; of several for the same the latest. */
export type AskedFor = { address: string; roleId: string | null; answeredBy: string | null };

/** What has been asked of the admins in a workspace; what nobody has answered in so many days is left out. */
export async function selectAsked(
  db: Database,
  { orgId, workspaceId, days }: Omit<Asked, "address">,
): Promise<AskedFor[]> {
  return db.execute<AskedFor>(sql`
    select distinct on (v.data ->> 'address', v.data ->> 'role') v.data ->> 'address' as address,
      v.data ->> 'role' as "roleId", coalesce(b.name, b.email, b.phone) as "answeredBy"
    from activity v
    left join activity a on a.org_id = v.org_id and a.workspace_id = v.workspace_id and a.at >= v.at
      and a.kind = 'internal_request_answered' and a.data ->> 'request' = v.id::text
    left join contacts b on b.org_id = a.org_id and b.id = a.actor_id
    where v.org_id = ${orgId} and v.workspace_id = ${workspaceId} and v.kind = 'internal_requested'
      and (a.id is not null or v.at > now() - make_interval(days => ${days}))
    order by v.data ->> 'address', v.data ->> 'role', v.at desc`);
}

type Asked = { orgId: string; workspaceId: string; address: string; days: number };

/**
 * The latest request for an address in a workspace that nobody has answered and that is not older than so many days, once
 * nobody else asks for that address there until the transaction ends.
 */
export async function lockOpenRequest(
  tx: Database,
  { orgId, workspaceId, address, days }: Asked,
): Promise<Pick<RequestRow, "requester" | "roleId"> | null> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`ask-admins:${workspaceId}:${address}`}, 0))`,
  );
  const [row] = await tx.execute<Pick<RequestRow, "requester" | "roleId">>(sql`
    select coalesce(c.name, c.email, c.phone) as requester, v.data ->> 'role' as "roleId"
    from activity v join contacts c on c.org_id = v.org_id and c.id = v.actor_id
    where v.org_id = ${orgId} and v.workspace_id = ${workspaceId} and v.kind = 'internal_requested'
      and v.data ->> 'address' = ${address} and v.at > now() - make_interval(days => ${days})
      and not exists (select from activity a where a.org_id = v.org_id and a.workspace_id = v.workspace_id
        and a.at >= v.at and a.kind = 'internal_request_answered' and a.data ->> 'request' = v.id::text)
    order by v.at desc limit 1`);
  return row ?? null;
}

/** The contact that has a normalised address. */
export async function selectOwner(
  db: Database,
  orgId: string,
  address: string,
): Promise<{ name: string; kind: "internal" | "client" } | null> {
  const [row] = await db.execute<{ name: string; kind: "internal" | "client" }>(sql`
    select coalesce(name, email, phone) as name, kind from contacts
    where org_id = ${orgId} and (email = ${address} or phone = ${address}) limit 1`);
  return row ?? null;
}
