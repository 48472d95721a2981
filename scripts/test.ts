import { buildApp, isBuilt } from "./build-app";
import { runChecks } from "./checks";
import { playJourneys } from "./journeys";
import { runScript } from "./run-script";
import { conclude, sum, type Tally, vitest } from "./steps";

process.env.NEXT_TELEMETRY_DISABLED = "1";

async function build(): Promise<Tally> {
  if (!isBuilt()) await buildApp();
  console.log("✓ Production build");
  return { passed: 1, failed: 0 };
}

runScript(async () => {
  const [only, ...options] = process.argv.slice(2);
  if (only === "e2e") {
    await build();
    return conclude(await playJourneys(options));
  }
  const tallies = [
    await runChecks(),
    await build(),
    await vitest("races", "build", "faults"),
    await playJourneys([]),
  ];
  conclude(sum(tallies));
});
