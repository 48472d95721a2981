import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openTestDatabase } from "../database";
import type { Fault } from "../players/resend";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, expectEachOnce, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);

/** Of twenty calls one fails, one is cut, and one is answered late; in turn before and after the mails were taken. */
function oneInTwenty(call: number): Fault | null {
  const isAfter = call % 40 >= 20;
  if (call % 20 === 3) return isAfter ? "error-after" : "error";
  if (call % 20 === 10) return isAfter ? "reset-after" : "reset";
  return call % 20 === 17 ? "slow" : null;
}

/** How many calls came in each second from the first to the last. */
function callsBySecond(calls: readonly number[]): number[] {
  const first = Math.floor((calls[0] ?? 0) / 1_000);
  const seconds = calls.map((at) => Math.floor(at / 1_000) - first);
  return Array.from({ length: Math.max(...seconds) + 1 }, (_, i) => seconds.filter((s) => s === i).length);
}

test("of 50 calls a second 5 % fail, 5 % are cut and 5 % late: 10,000 messages, each once, without a rush, and 99 of 100 within a minute", async () => {
  const calls: number[] = [];
  const fault = (call: number) => {
    calls.push(Date.now());
    return oneInTwenty(call);
  };
  const player = await playing({ perSecond: 50, slowMs: 500, fault });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 10_000);
  working(player, {
    batchSize: 20,
    lanes: 8,
    backoffSeconds: 1,
    longestBackoffSeconds: 15,
    requestSeconds: 5,
  });
  await drained(db, sender.orgId, 60);
  await expectEachOnce(db, player, sender.orgId, messages);
  expect(player.counts.faults).toBeGreaterThanOrEqual(75);
  const each = callsBySecond(calls);
  expect(Math.max(...each)).toBeLessThanOrEqual((2 * calls.length) / each.length);
  const begun = calls[0] ?? 0;
  const waits = player.sent.map(({ at }) => at - begun).sort((a, b) => a - b);
  const p99 = waits[Math.floor(waits.length * 0.99)] ?? 0;
  process.stdout.write(`99 of 100 messages were taken within ${p99} ms, by ${calls.length} calls\n`);
  expect(p99).toBeLessThan(60_000);
  expect([...(await db.execute(sql`select provider from channel_pauses where reason = 'outage'`))]).toEqual(
    [],
  );
});
