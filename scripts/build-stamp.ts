import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const SOURCES = [
  "app",
  "components",
  "db/client.ts",
  "db/queries",
  "db/schema",
  "instrumentation.ts",
  "lib",
  "messages",
  "next.config.js",
  "package-lock.json",
  "postcss.config.js",
  "proxy.ts",
  "public",
  "tsconfig.json",
];

const STAMP = ".next/foyer-sources";

function filesOf(entry: string): string[] {
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return /\.test\.tsx?$/.test(entry) ? [] : [entry];
  return fs.readdirSync(entry).flatMap((name) => filesOf(path.join(entry, name)));
}

/** One text for the contents of everything that the build is made from. */
export function sourceStamp(): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of SOURCES.flatMap(filesOf).sort())
    hash.update(`\0${file}\0`).update(fs.readFileSync(file));
  return hash.digest("hex");
}

/** What the build in `.next` was made from; undefined when there is no whole build. */
export function builtStamp(): string | undefined {
  return fs.existsSync(".next/BUILD_ID") && fs.existsSync(STAMP) ? fs.readFileSync(STAMP, "utf8") : undefined;
}

export const forgetStamp = () => fs.rmSync(STAMP, { force: true });

export const keepStamp = (stamp: string) => fs.writeFileSync(STAMP, stamp);
