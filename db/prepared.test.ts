import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openTestDatabase } from "@/tests/database";

const { db } = await openTestDatabase();

const planned = sql`select statement, custom_plans::int as custom, generic_plans::int as generic
  from pg_prepared_statements where statement like '%as said%' order by statement`;

test("a statement is prepared once a connection, in transactions and savepoints too, and planned each time", async () => {
  const rows = await db.transaction(async (tx) => {
    for (let i = 0; i < 8; i++) await tx.execute(sql`select ${i}::int as said`);
    await tx.transaction((inner) => inner.execute(sql`select ${"deep"}::text as said`));
    return tx.execute(planned);
  });
  expect([...rows]).toEqual([
    { statement: "select $1::int as said", custom: 8, generic: 0 },
    { statement: "select $1::text as said", custom: 1, generic: 0 },
  ]);
});
