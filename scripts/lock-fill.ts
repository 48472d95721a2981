import fs from "node:fs";
import { entryFor, findGaps, type Lock } from "./lock-gaps";
import { runScript } from "./run-script";

const FILE = "package-lock.json";

runScript(async () => {
  const lock: Lock = JSON.parse(fs.readFileSync(FILE, "utf8"));
  const gaps = findGaps(lock);
  for (const gap of gaps) {
    const isDev = lock.packages[gap.neededBy]?.dev === true;
    lock.packages[`node_modules/${gap.name}`] = entryFor(gap, isDev);
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  for (const entry of Object.values(lock.packages)) delete entry.resolved;
  fs.writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(gaps.length === 0 ? "The lockfile has no gaps." : `Filled ${gaps.length} gaps.`);
});
