import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { p99 } from "../bench/timed";
import { openTestDatabase } from "../database";
import { callsBySecond, oneInTwenty } from "./mix";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, expectEachOnce, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);

test("of 100 calls a second 5 % fail, 5 % are cut and 5 % late: 10,000 messages, each once, without a rush, and 99 of 100 within a minute", async () => {
  const calls: number[] = [];
  const fault = (call: number) => {
    calls.push(Date.now());
    return oneInTwenty(call);
  };
  const player = await playing({ perSecond: 100, slowMs: 500, fault });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 10_000);
  working(player, {
    batchSize: 10,
    lanes: 8,
    backoffSeconds: 1,
    longestBackoffSeconds: 15,
    requestSeconds: 5,
  });
  await drained(db, sender.orgId, 60);
  await expectEachOnce(db, player, sender.orgId, messages);
  expect(player.counts.faults).toBeGreaterThanOrEqual(150);
  const each = callsBySecond(calls);
  expect(Math.max(...each)).toBeLessThanOrEqual((2 * calls.length) / each.length);
  const begun = calls[0] ?? 0;
  expect(p99(player.sent.map(({ at }) => at - begun))).toBeLessThan(60_000);
  expect([...(await db.execute(sql`select provider from channel_pauses where reason = 'outage'`))]).toEqual(
    [],
  );
});
