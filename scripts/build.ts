import { buildApp } from "./build-app";
import { runScript } from "./run-script";

runScript(async () => {
  const begin = performance.now();
  await buildApp();
  console.log(`Built in ${((performance.now() - begin) / 1_000).toFixed(1)} s.`);
});
