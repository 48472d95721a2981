import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import { knowClients } from "@/tests/group-scene";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { mergeContacts } from "./merge";

await useDatabase();

/** Every column of a tenant's table that holds ids, and those of them that point to a contact. */
async function idColumns(db: Database) {
  const all = await db.execute<{ table: string; column: string }>(sql`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.columns o on o.table_name = c.table_name and o.table_schema = 'public' and o.column_name = 'org_id'
    where c.table_schema = 'public' and c.data_type = 'uuid' and c.column_name <> 'org_id'
      and not (c.table_name = 'contacts' and c.column_name = 'id')`);
  const pointing = await db.execute<{ name: string }>(sql`
    select k.conrelid::regclass || '.' || a.attname as name from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[array_length(k.conkey, 1)]
    where k.contype = 'f' and k.confrelid in ('contacts'::regclass, 'members'::regclass)`);
  return { all, pointing: pointing.map(({ name }) => name) };
}

/** The columns in which an id stands. */
async function whereIs(db: Database, orgId: string, id: string): Promise<string[]> {
  const { all } = await idColumns(db);
  const counts = all.map(
    ({ table, column }) =>
      `select '${table}.${column}' as name from ${table} where org_id = '${orgId}' and ${column} = '${id}'`,
  );
  const rows = await db.execute<{ name: string }>(sql.raw(counts.join(" union ")));
  return rows.map(({ name }) => name).sort();
}

/** Noel, who has done everything one can: nothing of it knows him by another way than his id. */
async function bePresentEverywhere(world: World, id: string): Promise<void> {
  const { db, orgId, workspaceId: at } = world;
  const [kim = ""] = await knowClients(world, null, ["kim@acme.com"]);
  const invitation = newId();
  await db.execute(sql`update contacts set created_by = ${id} where org_id = ${orgId} and id = ${kim}`);
  await db.execute(
    sql`update groups set created_by = ${id} where org_id = ${orgId} and id = ${world.groups.clients}`,
  );
  await db.execute(
    sql`insert into group_managers (org_id, group_id, contact_id) values (${orgId}, ${world.groups.clients}, ${id})`,
  );
  await db.execute(
    sql`insert into members (org_id, workspace_id, contact_id, added_by) values (${orgId}, ${at}, ${id}, ${id})`,
  );
  await db.execute(sql`update workspaces set owner_id = ${id} where org_id = ${orgId} and id = ${at}`);
  await db.execute(sql`insert into workspace_groups (org_id, workspace_id, group_id, added_by)
    values (${orgId}, ${at}, ${world.groups.clients}, ${id})`);
  await db.execute(
    sql`update roles set holder_id = ${id} where org_id = ${orgId} and id = ${world.roles.lead}`,
  );
  await db.execute(sql`update actions set completed_at = now(), completed_by = ${id}
    where org_id = ${orgId} and id = ${world.actions.upload}`);
  await db.execute(sql`insert into invitations (org_id, id, workspace_id, contact_id, address, channel, invited_by, opened_by,
      expires_at)
    values (${orgId}, ${invitation}, ${at}, ${id}, 'noel@northwind.example', 'email', ${id}, ${id}, now() + interval '1 day')`);
  await db.execute(sql`insert into messages (org_id, id, kind, channel, address, subject_id, contact_id,
      template_version, "values") values (${orgId}, ${newId()}, 'workspace_added', 'email', 'noel@northwind.example',
      ${invitation}, ${id}, 1, '{}')`);
  await db.execute(sql`insert into activity (org_id, id, contact_id, actor_id, kind)
    values (${orgId}, ${newId()}, ${id}, ${id}, 'contact_created')`);
  await db.execute(sql`insert into commands (org_id, id, actor_id) values (${orgId}, ${newId()}, ${id})`);
  await db.execute(sql`insert into drafts (org_id, id, actor_id, kind, data)
    values (${orgId}, ${newId()}, ${id}, 'client', '{}')`);
  await db.execute(sql`insert into undoable_acts (org_id, id, actor_id, workspace_id, kind, name, data)
    values (${orgId}, ${newId()}, ${id}, ${at}, 'role_unassigned', 'Reviewer', '{}')`);
  await db.execute(sql`update actions set declined_at = now(), declined_by = ${id}
    where org_id = ${orgId} and id = ${world.actions.approve}`);
  await db.execute(sql`insert into templates (org_id, id, name, sort_key, owner_id, flow)
    values (${orgId}, ${newId()}, 'Onboarding', 'onboarding', ${id}, '{"roles":[],"actions":[]}')`);
  const link = newId();
  await db.execute(sql`insert into workspace_links (org_id, id, workspace_id, created_by, expires_at)
    values (${orgId}, ${link}, ${at}, ${id}, now() + interval '1 day')`);
  await db.execute(sql`insert into join_requests (org_id, id, workspace_id, link_id, address, kind, status, contact_id,
      decided_by, expires_at, closed_at) values (${orgId}, ${newId()}, ${at}, ${link}, 'noel@northwind.example', 'email',
      'approved', ${id}, ${id}, now() + interval '1 day', now())`);
}

async function knowColleague(world: World, email: string): Promise<string> {
  const id = newId();
  await world.db.execute(sql`insert into contacts (org_id, id, kind, email, sort_key)
    values (${world.orgId}, ${id}, 'internal', ${email}, ${email})`);
  return id;
}

test(
  "everything that points to the dropped contact points to the kept one, in every table of the catalogue",
  inWorld(async (world) => {
    const keep = await knowColleague(world, "n.bell@northwind.example");
    const drop = world.id("noel");
    await bePresentEverywhere(world, drop);
    const before = await whereIs(world.db, world.orgId, drop);
    const { pointing } = await idColumns(world.db);
    expect(
      pointing.filter((name) => !before.includes(name)),
      "a reference this test does not plant",
    ).toEqual([]);
    await mergeContacts(await world.inOrganization("ada"), { keep, drop });
    expect(await whereIs(world.db, world.orgId, drop)).toEqual([]);
    expect(before.filter((name) => name !== "activity.contact_id")).toEqual(
      (await whereIs(world.db, world.orgId, keep)).filter((name) => name !== "activity.contact_id"),
    );
  }),
);
