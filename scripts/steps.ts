import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { failuresIn, type Report } from "./failures";

/** How many passed and failed, and of those that failed what is said of them at the end. */
export type Tally = { passed: number; failed: number; failures?: string[] };

export const sum = (tallies: Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  failures: tallies.flatMap(({ failures = [] }) => failures),
});

type Run = { code: number; output: string; seconds: string };

function run(args: string[], env: Record<string, string>, stdio: "pipe" | "inherit"): Promise<Run> {
  const begin = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", stdio, stdio],
    env: { ...process.env, ...env },
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      resolve({
        code: code ?? 1,
        output: Buffer.concat(chunks).toString(),
        seconds: `${((performance.now() - begin) / 1_000).toFixed(1)} s`,
      }),
    );
  });
}

/** A step that holds or does not: it counts as one, and says something only when it fails. */
export async function holds(name: string, args: string[]): Promise<Tally> {
  const { code, output, seconds } = await run(args, {}, "pipe");
  console.log(code === 0 ? `✓ ${name} (${seconds})` : `✗ ${name} (${seconds})\n${output}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const reportAt = (file: string): Report =>
  fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};

function countOf(report: Report): Tally {
  const { stats } = report;
  if (stats) return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  return { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0 };
}

/** Runs tests that write a report; `argsFor` is told where to. A run that fails fails at least once. */
export async function tests(
  name: string,
  argsFor: (report: string) => string[],
  env: Record<string, string> = {},
): Promise<Tally> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "foyer-report-"));
  const file = path.join(folder, "report.json");
  try {
    console.log(`  ${name}`);
    const { code, seconds } = await run(argsFor(file), { ...env, TEST_REPORT: file }, "inherit");
    const report = reportAt(file);
    const { passed, failed } = countOf(report);
    console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds})`);
    return { passed, failed: code === 0 ? failed : Math.max(failed, 1), failures: failuresIn(report) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

export const vitest = (...projects: string[]) =>
  tests(`Tests: ${projects.join(", ")}`, (report) => [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--passWithNoTests",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...projects.map((project) => `--project=${project}`),
  ]);

/** The last line; the process ends with 1 when anything failed. */
export function conclude({ passed, failed, failures = [] }: Tally): void {
  for (const failure of failures) console.log(failure);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
