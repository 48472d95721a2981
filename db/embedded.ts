import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { initialise, launchServer, readPassword, runningServer, stopServer } from "./embedded/cluster";
import { type Hold, holderOf, isAlive, takeHold } from "./embedded/hold";
import { openRunner, type Runner } from "./embedded/runner";

const DATABASE = "foyer";
const PATIENCE_SECONDS = 60;

export type EmbeddedPostgres = {
  /** The address of one of its databases: "foyer" unless another is named. */
  url(database?: string): string;
  port: number;
  /** Ends the server, and with it every connection. Where another process runs it, does nothing. */
  stop(): Promise<void>;
};

type Options = {
  dir: string;
  /** The port to have if it is free; another one otherwise. */
  port?: number;
  /** False gives up safety against power cuts for speed: for tests. */
  durable?: boolean;
};

const lockOf = (folder: string) => `${folder}.lock`;

const addressOf = (runner: Runner, port: number, database: string) =>
  `postgres://foyer:${readPassword(runner)}@127.0.0.1:${port}/${database}`;

async function answers(runner: Runner, port: number): Promise<boolean> {
  const client = postgres(addressOf(runner, port, "postgres"), {
    max: 1,
    connect_timeout: 3,
    onnotice: () => {},
  });
  try {
    const [found] = await client`select 1 from pg_database where datname = ${DATABASE}`;
    if (!found) await client.unsafe(`create database ${DATABASE}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** A server that runs already, once it takes connections: another process's, or one left behind by a crash. */
async function join(runner: Runner): Promise<number | undefined> {
  const server = runningServer(runner.data);
  return server?.isReady && (await answers(runner, server.port)) ? server.port : undefined;
}

async function startOwn(runner: Runner, hold: Hold, port: number, durable: boolean): Promise<number> {
  try {
    const deadline = Date.now() + PATIENCE_SECONDS * 1_000;
    while (runningServer(runner.data) && Date.now() < deadline) {
      const joined = await join(runner);
      if (joined) return joined;
      await sleep(50);
    }
    initialise(runner, durable);
    const started = await launchServer(runner, port, durable);
    if (await answers(runner, started)) return started;
    throw new Error(
      `PostgreSQL on ${runner.data} refuses its own password. Its files belong together: restore them.`,
    );
  } catch (error) {
    hold.release();
    throw error;
  }
}

/** Starts the server again, on the same port, when it has died. */
function keepAlive(runner: Runner, port: number, durable: boolean) {
  let reviving: Promise<unknown> = Promise.resolve();
  let isReviving = false;
  const timer = setInterval(() => {
    if (isReviving || runningServer(runner.data)) return;
    isReviving = true;
    reviving = launchServer(runner, port, durable).then(
      () => {
        isReviving = false;
      },
      () => clearInterval(timer),
    );
  }, 1_000);
  timer.unref();
  return {
    async end() {
      clearInterval(timer);
      await reviving;
    },
  };
}

/**
 * Runs PostgreSQL on a folder, made at first use, for this process. A server that a killed process
 * left behind is taken over; one that died is started again; one that a living process runs is joined
 * and stays that process's to stop.
 */
export async function startPostgres({ dir, port = 0, durable = true }: Options): Promise<EmbeddedPostgres> {
  const folder = path.resolve(dir);
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const runner = openRunner(folder);
  const server = (at: number, stop: () => Promise<void>): EmbeddedPostgres => ({
    url: (database = DATABASE) => addressOf(runner, at, database),
    port: at,
    stop,
  });
  for (const deadline = Date.now() + PATIENCE_SECONDS * 1_000; Date.now() < deadline; await sleep(100)) {
    const taken = takeHold(lockOf(folder));
    if ("hold" in taken) {
      const at = await startOwn(runner, taken.hold, port, durable);
      const watch = keepAlive(runner, at, durable);
      return server(at, async () => {
        await watch.end();
        stopServer(runner);
        taken.hold.release();
      });
    }
    const joined = await join(runner);
    if (joined) return server(joined, async () => {});
  }
  throw new Error(
    `Another process holds ${folder} but its PostgreSQL does not answer. End that process and try again.`,
  );
}

/** Ends the server on a folder whose process was killed, and removes the folder. Leaves what is in use: then false. */
export function removeAbandoned(dir: string): boolean {
  const holder = holderOf(lockOf(dir));
  if (holder && isAlive(holder)) return false;
  const server = runningServer(dir);
  if (server) process.kill(server.pid, "SIGQUIT");
  for (const name of ["", ".lock", ".log", ".password", ".new"])
    fs.rmSync(`${dir}${name}`, { recursive: true, force: true });
  return true;
}
