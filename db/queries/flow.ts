import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isHeldBy } from "./holding";

type At = { orgId: string; workspaceId: string };

export type FlowAction = {
  id: string;
  title: string;
  kind: "todo" | "approval" | "acknowledgement";
  roleId: string;
  position: number;
  stage: number;
  isDone: boolean;
  isDeclined: boolean;
};

/** Every action of the flow, in order. */
export async function selectFlow(tx: Database, at: At): Promise<FlowAction[]> {
  const rows = await tx.execute<FlowAction>(sql`
    select a.id, a.title, a.kind, a.role_id as "roleId", a.position, a.stage,
      a.completed_at is not null as "isDone", a.declined_at is not null as "isDeclined"
    from actions a where a.org_id = ${at.orgId} and a.workspace_id = ${at.workspaceId} order by a.position`);
  return [...rows];
}

/** Gives each action the place it has in the list; one statement, which may permute. */
export async function writePlaces(
  tx: Database,
  at: At,
  list: { id: string; stage: number }[],
): Promise<void> {
  const rows = list.map(({ id, stage }, position) => ({ id, position, stage }));
  await tx.execute(sql`
    update actions a set position = r.position, stage = r.stage
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, position int, stage int)
    where a.org_id = ${at.orgId} and a.workspace_id = ${at.workspaceId} and a.id = r.id
      and (a.position, a.stage) is distinct from (r.position, r.stage)`);
}

export type FlowRole = {
  id: string;
  name: string;
  audience: "internal" | "client" | "any";
  position: number;
  holder: string | null;
  holderKind: "internal" | "client" | null;
};

/** Every role of the workspace in order, with who holds it and what they are. `lock` keeps holders as they are. */
export async function selectFlowRoles(tx: Database, at: At, lock = false): Promise<FlowRole[]> {
  const rows = await tx.execute<FlowRole>(sql`
    select r.id, r.name, r.audience, r.position, coalesce(c.name, c.email, c.phone, g.name) as holder,
      coalesce(c.kind, case g.kind when 'team' then 'internal' when 'client_group' then 'client' end) as "holderKind"
    from roles r
    left join contacts c on c.org_id = r.org_id and c.id = r.holder_id
    left join groups g on g.org_id = r.org_id and g.id = r.holder_group_id
    where r.org_id = ${at.orgId} and r.workspace_id = ${at.workspaceId}
    order by r.position, r.id ${lock ? sql`for update of r` : sql``}`);
  return [...rows];
}

export type ReadyPerson = {
  contactId: string;
  address: string;
  language: string | null;
  action: string;
  title: string;
  roleName: string;
  /** How many of the actions are theirs. */
  actions: number;
  /** How often they were told of the first of them. */
  told: number;
};

/**
 * Who has joined and holds one of these actions, by name or through a group, with the first of theirs.
 * Left out: the one who acts, who is deactivated, and addresses that may not be written to.
 */
export async function selectReadyPeople(
  tx: Database,
  at: At & { contactId: string },
  actions: string[],
): Promise<ReadyPerson[]> {
  const rows = await tx.execute<ReadyPerson>(sql`
    select distinct on (c.id) c.id as "contactId", coalesce(c.email, c.phone) as address, c.language,
      a.id as action, a.title, roles.name as "roleName", (count(*) over (partition by c.id))::int as actions,
      coalesce((select max(g.number) from messages g where g.org_id = a.org_id and g.subject_id = a.id
        and g.kind = 'action_ready' and g.address = coalesce(c.email, c.phone)), 0) as told
    from actions a
    join roles on roles.org_id = a.org_id and roles.id = a.role_id
    join members m on m.org_id = a.org_id and m.workspace_id = a.workspace_id and m.joined_at is not null
      and ${isHeldBy(sql`m.contact_id`)}
    join contacts c on c.org_id = m.org_id and c.id = m.contact_id and c.deactivated_at is null
      and c.id <> ${at.contactId} and coalesce(c.email, c.phone) is not null
    where a.org_id = ${at.orgId} and a.workspace_id = ${at.workspaceId}
      and a.id in (select value::uuid from json_array_elements_text(${JSON.stringify(actions)}::json))
      and not exists (select from suppressions s where s.org_id = c.org_id and s.address = coalesce(c.email, c.phone))
    order by c.id, a.position`);
  return [...rows];
}

/** The workspace's owner, to be written to; nobody when they are the one who acts or cannot be reached. */
export async function selectOwner(
  tx: Database,
  at: At & { contactId: string },
): Promise<{ contactId: string; address: string; language: string | null } | null> {
  const [row] = await tx.execute<{ contactId: string; address: string; language: string | null }>(sql`
    select c.id as "contactId", coalesce(c.email, c.phone) as address, c.language
    from workspaces w join contacts c on c.org_id = w.org_id and c.id = w.owner_id
    where w.org_id = ${at.orgId} and w.id = ${at.workspaceId} and c.id <> ${at.contactId}
      and c.deactivated_at is null and coalesce(c.email, c.phone) is not null
      and not exists (select from suppressions s where s.org_id = c.org_id and s.address = coalesce(c.email, c.phone))`);
  return row ?? null;
}
