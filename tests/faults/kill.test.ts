import { once } from "node:events";
import { expect, test } from "vitest";
import { openTestDatabase } from "../database";
import type { Fault } from "../players/resend";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, expectEachOnce, quick, rigEnv, spawnWorker, statesOf, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);

const FAULTS: Fault[] = ["error", "error-after", "reset", "reset-after", "silent-after", "rate"];

/** Every tenth call goes wrong, in a different way each time. */
const oneInTen = (call: number): Fault | null =>
  call % 10 === 5 ? (FAULTS[((call - 5) / 10) % FAULTS.length] ?? null) : null;

test("twenty workers are killed while 1,000 messages go out over a bad line: each arrives exactly once", async () => {
  const player = await playing({ latencyMs: 60, retryAfterSeconds: 0.2, fault: oneInTen });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 1_000);
  const slowly = { ...quick, batchSize: 4, lanes: 2 };
  let killedAtWork = 0;
  for (let kill = 0; kill < 20; kill++) {
    const child = await spawnWorker(url, rigEnv(url, player), slowly);
    await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 200));
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
    if ((await statesOf(db, sender.orgId)).queued) killedAtWork++;
  }
  working(player, slowly);
  await drained(db, sender.orgId, 60);
  expect(await statesOf(db, sender.orgId)).toEqual({ sent: 1_000 });
  await expectEachOnce(db, player, sender.orgId, messages);
  expect(killedAtWork).toBe(20);
  expect(player.counts.replays).toBeGreaterThan(0);
  expect(player.counts.faults).toBeGreaterThan(15);
});

test("two workers share the outbox: no message goes twice", async () => {
  const player = await playing({ latencyMs: 10 });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 1_000);
  working(player, { batchSize: 7 });
  working(player, { batchSize: 7 });
  await drained(db, sender.orgId, 30);
  await expectEachOnce(db, player, sender.orgId, messages);
  expect(player.counts.replays).toBe(0);
});
