import { type ChildProcess, spawnSync } from "node:child_process";
import { builtStamp, forgetStamp, keepStamp, sourceStamp } from "./build-stamp";
import { ended, startNode } from "./children";
import { Refusal } from "./run-script";

/** Compiles the message templates, or only checks that it has been done; refuses to go on when that fails. */
export function runTemplates(...args: "--check"[]): void {
  const { status, error, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/compile-templates.ts", ...args],
    { encoding: "utf8" },
  );
  if (status !== 0)
    throw new Refusal(`${error?.message ?? stderr.trim()}\nThe message templates are not compiled.`);
}

async function output(child: ChildProcess): Promise<string> {
  const chunks: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await ended(child);
  const text = Buffer.concat(chunks).toString();
  if (code !== 0) throw new Refusal(`${text}\nThe build failed; see above.`);
  return text;
}

export const isBuilt = (): boolean => builtStamp() === sourceStamp();

/** Builds the production application. `onStart` learns of the process that does it. */
export async function buildApp(onStart: (child: ChildProcess) => void = () => {}): Promise<void> {
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" });
  runTemplates("--check");
  const stamp = sourceStamp();
  forgetStamp();
  const child = startNode(["node_modules/next/dist/bin/next", "build"], "pipe");
  onStart(child);
  await output(child);
  keepStamp(stamp);
}
