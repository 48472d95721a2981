import { holds, sum, type Tally, vitest } from "./steps";

/** Format, lint, arrows, types and dead code; then the tests that need no build. */
export async function runChecks(): Promise<Tally> {
  const types = await holds("Route types", ["node_modules/next/dist/bin/next", "typegen"]);
  const standing = await Promise.all([
    holds("Format, lint and arrows", [
      "node_modules/@biomejs/biome/bin/biome",
      "check",
      "--error-on-warnings",
      ".",
    ]),
    holds("Types", ["node_modules/typescript/bin/tsc", "--noEmit"]),
    holds("Dead code", ["node_modules/knip/bin/knip.js", "--no-progress"]),
    holds("Message templates", ["--import", "tsx", "scripts/compile-templates.ts", "--check"]),
  ]);
  return sum([types, ...standing, await vitest("domain")]);
}
