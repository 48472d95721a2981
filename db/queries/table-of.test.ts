import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openTestDatabase } from "@/tests/database";
import { tableOf } from "./table-of";

const { db } = await openTestDatabase();

const id = "01a2225d-87c8-714a-b160-9b1cc2184c6e";
const columns = { id: "uuid", said: "text", count: "int", isOn: "boolean" } as const;

test("what comes out of the table is what went in, whatever it looks like", async () => {
  const texts = [
    "",
    "NULL",
    "null",
    '"',
    "\\",
    '\\"',
    "{a,b}",
    "a,b",
    " ",
    "line\nbreak",
    "'); drop --",
    "Zoë 🙂",
  ];
  const rows = [
    ...texts.map((said, count) => ({ id, said, count, isOn: count % 2 === 0 })),
    { id: null, said: null, count: null, isOn: null },
  ];
  expect([...(await db.execute(sql`select r.* from ${tableOf(rows, columns)}`))]).toEqual(rows);
});

test("an empty list is an empty table", async () => {
  expect(await db.execute(sql`select r.* from ${tableOf([], columns)}`)).toHaveLength(0);
});

test("what is no number or id of its column is refused, not read as something else", async () => {
  const row = { id: "x},{y", said: "", count: 1, isOn: true };
  await expect(db.execute(sql`select r.* from ${tableOf([row], columns)}`)).rejects.toThrow();
});
