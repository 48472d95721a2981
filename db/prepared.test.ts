import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openTestDatabase } from "@/tests/database";
import { openDatabase } from "./client";

const { url } = await openTestDatabase();

test("a connection prepares what it reads once, and nothing inside transactions", async () => {
  const { db, close } = openDatabase(url, { max: 1 });
  for (let i = 0; i < 3; i++) await db.execute(sql`select ${i}::int as said`);
  await db.transaction((tx) => tx.execute(sql`select ${"inside"}::text as said`));
  const rows = await db.execute(sql`select statement, (custom_plans + generic_plans)::int as runs
    from pg_prepared_statements where statement like '%as said'`);
  await close();
  expect([...rows]).toEqual([{ statement: "select $1::int as said", runs: 3 }]);
});
