import { openLocalDatabase } from "./local-database";
import { runScript } from "./run-script";
import { readSettings } from "./settings";

runScript(async () => {
  const database = await openLocalDatabase(readSettings());
  await database.stop();
  console.log("The database is up to date.");
});
