import { openDatabase } from "@/db/client";
import { startWorker } from "@/lib/delivery/worker";
import { callsBySecond, oneInTwenty } from "@/tests/faults/mix";
import { invitePeople, makeSender } from "@/tests/faults/outbox-people";
import { drained, rigEnv } from "@/tests/faults/outbox-rig";
import { storm } from "@/tests/faults/webhook-storm";
import { startResend } from "@/tests/players/resend";
import { p99 } from "./timed";

const MESSAGES = 10_000;
const CALLS_PER_SECOND = 100;
const SLOW_MS = 10_000;

/** How long messages wait while of a provider's answers some fail, some are cut and some come late, and how even the calls are. */
export async function benchMix(url: string): Promise<string[]> {
  const { db, close } = openDatabase(url, { max: 2 });
  const calls: number[] = [];
  const fault = (call: number) => {
    calls.push(Date.now());
    return oneInTwenty(call);
  };
  const player = await startResend({ perSecond: CALLS_PER_SECOND, slowMs: SLOW_MS, isTerse: true, fault });
  const sender = await makeSender(db);
  await invitePeople(db, sender, MESSAGES);
  const begun = Date.now();
  const worker = startWorker({ databaseUrl: url, env: rigEnv(url, player) });
  await drained(db, sender.orgId, 300);
  await worker.stop();
  await player.stop();
  await close();
  const people = new Set(player.sent.map(({ to }) => to)).size;
  const seconds = (p99(player.sent.map(({ at }) => at - begun)) / 1_000).toFixed(1);
  const most = Math.max(...callsBySecond(calls));
  return [
    `mix: 99 of 100 of ${MESSAGES} messages waited at most ${seconds} s (goal < 60) while one call in twenty failed, was cut or took ${SLOW_MS / 1_000} s; ` +
      `${MESSAGES - people} lost, ${player.sent.length - people} doubled, ${calls.length} calls, at most ${most} in a second`,
  ];
}

/** How soon a storm of webhooks is answered, and how many messages stand wrong after it. */
export async function benchStorm(url: string): Promise<string[]> {
  const { db, close } = openDatabase(url);
  const { events, answers, wrong } = await storm(db);
  await close();
  const ms = Math.round(p99(answers.map(({ ms }) => ms)));
  return [
    `storm: 99 of 100 of ${events} webhooks were answered within ${ms} ms (goal < 500), ${wrong.length} messages wrong`,
  ];
}
