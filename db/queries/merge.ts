import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "./any-of";

/** Everything a contact brings into a merge. */
export type MergeContact = {
  id: string;
  kind: "internal" | "client";
  isAdmin: boolean;
  name: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  companyKey: string | null;
  title: string | null;
  language: string | null;
  timeZone: string | null;
  userId: string | null;
  joinedAt: Date | null;
  invitedAt: Date | null;
  isDeactivated: boolean;
};

type Json = Omit<MergeContact, "joinedAt" | "invitedAt"> & {
  joinedAt: number | null;
  invitedAt: number | null;
};

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);
const moment = (at: number | null) => (at === null ? null : new Date(at));

async function selectTwo(db: Database, orgId: string, ids: string[], lock: SQL): Promise<MergeContact[]> {
  const rows = await db.execute<Json>(sql`
    select c.id, c.kind, c.is_admin as "isAdmin", c.name, c.email, c.phone, c.company, c.company_key as "companyKey",
      c.title, c.language, c.time_zone as "timeZone", c.user_id as "userId", ${ms("c.joined_at")} as "joinedAt", ${ms("c.invited_at")} as "invitedAt",
      c.deactivated_at is not null as "isDeactivated"
    from contacts c where c.org_id = ${orgId}
      and c.id = ${anyOf(ids)}
    order by c.id ${lock}`);
  return rows.map((row) => ({
    ...row,
    joinedAt: moment(row.joinedAt),
    invitedAt: moment(row.invitedAt),
  }));
}

export const selectMergeContacts = (db: Database, orgId: string, ids: string[]) =>
  selectTwo(db, orgId, ids, sql``);

/** Both locked in the order of their ids: whoever accepts, changes or refers to one of them waits, or is waited for. */
export const lockMergeContacts = (tx: Database, orgId: string, ids: string[]) =>
  selectTwo(tx, orgId, ids, sql`for update`);

/** What they hold and where they are, locked in this order: who takes one of them out of a workspace waits, or is waited for. */
export async function lockMemberships(tx: Database, orgId: string, ids: string[]): Promise<void> {
  await tx.execute(sql`
    select from roles r where r.org_id = ${orgId} and r.holder_id = ${anyOf(ids)} order by r.id for no key update`);
  await tx.execute(sql`
    select from members m where m.org_id = ${orgId} and m.contact_id = ${anyOf(ids)}
    order by m.workspace_id, m.contact_id for update`);
}

/** Whom a contact was merged into, when that is among the newest thousand things that happened. */
export async function selectMergedInto(
  db: Database,
  orgId: string,
  id: string,
): Promise<Pick<MergeContact, "id" | "name" | "email" | "phone"> | undefined> {
  const [row] = await db.execute<Pick<MergeContact, "id" | "name" | "email" | "phone">>(sql`
    select c.id, c.name, c.email, c.phone
    from (select * from activity where org_id = ${orgId} order by id desc limit 1000) a
      join contacts c on c.org_id = a.org_id and c.id = a.contact_id
    where a.kind = 'contacts_merged' and a.data ->> 'droppedId' = ${id}`);
  return row;
}

/** What hangs on a contact, for who decides which of two stays. */
export type MergeFacts = {
  id: string;
  workspaces: string[];
  roles: string[];
  groups: string[];
  invitations: { address: string; workspace: string | null }[];
  owned: number;
};

export async function selectMergeFacts(db: Database, orgId: string, ids: string[]): Promise<MergeFacts[]> {
  const rows = await db.execute<MergeFacts>(sql`
    select c.id,
      coalesce((select json_agg(w.name order by w.sort_key) from members m
        join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
        where m.org_id = c.org_id and m.contact_id = c.id), '[]') as workspaces,
      coalesce((select json_agg(r.name order by r.name) from members m
        join roles r on r.org_id = m.org_id and r.workspace_id = m.workspace_id and r.holder_id = m.contact_id
        where m.org_id = c.org_id and m.contact_id = c.id), '[]') as roles,
      coalesce((select json_agg(g.name order by g.sort_key) from group_members p
        join groups g on g.org_id = p.org_id and g.id = p.group_id
        where p.org_id = c.org_id and p.contact_id = c.id), '[]') as groups,
      coalesce((select json_agg(json_build_object('address', i.address, 'workspace', w.name) order by i.id)
        from invitations i left join workspaces w on w.org_id = i.org_id and w.id = i.workspace_id
        where i.org_id = c.org_id and i.contact_id = c.id and i.status = 'pending' and i.expires_at > now()), '[]')
        as invitations,
      (select count(*)::int from members m join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
        and w.owner_id = m.contact_id where m.org_id = c.org_id and m.contact_id = c.id) as owned
    from contacts c where c.org_id = ${orgId}
      and c.id = ${anyOf(ids)}`);
  return [...rows];
}
