import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import { inTransaction, openTestDatabase } from "../database";

const { db } = await openTestDatabase();

/**
 * Keys of tenants' tables whose first column is not the organization, read from the database's own
 * catalogue. References to tables that no organization owns, such as users, cannot carry one.
 */
async function findOtherKeys(tx: Database): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    with tenant as (
      select c.oid, c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    ), keys as (
      select t.relname || ': ' || i.relname as name, t.oid, x.indkey[0] as first
      from tenant t join pg_index x on x.indrelid = t.oid and x.indisunique
      join pg_class i on i.oid = x.indexrelid
      union all
      select t.relname || ': ' || k.conname, t.oid, k.conkey[1]
      from tenant t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join tenant target on target.oid = k.confrelid
    )
    select name from keys join pg_attribute a on a.attrelid = keys.oid and a.attname = 'org_id'
    where keys.first <> a.attnum order by name`);
  return rows.map(({ name }) => name);
}

test("every primary key, unique index and foreign key of a tenant's table begins with the organization", async () => {
  expect(await findOtherKeys(db)).toEqual([]);
});

test("keys that begin otherwise are found", () =>
  inTransaction(db, async (tx) => {
    await tx.execute(sql`create table planted (
      org_id uuid, id uuid primary key, contact_id uuid, user_id uuid references users (id),
      constraint planted_contact foreign key (contact_id, org_id) references contacts (id, org_id))`);
    await tx.execute(sql`create unique index planted_user on planted (user_id, org_id)`);
    await tx.execute(sql`create unique index planted_lower on planted (lower(id::text))`);
    expect(await findOtherKeys(tx)).toEqual([
      "planted: planted_contact",
      "planted: planted_lower",
      "planted: planted_pkey",
      "planted: planted_user",
    ]);
  }));

test("every tenant's table has a primary key", async () => {
  const rows = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns c
    where table_schema = 'public' and column_name = 'org_id' and not exists (
      select 1 from information_schema.table_constraints k
      where k.table_schema = 'public' and k.table_name = c.table_name and k.constraint_type = 'PRIMARY KEY')`);
  expect(rows.map(({ name }) => name)).toEqual([]);
});
