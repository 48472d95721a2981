import { setTimeout as sleep } from "node:timers/promises";
import { type Database, openDatabase } from "@/db/client";
import { startWorker } from "@/lib/delivery/worker";
import { INSTALLATION } from "@/lib/domain/id";
import { askForCode, invitePeople, makeSender } from "@/tests/faults/outbox-people";
import { drained, rigEnv } from "@/tests/faults/outbox-rig";
import { spawnPlayer } from "./outbox";
import { timed } from "./timed";

const MESSAGES = 5_000;
const CALLS_PER_SECOND = 5;
const CODE_EVERY_MS = 97_000;
const WORKERS = [1, 2];

type Ledger = { counts: { calls: number; limited: number }; sent: { to: string; at: number }[] };

/**
 * How long a provider of few calls a second takes for many messages, one a call, how many of its calls are turned away,
 * and how soon a sign-in code that is asked for meanwhile goes out: with one worker, then with two.
 */
export async function benchPatience(url: string): Promise<string[]> {
  const { db, close } = openDatabase(url, { max: 2 });
  const lines: string[] = [];
  for (const count of WORKERS) lines.push(await wait(db, url, count));
  await close();
  return lines;
}

async function wait(db: Database, url: string, count: number): Promise<string> {
  const player = await spawnPlayer(CALLS_PER_SECOND);
  const sender = await makeSender(db);
  await invitePeople(db, sender, MESSAGES);
  const env = rigEnv(url, player);
  const workers = Array.from({ length: count }, () => startWorker({ databaseUrl: url, env, batchSize: 1 }));
  const asked = new Map<string, number>();
  const over = new AbortController();
  const asking = askNowAndThen(db, asked, over.signal);
  const seconds = await timed(() => drained(db, sender.orgId, 1_500));
  over.abort();
  await asking;
  await drained(db, INSTALLATION, 60);
  const ledger: Ledger = await fetch(`${player.url}/ledger`).then((response) => response.json());
  await Promise.all(workers.map((worker) => worker.stop()));
  player.process.kill();
  const waits = ledger.sent.flatMap(({ to, at }) => {
    const since = asked.get(to);
    return since === undefined ? [] : [at - since];
  });
  const people = new Set(ledger.sent.map(({ to }) => to)).size;
  const { calls, limited } = ledger.counts;
  return [
    `patience: ${MESSAGES} messages one by one at ${CALLS_PER_SECOND} calls/s by ${count} worker${count > 1 ? "s" : ""}:`,
    `${Math.round(seconds)} s (goal 1000 to 1150), ${((100 * limited) / calls).toFixed(1)} % of calls turned away (goal <= 2),`,
    `${MESSAGES + asked.size - people} lost, ${ledger.sent.length - people} doubled,`,
    `slowest of ${waits.length} of ${asked.size} sign-in codes ${(Math.max(...waits) / 1_000).toFixed(1)} s (goal <= 5)`,
  ].join(" ");
}

/** Asks for a code again and again until it is over; writes down for whom and when. */
async function askNowAndThen(db: Database, asked: Map<string, number>, over: AbortSignal): Promise<void> {
  for (;;) {
    await sleep(CODE_EVERY_MS, undefined, { signal: over }).catch(() => {});
    if (over.aborted) return;
    const address = `code-${asked.size}@client.example`;
    asked.set(address, Date.now());
    await askForCode(db, address);
  }
}
