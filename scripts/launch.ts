import type { ChildProcess } from "node:child_process";
import { openDatabase } from "@/db/client";
import { keyRing } from "@/lib/domain/token";
import type { Env } from "@/lib/env";
import { buildApp, isBuilt, runTemplates } from "./build-app";
import { builtStamp } from "./build-stamp";
import { endGroup, onParentGone } from "./children";
import { greet, type Person } from "./greeting";
import { takeData } from "./household";
import { openLocalDatabase } from "./local-database";
import { Refusal, runScript } from "./run-script";
import { refuseTakenPort, startServer } from "./server";
import { exportSettings, readSettings } from "./settings";

const MODES = ["demo", "dev", "start"] as const;
type Mode = (typeof MODES)[number];

/** What is open, latest last: closed in the opposite order. */
const open: (() => Promise<void> | void)[] = [];
/** The build, then the server. */
let child: ChildProcess | undefined;
let launching: Promise<void> = Promise.resolve();
let isStopping = false;

async function closeAll(): Promise<void> {
  if (child?.pid) await endGroup(child.pid);
  while (open.length > 0) await open.pop()?.();
}

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  if (child?.pid) await endGroup(child.pid);
  await launching.catch(() => {});
  await closeAll();
  process.exit(code);
}

async function seed(databaseUrl: string, { AUTH_SECRET, AUTH_SECRET_PREVIOUS }: Env): Promise<Person[]> {
  const { seedDemo } = await import("@/db/seed/demo");
  const { db, close } = openDatabase(databaseUrl, { max: 2 });
  try {
    return await seedDemo(db, keyRing(AUTH_SECRET, AUTH_SECRET_PREVIOUS));
  } finally {
    await close();
  }
}

async function prepare(mode: Mode, keepTrackOf: (child: ChildProcess) => void): Promise<void> {
  if (mode === "dev") return runTemplates();
  if (mode === "start") {
    if (!builtStamp()) throw new Refusal('There is no build yet. Run "npm run build" first.');
    return;
  }
  if (isBuilt()) return;
  console.log("Building the application. This takes about half a minute, the first time only.");
  await buildApp(keepTrackOf);
}

async function launch(mode: Mode): Promise<void> {
  const settings = readSettings();
  const { hold, note } = await takeData(settings);
  open.push(hold.release);
  const keepTrackOf = (started: ChildProcess) => {
    child = started;
    note(started);
  };
  await refuseTakenPort(settings.port, settings.host);
  const database = await openLocalDatabase(settings);
  open.push(database.stop);
  const people = mode === "demo" ? await seed(database.url, settings.env) : [];
  await prepare(mode, keepTrackOf);
  if (isStopping) return;
  const env = exportSettings(settings, database.url, mode === "dev" ? "development" : "production");
  const server = startServer(mode === "dev" ? "dev" : "start", settings.port, settings.host);
  keepTrackOf(server.child);
  await server.ready;
  const { startWorker } = await import("@/lib/delivery/worker");
  const worker = startWorker({ databaseUrl: database.url, env });
  open.push(() => worker.stop());
  greet(env, people);
  server.ended.then((code) => {
    if (!isStopping) console.error(`The server ended by itself (${code}). Everything else is being stopped.`);
    stop(1);
  });
}

runScript(async () => {
  const mode = MODES.find((name) => name === process.argv[2]);
  if (!mode) throw new Refusal(`Say how to start: ${MODES.join(", ")}.`);
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => stop(0));
  onParentGone(() => stop(0));
  launching = launch(mode);
  try {
    await launching;
  } catch (error) {
    if (isStopping) return;
    await closeAll();
    throw error;
  }
});
