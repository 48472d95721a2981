import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { runScript } from "./run-script";

runScript(async () => {
  const { runBench } = await import("@/tests/bench/run");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "foyer-bench-"));
  fs.chmodSync(folder, 0o755);
  const server = await startPostgres({ dir: path.join(folder, "postgres") });
  try {
    await migrateDatabase(server.url());
    for await (const line of runBench(server.url(), process.argv.slice(2))) console.log(line);
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
