import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { inWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { type Limit, takeFromLimits } from "./limits";

const { db, url } = await useDatabase();

const limit = (over: Partial<Limit> = {}): Limit => ({
  key: "k",
  max: 10,
  windowSeconds: 600,
  amount: 1,
  ...over,
});
const shift = (orgId: string, interval: string) =>
  sql`update limits set window_started_at = window_started_at - ${interval}::interval where org_id = ${orgId}`;

test(
  "grants what is left, then a part, then nothing, and says when more is free",
  inWorld(async ({ db, orgId }) => {
    const take = async (amount: number) => (await takeFromLimits(db, orgId, [limit({ amount })])).get("k");
    const [clock] = await db.execute<{ now: number }>(
      sql`select (extract(epoch from now()) * 1000)::float8 as now`,
    );
    expect((await take(7))?.granted).toBe(7);
    expect((await take(7))?.granted).toBe(3);
    const last = await take(1);
    expect(last?.granted).toBe(0);
    expect(Math.abs((last?.freeAt.getTime() ?? 0) - (clock?.now ?? 0) - 600_000)).toBeLessThan(2);
  }),
);

test(
  "asking in vain does not pile up: a raised maximum helps at once",
  inWorld(async ({ db, orgId }) => {
    for (let i = 0; i < 20; i++) await takeFromLimits(db, orgId, [limit({ max: 3 })]);
    const raised = await takeFromLimits(db, orgId, [limit({ max: 10, amount: 10 })]);
    expect(raised.get("k")?.granted).toBe(6);
  }),
);

test(
  "a window begins with its first use and ends as a whole",
  inWorld(async ({ db, orgId }) => {
    await takeFromLimits(db, orgId, [limit({ amount: 10 })]);
    await db.execute(shift(orgId, "599 seconds"));
    expect((await takeFromLimits(db, orgId, [limit()])).get("k")?.granted).toBe(0);
    await db.execute(shift(orgId, "1.001 seconds"));
    expect((await takeFromLimits(db, orgId, [limit({ amount: 10 })])).get("k")?.granted).toBe(10);
  }),
);

test(
  "each key has its own maximum and window, equal keys add up, organizations are apart",
  inWorld(async ({ db, orgId, otherOrgId }) => {
    const list = [
      limit({ key: "b", max: 1 }),
      limit({ key: "a", max: 5, amount: 2 }),
      limit({ key: "a", max: 5, amount: 2 }),
    ];
    const first = await takeFromLimits(db, orgId, list);
    expect([...first].map(([key, { granted }]) => [key, granted]).sort()).toEqual([
      ["a", 4],
      ["b", 1],
    ]);
    const second = await takeFromLimits(db, orgId, list);
    expect([second.get("a")?.granted, second.get("b")?.granted]).toEqual([1, 0]);
    expect((await takeFromLimits(db, otherOrgId, [limit({ key: "b", max: 1 })])).get("b")?.granted).toBe(1);
  }),
);

test(
  "a roll-back of the caller gives everything back",
  inWorld(async ({ db, orgId }) => {
    const refused = db.transaction(async (tx) => {
      await takeFromLimits(tx, orgId, [limit({ amount: 10 })]);
      throw new Error("no");
    });
    await expect(refused).rejects.toThrow("no");
    expect((await takeFromLimits(db, orgId, [limit({ amount: 10 })])).get("k")?.granted).toBe(10);
  }),
);

test(
  "ten thousand keys are one statement of a second at most",
  inWorld(async ({ db, orgId }) => {
    const list = Array.from({ length: 10_000 }, (_, i) => limit({ key: `person${i}@x.example`, max: 2 }));
    await takeFromLimits(db, orgId, list);
    const again = await takeFromLimits(db, orgId, list);
    expect(again.size).toBe(10_000);
    expect([...again.values()].every(({ granted }) => granted === 1)).toBe(true);
  }),
);

test("fifty at once on ten connections get exactly the maximum, in opposite orders without a deadlock", async () => {
  const pool = openDatabase(url, { max: 10 });
  const orgId = newId();
  const keys = ["x", "y", "z"];
  const takes = Array.from({ length: 50 }, (_, i) =>
    pool.db.transaction((tx) =>
      takeFromLimits(
        tx,
        orgId,
        (i % 2 ? keys : keys.toReversed()).map((key) => limit({ key, max: 17 })),
      ),
    ),
  );
  const all = await Promise.all(takes).finally(pool.close);
  for (const key of keys)
    expect(all.reduce((sum, taken) => sum + (taken.get(key)?.granted ?? 0), 0)).toBe(17);
  await db.execute(sql`delete from limits where org_id = ${orgId}`);
});
