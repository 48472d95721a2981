import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { processFacts } from "@/db/embedded/processes";

const GRACE_SECONDS = 10;
const isWindows = process.platform === "win32";

/** Starts a Node program of ours or of a package in a process group of its own, so that Ctrl-C reaches only the launcher. */
export const startNode = (args: string[], stdout: "pipe" | "inherit"): ChildProcess =>
  spawn(process.execPath, args, {
    stdio: ["ignore", stdout, "inherit"],
    detached: !isWindows,
    env: process.env,
  });

function signal(pid: number, name: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(isWindows ? pid : -pid, name);
  } catch {
    // It has ended already.
  }
}

/** Ends a program and all it started: politely, and after ten seconds for good. */
export async function endGroup(pid: number): Promise<void> {
  if (isWindows) {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"]);
    return;
  }
  signal(pid, "SIGTERM");
  for (const deadline = Date.now() + GRACE_SECONDS * 1_000; processFacts(pid) && Date.now() < deadline; )
    await sleep(50);
  signal(pid, "SIGKILL");
}

/** The exit code once a program has ended; 1 when a signal ended it. */
export const ended = (child: ChildProcess): Promise<number> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode ?? 1)
    : new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));

/** The processes between this one and npm, npm included: those whose end is meant for this one too. */
function watched(): number[] {
  const chain: number[] = [];
  for (let pid = process.ppid; pid > 1 && chain.length < 5; ) {
    const facts = processFacts(pid);
    if (!facts) break;
    chain.push(pid);
    if (/\bnpm\b/.test(facts.command)) return chain;
    pid = facts.parent;
  }
  return chain.slice(0, 1);
}

/** Calls back once npm, or the shell between, is gone: a shell passes no SIGTERM on. */
export function onParentGone(callback: () => void): void {
  if (!process.env.npm_lifecycle_event || isWindows) return;
  const parents = watched();
  const timer = setInterval(() => {
    if (parents.every((pid) => processFacts(pid))) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
}
