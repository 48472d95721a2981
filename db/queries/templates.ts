import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { TemplateFlow } from "@/db/schema";

export type TemplateScope = "all" | "mine" | "shared";
type Reader = { orgId: string; contactId: string };

export type TemplateHead = {
  id: string;
  name: string;
  description: string | null;
  visibility: "private" | "shared";
  owner: string;
  isMine: boolean;
};

/** `roles` and `actions` are null where what is stored is no flow. */
export type TemplateJson = TemplateHead & { sortKey: string; roles: number | null; actions: number | null };

const head = ({ contactId }: Reader) => sql`t.id, t.name, t.description, t.visibility,
  coalesce(o.name, o.email, o.phone) as owner, t.owner_id = ${contactId} as "isMine"`;

/** Shared ones, and one's own. */
const isVisible = ({ orgId, contactId }: Reader) =>
  sql`t.org_id = ${orgId} and (t.visibility = 'shared' or t.owner_id = ${contactId})`;

const within: Record<TemplateScope, (at: Reader) => SQL> = {
  all: () => sql`true`,
  mine: ({ contactId }) => sql`t.owner_id = ${contactId}`,
  shared: () => sql`t.visibility = 'shared'`,
};

const lengthOf = (key: "roles" | "actions") =>
  sql`case jsonb_typeof(t.flow -> ${sql.raw(`'${key}'`)}) when 'array' then jsonb_array_length(t.flow -> ${sql.raw(`'${key}'`)}) end`;

/** One page of the templates somebody sees, by name. */
export async function selectTemplates(
  db: Database,
  at: Reader,
  by: { scope: TemplateScope; find: string | null; after: { key: string; id: string } | null; limit: number },
): Promise<TemplateJson[]> {
  const rows = await db.execute<TemplateJson>(sql`
    select ${head(at)}, t.sort_key as "sortKey", ${lengthOf("roles")} as roles, ${lengthOf("actions")} as actions
    from templates t join contacts o on o.org_id = t.org_id and o.id = t.owner_id
    where ${isVisible(at)} and ${within[by.scope](at)}
      and ${by.find ? sql`position(${by.find} in t.sort_key) > 0` : sql`true`}
      and ${by.after ? sql`(t.sort_key, t.id) > (${by.after.key} collate "C", ${by.after.id}::uuid)` : sql`true`}
    order by t.sort_key, t.id limit ${sql.raw(String(by.limit))}`);
  return [...rows];
}

export type TemplateRow = TemplateHead & { flow: unknown; version: string };

/** One template that somebody sees; `version` changes with every change. */
export async function selectTemplate(db: Database, at: Reader, id: string): Promise<TemplateRow | null> {
  const [row] = await db.execute<TemplateRow>(sql`
    select ${head(at)}, t.flow, (extract(epoch from t.updated_at) * 1000)::bigint::text as version
    from templates t join contacts o on o.org_id = t.org_id and o.id = t.owner_id
    where ${isVisible(at)} and t.id = ${id}`);
  return row ?? null;
}

/** Roles and actions of a workspace as a template would hold them; people stay behind. */
export async function selectWorkspaceFlow(
  db: Database,
  at: { orgId: string; workspaceId: string; timeZone: string },
): Promise<TemplateFlow> {
  const [row] = await db.execute<{ [Key in keyof TemplateFlow]: TemplateFlow[Key] | null }>(sql`
    with r as materialized (
      select id, name, audience, (row_number() over (order by position, id) - 1)::int as place from roles
      where org_id = ${at.orgId} and workspace_id = ${at.workspaceId}
    ), a as materialized (
      select a.title, a.kind, a.instructions, r.place as role, a.position,
        case when a.due_on is not null
          then least(greatest(0, a.due_on - (w.created_at at time zone ${at.timeZone})::date), 3650) end as "dueInDays",
        coalesce(a.stage = lag(a.stage) over (order by a.position), false) as "isParallel"
      from actions a join r on r.id = a.role_id
      join workspaces w on w.org_id = a.org_id and w.id = a.workspace_id
      where a.org_id = ${at.orgId} and a.workspace_id = ${at.workspaceId}
    )
    select (select json_agg(json_build_object('name', name, 'audience', audience) order by place) from r) as roles,
      (select json_agg(json_build_object('title', title, 'kind', kind, 'instructions', instructions, 'role', role, 'dueInDays', "dueInDays",
        'isParallel', "isParallel") order by position) from a) as actions`);
  return { roles: row?.roles ?? [], actions: row?.actions ?? [] };
}
