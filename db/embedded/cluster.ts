import { randomBytes } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { processFacts } from "./processes";
import type { Runner } from "./runner";

const START_ATTEMPTS = 5;

const LOCALE = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
/** For tests, of which nothing has to last, and many run beside each other with workers of their own. */
const CARELESS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400"];

const passwordFile = ({ data }: Runner) => `${data}.password`;

export const readPassword = (runner: Runner): string => fs.readFileSync(passwordFile(runner), "utf8").trim();

/** Makes the data folder if there is none. It appears whole or not at all, with a password of its own. */
export function initialise(runner: Runner, durable: boolean): void {
  const { data } = runner;
  if (fs.existsSync(path.join(data, "PG_VERSION"))) {
    runner.own(data);
    return;
  }
  const draft = `${data}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  runner.own(draft);
  const password = passwordFile(runner);
  fs.rmSync(password, { force: true });
  fs.writeFileSync(password, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  runner.own(password);
  runner.run("initdb", [
    `--pgdata=${draft}`,
    "--username=foyer",
    "--auth=scram-sha-256",
    `--pwfile=${password}`,
    ...LOCALE,
    ...(durable ? [] : ["--no-sync"]),
  ]);
  fs.renameSync(draft, data);
}

/** The server that runs on a data folder, as its own pid file tells; undefined when none does. */
export function runningServer(data: string): { pid: number; port: number; isReady: boolean } | undefined {
  const file = path.join(data, "postmaster.pid");
  if (!fs.existsSync(file)) return undefined;
  const lines = fs.readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const facts = pid > 0 ? processFacts(pid) : undefined;
  if (!facts || (facts.command && !facts.command.includes("postgres"))) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
}

/** PostgreSQL minds a pid file whose number has passed to another process; it is cleared for it. */
function clearStalePidFile(data: string): void {
  const file = path.join(data, "postmaster.pid");
  if (!fs.existsSync(file)) return;
  const pid = Number(fs.readFileSync(file, "utf8").split("\n")[0]);
  try {
    process.kill(pid, 0);
  } catch {
    return;
  }
  fs.rmSync(file);
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => (wanted ? freePort(0).then(resolve, reject) : reject(error)));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : wanted));
    });
  });
}

async function launch(runner: Runner, port: number, durable: boolean): Promise<boolean> {
  const log = fs.openSync(`${runner.data}.log`, "w", 0o600);
  runner.own(`${runner.data}.log`);
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    ...(durable ? [] : CARELESS),
  ];
  const child = runner.start(
    "postgres",
    ["-D", runner.data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    log,
  );
  fs.closeSync(log);
  const failed = new Promise<never>((_, reject) => child.once("error", reject));
  while (child.exitCode === null && child.signalCode === null) {
    const server = runningServer(runner.data);
    if (server?.isReady && server.port === port) return true;
    await Promise.race([failed, sleep(20)]);
  }
  return false;
}

/** Starts the server on a free port, the wanted one if it can be had, and waits until it takes connections. */
export async function launchServer(runner: Runner, wanted: number, durable: boolean): Promise<number> {
  clearStalePidFile(runner.data);
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
    const port = await freePort(wanted);
    if (await launch(runner, port, durable)) return port;
    await sleep(300 * attempt);
  }
  const said = fs.readFileSync(`${runner.data}.log`, "utf8").trim().split("\n").slice(-5).join("\n");
  throw new Error(`PostgreSQL did not start on ${runner.data}. It said:\n${said}`);
}

/** Ends the server and waits until it has ended; connections are cut, transactions rolled back. */
export function stopServer(runner: Runner): void {
  if (!runningServer(runner.data)) return;
  try {
    runner.run("pg_ctl", ["stop", "-D", runner.data, "-m", "fast", "-t", "60"]);
  } catch (error) {
    if (runningServer(runner.data)) throw error;
  }
}
