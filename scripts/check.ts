import { runChecks } from "./checks";
import { runScript } from "./run-script";
import { conclude } from "./steps";

process.env.NEXT_TELEMETRY_DISABLED = "1";

runScript(async () => conclude(await runChecks()));
