import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { type Database, openDatabase } from "@/db/client";
import invitation from "@/lib/delivery/compiled/invitation.v6.en.json";
import { asHtml, fill } from "@/lib/delivery/fill";
import { renderMessage } from "@/lib/delivery/render";
import { slotsOf } from "@/lib/delivery/slots";
import { startWorker } from "@/lib/delivery/worker";
import { invitePeople, makeSender } from "@/tests/faults/outbox-people";
import { drained, rigEnv } from "@/tests/faults/outbox-rig";
import { sample, sampleSetting } from "@/tests/samples/messages";

const RENDERS = 50_000;
const MESSAGES = 60_000;

/** Microseconds to write one invitation: its page alone, and whole with both links derived. */
export function benchRender(): string[] {
  const message = sample("invitation");
  const slots = slotsOf(message, sampleSetting);
  const page = microseconds(() => fill(invitation.html, slots, asHtml));
  const whole = microseconds(() => renderMessage(message, sampleSetting));
  return [
    `render: ${page} µs to fill the page of one invitation (goal <= 5), ${whole} µs for the whole message`,
  ];
}

function microseconds(work: () => unknown): string {
  const rounds = Array.from({ length: 3 }, () => {
    const start = performance.now();
    for (let i = 0; i < RENDERS; i++) work();
    return ((performance.now() - start) / RENDERS) * 1_000;
  });
  return Math.min(...rounds).toFixed(1);
}

/** Messages a second from a full outbox through one and two workers to a local Resend, each exactly once. */
export async function benchDrain(url: string): Promise<string[]> {
  const { db, close } = openDatabase(url, { max: 2 });
  const player = await spawnPlayer();
  const env = rigEnv(url, player);
  await emptyOutbox(db);
  const lines: string[] = [];
  for (const count of [1, 2]) {
    const sender = await makeSender(db);
    await invitePeople(db, sender, MESSAGES);
    const start = performance.now();
    const workers = Array.from({ length: count }, () => startWorker({ databaseUrl: url, env }));
    await drained(db, sender.orgId, 300);
    const rate = Math.round(MESSAGES / ((performance.now() - start) / 1_000));
    await Promise.all(workers.map((worker) => worker.stop()));
    lines.push(
      `outbox: ${rate} messages/s, ${count} worker${count > 1 ? "s" : ""} to a local Resend (goal >= 9000)`,
    );
  }
  player.process.kill();
  await close();
  return lines;
}

/** What other measurements have left is not to be sent now. */
const emptyOutbox = (db: Database) =>
  db.execute(sql`update messages set state = 'cancelled' where state = 'queued'`);

const LIMITED_MESSAGES = 10_000;
const CALLS_PER_SECOND = 5;
const MESSAGES_PER_CALL = 100;

/** How much of a provider's allowance of whole seconds is used while a full outbox leaves, and how many calls were too many. */
export async function benchLimited(url: string): Promise<string[]> {
  const { db, close } = openDatabase(url, { max: 2 });
  const player = await spawnPlayer(CALLS_PER_SECOND);
  await emptyOutbox(db);
  const sender = await makeSender(db);
  await invitePeople(db, sender, LIMITED_MESSAGES);
  const worker = startWorker({ databaseUrl: url, env: rigEnv(url, player), batchSize: MESSAGES_PER_CALL });
  await drained(db, sender.orgId, 300);
  await worker.stop();
  const ledger: { counts: { limited: number }; sent: { at: number }[] } = await fetch(
    `${player.url}/ledger`,
  ).then((response) => response.json());
  player.process.kill();
  await close();
  const seconds = ledger.sent.map(({ at }) => Math.floor(at / 1_000));
  const [first, last] = [Math.min(...seconds), Math.max(...seconds)];
  const inWhole = seconds.filter((second) => second > first && second < last).length;
  const share = inWhole / ((last - first - 1) * CALLS_PER_SECOND * MESSAGES_PER_CALL);
  return [
    `outbox: ${Math.round(share * 100)} % of ${CALLS_PER_SECOND} calls/s used (goal >= 99), ${ledger.counts.limited} calls too many`,
  ];
}

export async function spawnPlayer(
  perSecond = 0,
): Promise<{ url: string; apiKey: string; process: ChildProcess }> {
  const script = ["--import", "tsx", "tests/players/resend.ts", "0", String(perSecond), "terse"];
  const child = spawn(process.execPath, script, {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [greeting] = await once(child.stdout, "data");
  const [, url = "", apiKey = ""] = /at (\S+), key (\S+),/.exec(String(greeting)) ?? [];
  return { url, apiKey, process: child };
}
