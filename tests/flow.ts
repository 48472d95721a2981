import { sql } from "drizzle-orm";
import { actions, members } from "@/db/schema";
import { newId } from "@/lib/domain/id";
import type { World } from "./cast";

/** The flow in order: titles, those of one stage joined by "+", with what became of each. */
export async function flowText({ db, orgId, workspaceId }: World): Promise<string> {
  const rows = await db.execute<{ title: string; stage: number; mark: string }>(sql`
    select title, stage, case when completed_at is not null then '!' when declined_at is not null then '?' else '' end as mark
    from actions where org_id = ${orgId} and workspace_id = ${workspaceId} order by position`);
  return rows
    .map(({ title, stage, mark }, i) => {
      const between = i === 0 ? "" : stage === rows[i - 1]?.stage ? " + " : " → ";
      return `${between}${title}${mark}`;
    })
    .join("");
}

/** Gives a role to one of the cast, or to a group whose people become members. */
export async function hold(world: World, role: string, holder: { contact: string } | { group: string }) {
  const { db, orgId, workspaceId } = world;
  if ("group" in holder) {
    await db.execute(sql`insert into workspace_groups (org_id, workspace_id, group_id, added_by)
      values (${orgId}, ${workspaceId}, ${holder.group}, ${world.id("ada")})`);
    await db.execute(sql`insert into members (org_id, workspace_id, contact_id, added_by, joined_at)
      select org_id, ${workspaceId}, contact_id, ${world.id("ada")}, now() from group_members
      where org_id = ${orgId} and group_id = ${holder.group} on conflict do nothing`);
  } else
    await db
      .insert(members)
      .values({
        orgId,
        workspaceId,
        contactId: holder.contact,
        addedBy: world.id("ada"),
        joinedAt: sql`now()`,
      })
      .onConflictDoNothing();
  await db.execute(sql`update roles set holder_id = ${"contact" in holder ? holder.contact : null}::uuid,
      holder_group_id = ${"group" in holder ? holder.group : null}::uuid
    where org_id = ${orgId} and id = ${role}`);
}

/** Lets an action start together with the one before it, and everything after it one stage earlier. */
export async function together({ db, orgId, workspaceId }: World, action: string): Promise<void> {
  await db.execute(sql`update actions set stage = stage - 1 where org_id = ${orgId} and workspace_id = ${workspaceId}
    and position >= (select position from actions where org_id = ${orgId} and id = ${action})`);
}

/** Adds many actions at the end. */
export async function manyActions({ db, orgId, workspaceId, roles }: World, count: number): Promise<void> {
  await db.insert(actions).values(
    Array.from({ length: count }, (_, i) => ({
      orgId,
      workspaceId,
      id: newId(),
      roleId: roles.lead,
      kind: "todo" as const,
      title: `Step ${i}`,
      position: 3 + i,
      stage: 3 + i,
    })),
  );
}

/** Whether the flow is complete. */
export async function isComplete({ db, orgId, workspaceId }: World): Promise<boolean | undefined> {
  const [row] = await db.execute<{ is: boolean }>(
    sql`select completed_at is not null as is from workspaces where org_id = ${orgId} and id = ${workspaceId}`,
  );
  return row?.is;
}

/** The kinds of what happened in the workspace, oldest first. */
export async function happened({ db, orgId, workspaceId }: World): Promise<string[]> {
  const rows = await db.execute<{ kind: string }>(
    sql`select kind from activity where org_id = ${orgId} and workspace_id = ${workspaceId} order by at, id`,
  );
  return rows.map(({ kind }) => kind);
}
