import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Viewer } from "./invitation-list";

type Choice = { id: string; name: string };

const MOST = 200;

/**
 * The first 200 internal users and groups by name and the latest 200 workspaces of somebody, each with the one chosen.
 */
export async function selectFilterChoices(
  db: Database,
  { orgId, contactId }: Viewer,
  chosen: { inviter: string | null; workspace: string | null; group: string | null },
): Promise<{ inviters: Choice[]; workspaces: Choice[]; groups: Choice[] }> {
  const named = sql`json_agg(json_build_object('id', t.id, 'name', t.name) order by t.sort_key, t.id)`;
  const own = sql`from members m join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
    where m.org_id = ${orgId} and m.contact_id = ${contactId} and m.joined_at is not null`;
  const [row] = await db.execute<{ inviters: Choice[]; workspaces: Choice[]; groups: Choice[] }>(sql`
    select
      coalesce((select ${named} from (
        (select id, coalesce(name, email, phone) as name, sort_key from contacts
          where org_id = ${orgId} and kind = 'internal' order by sort_key, id limit ${sql.raw(String(MOST))})
        union
        select id, coalesce(name, email, phone), sort_key from contacts
          where org_id = ${orgId} and kind = 'internal' and id = ${chosen.inviter}::uuid) t), '[]') as inviters,
      coalesce((select ${named} from (
        (select w.id, w.name, w.sort_key ${own} order by w.active_at desc, w.id limit ${sql.raw(String(MOST))})
        union
        select w.id, w.name, w.sort_key ${own} and w.id = ${chosen.workspace}::uuid) t), '[]') as workspaces,
      coalesce((select ${named} from (
        (select id, name, sort_key from groups where org_id = ${orgId}
          order by sort_key, id limit ${sql.raw(String(MOST))})
        union
        select id, name, sort_key from groups where org_id = ${orgId} and id = ${chosen.group}::uuid) t), '[]') as groups`);
  return row ?? { inviters: [], workspaces: [], groups: [] };
}
