import { expect, test } from "vitest";
import { selectPeers } from "@/db/queries/workers";
import { openTestDatabase } from "../database";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, expectEachOnce, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);

test.each([2, 5])(
  "of %s calls a second a full outbox uses all there are and never one more",
  async (perSecond) => {
    const player = await playing({ perSecond, latencyMs: 30 });
    const sender = await makeSender(db);
    const messages = await invitePeople(db, sender, perSecond * 5 * 10);
    working(player, { batchSize: 10 });
    await drained(db, sender.orgId, 30);
    await expectEachOnce(db, player, sender.orgId, messages);
    expect(player.counts).toMatchObject({ calls: perSecond * 5, limited: 0 });
    const seconds = player.sent.map(({ at }) => Math.floor(at / 1_000));
    expect(Math.max(...seconds) - Math.min(...seconds)).toBeLessThanOrEqual(5);
  },
);

test("two workers divide what is allowed: none of it is left, and nobody is turned away", async () => {
  const player = await playing({ perSecond: 5, latencyMs: 30 });
  const sender = await makeSender(db);
  for (const _ of [1, 2]) working(player, { batchSize: 10 });
  await expect.poll(() => selectPeers(db, "a third")).toMatchObject({ count: 3 });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const messages = await invitePeople(db, sender, 250);
  await drained(db, sender.orgId, 30);
  await expectEachOnce(db, player, sender.orgId, messages);
  expect(player.counts).toMatchObject({ calls: 25, limited: 0 });
  const seconds = player.sent.map(({ at }) => Math.floor(at / 1_000));
  expect(Math.max(...seconds) - Math.min(...seconds)).toBeLessThanOrEqual(5);
});

test("one by one, 5 a second, messages take as long as they must, and a code asked for meanwhile overtakes them", async () => {
  const player = await playing({ perSecond: 5, latencyMs: 30 });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 50);
  const start = Date.now();
  working(player, { batchSize: 1 });
  await expect.poll(() => player.sent.length, { timeout: 10_000 }).toBeGreaterThan(10);
  const asked = Date.now();
  const codes = await invitePeople(db, sender, 1, (message) => ({ ...message, priority: 0 }));
  await drained(db, sender.orgId, 30);
  await expectEachOnce(db, player, sender.orgId, [...messages, ...codes]);
  const code = player.sent.find(({ to }) => to === codes[0]?.address);
  expect((code?.at ?? 0) - asked).toBeLessThan(5_000);
  expect(player.counts.limited).toBeLessThanOrEqual(player.counts.calls * 0.02);
  expect(Date.now() - start).toBeLessThan(51 * 200 * 1.15 + 1_000);
});
