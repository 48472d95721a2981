import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inWorld, useDatabase } from "@/tests/world";
import { nextReminder } from "./attention";

await useDatabase();

test.each([
  ["on the first day", { days: "2,5,9", age: 0, ends: 720, next: 48 }],
  ["on a day that is more than twelve hours away", { days: "2,5,9", age: 35, ends: 720, next: 13 }],
  ["on the day after one that is twelve hours away", { days: "2,5,9", age: 36, ends: 720, next: 84 }],
  ["between days", { days: "2,5,9", age: 100, ends: 720, next: 20 }],
  ["exactly on a day", { days: "2,5,9", age: 120, ends: 720, next: 96 }],
  ["on the only day", { days: "3", age: 1, ends: 720, next: 71 }],
  ["never past the last day", { days: "2,5,9", age: 210, ends: 720, next: null }],
  ["never where there are no days", { days: "", age: 0, ends: 720, next: null }],
  ["shortly before the end", { days: "2,5,9", age: 0, ends: 49, next: 48 }],
  ["never at the end", { days: "2,5,9", age: 0, ends: 48, next: null }],
])("somebody is next reminded %s", (_, { days, age, ends, next }) =>
  inWorld(async ({ db, orgId, workspaceId }) => {
    await db.execute(
      sql`update workspaces set reminder_days = ${`{${days}}`}::smallint[] where org_id = ${orgId}`,
    );
    const hours = (count: number) => sql`make_interval(hours => ${count})`;
    const at = nextReminder({
      orgId: sql`${orgId}::uuid`,
      workspaceId: sql`${workspaceId}::uuid`,
      since: sql`(now() - ${hours(age)})`,
      until: sql`(now() + ${hours(ends)})`,
    });
    const [row] = await db.execute<{ hours: number | null }>(sql`
      select extract(epoch from ${at} - now())::float8 / 3600 as hours from organizations where id = ${orgId}`);
    expect(row).toEqual({ hours: next });
  })(),
);
