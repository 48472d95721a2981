import type { ChildProcess } from "node:child_process";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ended, startNode } from "./children";
import { Refusal } from "./run-script";

const START_SECONDS = 120;

const PORT_TROUBLE = ["EADDRINUSE", "EACCES"];

/** Refuses a port that another program has, and a host that is not this machine. */
export async function refuseTakenPort(port: number, host: string | undefined): Promise<void> {
  const probe = net.createServer();
  const trouble = await new Promise<string | null>((resolve) => {
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? ""));
    probe.listen({ port, ...(host && { host }) }, () => probe.close(() => resolve(null)));
  });
  if (trouble === null) return;
  throw new Refusal(
    !host || PORT_TROUBLE.includes(trouble)
      ? `Port ${port} is taken by another program, or not allowed. Set PORT to a free one.`
      : `HOST must be a name or an address of this machine; "${host}" is none.`,
  );
}

/** Lets the server's own words through once it is ready; what it said before is shown only if it fails. */
function muteBanner(child: ChildProcess): { unmute(): void; said(): string } {
  let said = "";
  let isMuted = true;
  child.stdout?.on("data", (chunk: Buffer) => {
    if (isMuted) said += chunk.toString();
    else process.stdout.write(chunk);
  });
  return {
    unmute() {
      isMuted = false;
    },
    said: () => said,
  };
}

async function answers(port: number, host: string | undefined): Promise<boolean> {
  try {
    const { ok } = await fetch(`http://${host ?? "localhost"}:${port}/api/health`, {
      signal: AbortSignal.timeout(30_000),
    });
    return ok;
  } catch {
    return false;
  }
}

/** Starts Next.js; `ready` settles when it answers, and refuses when it ends before. */
export function startServer(command: "start" | "dev", port: number, host: string | undefined) {
  const address = ["-p", String(port), ...(host ? ["-H", host] : [])];
  const child = startNode(["node_modules/next/dist/bin/next", command, ...address], "pipe");
  const banner = muteBanner(child);
  const waitUntilReady = async () => {
    for (const deadline = Date.now() + START_SECONDS * 1_000; Date.now() < deadline; await sleep(50)) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Refusal(`${banner.said()}\nThe server ended at once.`);
      if (await answers(port, host)) return banner.unmute();
    }
    throw new Refusal(`${banner.said()}\nThe server does not answer on port ${port}.`);
  };
  return { child, ready: waitUntilReady(), ended: ended(child) };
}
