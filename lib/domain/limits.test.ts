import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Database, openDatabase } from "@/db/client";
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
/** Asks one limit; answers how much it granted. */
async function take(at: Database, orgId: string, asked: Limit): Promise<number> {
  const short = await takeFromLimits(at, orgId, [asked]);
  return short.get(asked.key)?.granted ?? asked.amount;
}
const shift = (orgId: string, interval: string) =>
  sql`update limits set window_started_at = window_started_at - ${interval}::interval where org_id = ${orgId}`;

test(
  "grants what is left, then a part, then nothing, and says when more is free",
  inWorld(async ({ db, orgId }) => {
    const short = async (amount: number) => (await takeFromLimits(db, orgId, [limit({ amount })])).get("k");
    const [clock] = await db.execute<{ now: number }>(
      sql`select (extract(epoch from now()) * 1000)::float8 as now`,
    );
    expect(await short(7)).toBeUndefined();
    expect((await short(7))?.granted).toBe(3);
    const last = await short(1);
    expect(last?.granted).toBe(0);
    expect(Math.abs((last?.freeAt.getTime() ?? 0) - (clock?.now ?? 0) - 600_000)).toBeLessThan(2);
  }),
);

test(
  "asking in vain does not pile up: a raised maximum helps at once",
  inWorld(async ({ db, orgId }) => {
    for (let i = 0; i < 20; i++) await takeFromLimits(db, orgId, [limit({ max: 3 })]);
    expect(await take(db, orgId, limit({ max: 10, amount: 10 }))).toBe(6);
  }),
);

test(
  "a window begins with its first use and ends as a whole",
  inWorld(async ({ db, orgId }) => {
    await takeFromLimits(db, orgId, [limit({ amount: 10 })]);
    await db.execute(shift(orgId, "599 seconds"));
    expect(await take(db, orgId, limit())).toBe(0);
    await db.execute(shift(orgId, "1.001 seconds"));
    expect(await take(db, orgId, limit({ amount: 10 }))).toBe(10);
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
    expect((await takeFromLimits(db, orgId, list)).size).toBe(0);
    const second = await takeFromLimits(db, orgId, list);
    expect([second.get("a")?.granted, second.get("b")?.granted]).toEqual([1, 0]);
    expect(await take(db, otherOrgId, limit({ key: "b", max: 1 }))).toBe(1);
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
    expect(await take(db, orgId, limit({ amount: 10 }))).toBe(10);
  }),
);

test(
  "ten thousand keys are one statement of a second at most",
  inWorld(async ({ db, orgId }) => {
    const list = Array.from({ length: 10_000 }, (_, i) => limit({ key: `person${i}@x.example`, max: 2 }));
    expect((await takeFromLimits(db, orgId, list)).size).toBe(0);
    const again = await takeFromLimits(
      db,
      orgId,
      list.map((one) => ({ ...one, amount: 2 })),
    );
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
    expect(all.reduce((sum, taken) => sum + (taken.get(key)?.granted ?? 1), 0)).toBe(17);
  await db.execute(sql`delete from limits where org_id = ${orgId}`);
});
