import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTransaction, openTestDatabase } from "../database";
import { keepsTenancy, tenantTables } from "../tenancy";

const { db } = await openTestDatabase();

test.each([
  `select "org_id", "id" from "contacts"`,
  "select name from contacts where id = $1",
  "update messages set state = 'sent' where id = $1 returning org_id",
  "delete from members where contact_id = $1",
  "insert into contacts (id, name) values ($1, 'org_id')",
  "select u.id from users u join contacts c on c.user_id = u.id",
])("a statement that forgets the organization is found: %s", (statement) => {
  expect(keepsTenancy(statement)).toBe(false);
});

test.each([
  `select "id" from "contacts" where "contacts"."org_id" = $1`,
  "insert into contacts (org_id, id) values ($1, $2)",
  "select id, name from users where id = $1",
  "select count(*) as members from users",
  "update messages m set state = 'sent' from picked p where m.org_id = p.org_id and m.id = p.id",
  "select /* every organization */ count(*) from messages",
])("a statement that names it, or needs none, passes: %s", (statement) => {
  expect(keepsTenancy(statement)).toBe(true);
});

test("the list of tenants' tables is the database's own", async () => {
  const rows = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'org_id'`);
  expect(rows.length).toBeGreaterThan(10);
  expect(tenantTables.toSorted()).toEqual(rows.map(({ name }) => name).sort());
});

test("work in a test's transaction leaves nothing behind", async () => {
  const insert = sql`insert into users (id, name) values (gen_random_uuid(), 'Ines')`;
  const count = sql`select count(*)::int as n from users`;
  const during = await inTransaction(db, async (tx) => {
    await tx.execute(insert);
    return tx.execute<{ n: number }>(count);
  });
  expect(during[0]?.n).toBe(1);
  expect((await db.execute<{ n: number }>(count))[0]?.n).toBe(0);
});
