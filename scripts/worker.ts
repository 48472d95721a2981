import { onParentGone } from "./children";
import { openLocalDatabase } from "./local-database";
import { runScript } from "./run-script";
import { exportSettings, readSettings } from "./settings";

runScript(async () => {
  const settings = readSettings();
  const database = await openLocalDatabase(settings);
  const env = exportSettings(settings, database.url, "production");
  const { startWorker } = await import("@/lib/delivery/worker");
  const worker = startWorker({ databaseUrl: database.url, env });
  console.log("The worker is running. Ctrl-C stops it.");
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await worker.stop();
    await database.stop();
    process.exit(0);
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, stop);
  onParentGone(stop);
});
