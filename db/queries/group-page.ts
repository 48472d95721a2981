import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Face } from "@/lib/domain/views";

export type GroupHead = {
  id: string;
  kind: "team" | "client_group";
  name: string;
  description: string | null;
  managers: Face[];
  isManager: boolean;
  people: number;
  notJoined: number;
  /** How many of these nobody has ever invited to anything. */
  quiet: number;
  /** Nobody is in it who has not joined, deactivated ones neither. */
  isAllJoined: boolean;
  waiting: string[];
  places: { id: string; name: string; isMine: boolean }[];
};

type Asker = { orgId: string; contactId: string; groupId: string };

/** A group with what its page tells about it as a whole; null when the organization has none with this id. */
export async function selectGroupHead(db: Database, at: Asker): Promise<GroupHead | null> {
  const waiting = sql`from group_members p join contacts c on c.org_id = p.org_id and c.id = p.contact_id
    where p.org_id = g.org_id and p.group_id = g.id and c.joined_at is null and c.deactivated_at is null`;
  const [row] = await db.execute<GroupHead>(sql`
    select g.id, g.kind, g.name, g.description,
      exists (select from group_managers k where k.org_id = g.org_id and k.group_id = g.id
        and k.contact_id = ${at.contactId}) as "isManager",
      coalesce((select json_agg(json_build_object('id', c.id, 'name', coalesce(c.name, c.email, c.phone)) order by c.sort_key)
        from group_managers k join contacts c on c.org_id = k.org_id and c.id = k.contact_id
        where k.org_id = g.org_id and k.group_id = g.id), '[]') as managers,
      (select count(*)::int from group_members p where p.org_id = g.org_id and p.group_id = g.id) as people,
      (select count(*)::int ${waiting}) as "notJoined",
      (select count(*)::int ${waiting} and c.invited_at is null) as quiet,
      not exists (select from group_members p join contacts c on c.org_id = p.org_id and c.id = p.contact_id
        where p.org_id = g.org_id and p.group_id = g.id and c.joined_at is null) as "isAllJoined",
      coalesce((select json_agg(w.name) from (select coalesce(c.name, c.email, c.phone) as name ${waiting}
        order by c.sort_key, c.id limit 5) w), '[]') as waiting,
      coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name, 'isMine', m.contact_id is not null)
          order by w.active_at desc)
        from workspace_groups x join workspaces w on w.org_id = x.org_id and w.id = x.workspace_id
        left join members m on m.org_id = w.org_id and m.workspace_id = w.id and m.contact_id = ${at.contactId}
          and m.joined_at is not null
        where x.org_id = g.org_id and x.group_id = g.id), '[]') as places
    from groups g where g.org_id = ${at.orgId} and g.id = ${at.groupId}`);
  return row ?? null;
}

export type GroupPerson = {
  id: string;
  name: string;
  address: string;
  company: string | null;
  state: "quiet" | "invited" | "joined" | "deactivated";
  sortKey: string;
};

/** One page of the people of a group, by name. */
export async function selectGroupPage(
  db: Database,
  at: { orgId: string; groupId: string },
  by: { after: { key: string; id: string } | null; limit: number },
): Promise<GroupPerson[]> {
  const after = by.after
    ? sql`(c.sort_key, c.id) > (${by.after.key} collate "C", ${by.after.id}::uuid)`
    : sql`true`;
  const rows = await db.execute<GroupPerson>(sql`
    select c.id, coalesce(c.name, c.email, c.phone) as name, coalesce(c.email, c.phone) as address, c.company, c.state,
      c.sort_key as "sortKey"
    from group_members p join contacts c on c.org_id = p.org_id and c.id = p.contact_id
    where p.org_id = ${at.orgId} and p.group_id = ${at.groupId} and ${after}
    order by c.sort_key, c.id limit ${by.limit}`);
  return [...rows];
}

/** Contacts of a kind whose name or e-mail begins with a text and who are not in the group; at most eight. */
export async function selectCandidates(
  db: Database,
  at: { orgId: string; groupId: string },
  by: { kind: "internal" | "client"; name: string; email: string },
): Promise<{ id: string; name: string; address: string; company: string | null }[]> {
  const start = (column: "sort_key" | "email", text: string) => sql`
    (select c.id, c.sort_key from contacts c where c.org_id = ${at.orgId} and c.kind = ${by.kind}
      and c.deactivated_at is null and c.${sql.identifier(column)} >= ${text}
      and c.${sql.identifier(column)} < ${`${text}\u{10ffff}`}
      and not exists (select from group_members p where p.org_id = c.org_id and p.group_id = ${at.groupId}
        and p.contact_id = c.id)
      order by c.${sql.identifier(column)} limit 8)`;
  const rows = await db.execute<{ id: string; name: string; address: string; company: string | null }>(sql`
    with found as materialized (${start("sort_key", by.name)} union ${start("email", by.email)})
    select c.id, coalesce(c.name, c.email, c.phone) as name, coalesce(c.email, c.phone) as address, c.company
    from found f join contacts c on c.org_id = ${at.orgId} and c.id = f.id order by c.sort_key, c.id limit 8`);
  return [...rows];
}
