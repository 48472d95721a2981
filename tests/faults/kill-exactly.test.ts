import { once } from "node:events";
import { expect, test } from "vitest";
import { openTestDatabase } from "../database";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, expectEachOnce, quick, rigEnv, spawnWorker, statesOf, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);

const WORKERS = 5;
/** Of each worker, under way when it is killed. */
const CALLS = 20;
/** A minute in production; with it and the wait for the next look a message is out 65 seconds after a restart. */
const LEASE = 2;
/** What a busy machine takes for a hundred calls. */
const SLACK_MS = 1_500;

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
    isOver = true;
    const restarted = Date.now();
    working(player);
    await drained(db, sender.orgId, 60);
    expect(await statesOf(db, sender.orgId)).toEqual({ sent: WORKERS * CALLS });
    await expectEachOnce(db, player, sender.orgId, messages);
    expect(player.counts.replays).toBe(replays);
    const waits = player.sent.map(({ at }) => at - restarted);
    expect(Math.max(...waits)).toBeLessThan(LEASE * (65 / 60) * 1_000 + SLACK_MS);
  },
);
