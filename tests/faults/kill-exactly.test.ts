import { once } from "node:events";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { defaults } from "@/lib/delivery/tunables";
import { openTestDatabase } from "../database";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, expectEachOnce, quick, rigEnv, spawnWorker, statesOf, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);

const WORKERS = 5;
/** Of each worker, under way when it is killed. */
const CALLS = 20;
/** A minute in production. */
const LEASE = 5;

/** How long whoever died keeps others away from what it had under way. */
async function longestLease(orgId: string): Promise<number> {
  const [row] = await db.execute<{ seconds: number }>(sql`
    select extract(epoch from max(lease_until) - now())::float as seconds from messages where org_id = ${orgId}`);
  return row?.seconds ?? Number.NaN;
}

test("what a dead worker had under way is free for the others after 65 seconds at most", () => {
  expect(defaults.leaseSeconds + defaults.pollSeconds).toBeLessThanOrEqual(65);
});

test.each([
  { moment: "between claiming and the provider taking them", fault: "silent", replays: 0 },
  { moment: "between the provider taking them and writing that down", fault: "silent-after", replays: 100 },
] as const)(
  "a hundred messages whose workers are killed $moment arrive exactly once each",
  async ({ fault, replays }) => {
    let isOver = false;
    const player = await playing({ fault: () => (isOver ? null : fault) });
    const sender = await makeSender(db);
    const messages = await invitePeople(db, sender, WORKERS * CALLS);
    const patient = { ...quick, leaseSeconds: LEASE, requestSeconds: 600, batchSize: 1, lanes: CALLS };
    const workers = Array.from({ length: WORKERS }, () => spawnWorker(url, rigEnv(url, player), patient));
    const children = await Promise.all(workers);
    await expect.poll(() => player.counts.faults, { timeout: 60_000, interval: 10 }).toBe(WORKERS * CALLS);
    const gone = children.map((child) => once(child, "exit"));
    for (const child of children) child.kill("SIGKILL");
    await Promise.all(gone);
    expect(await statesOf(db, sender.orgId)).toEqual({ queued: WORKERS * CALLS });
    expect(await longestLease(sender.orgId)).toBeLessThanOrEqual(LEASE);
    isOver = true;
    working(player, { leaseSeconds: 60, requestSeconds: 30 });
    await drained(db, sender.orgId, 60);
    expect(await statesOf(db, sender.orgId)).toEqual({ sent: WORKERS * CALLS });
    await expectEachOnce(db, player, sender.orgId, messages);
    expect(player.counts.replays).toBe(replays);
  },
);
