import { once } from "node:events";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openTestDatabase } from "../database";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, expectEachOnce, quick, rigEnv, spawnWorker, statesOf, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);

const WORKERS = 5;
/** Of each worker, under way when it is killed. */
const CALLS = 20;

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
    const patient = { ...quick, leaseSeconds: 600, requestSeconds: 600, batchSize: 1, lanes: CALLS };
    const workers = Array.from({ length: WORKERS }, () => spawnWorker(url, rigEnv(url, player), patient));
    const children = await Promise.all(workers);
    await expect.poll(() => player.counts.faults, { timeout: 60_000, interval: 10 }).toBe(WORKERS * CALLS);
    const gone = children.map((child) => once(child, "exit"));
    for (const child of children) child.kill("SIGKILL");
    await Promise.all(gone);
    expect(await statesOf(db, sender.orgId)).toEqual({ queued: WORKERS * CALLS });
    await db.execute(sql`
    update messages set lease_until = now() - interval '1 second' where org_id = ${sender.orgId}`);
    isOver = true;
    working(player);
    await drained(db, sender.orgId, 60);
    expect(await statesOf(db, sender.orgId)).toEqual({ sent: WORKERS * CALLS });
    await expectEachOnce(db, player, sender.orgId, messages);
    expect(player.counts.replays).toBe(replays);
  },
);
