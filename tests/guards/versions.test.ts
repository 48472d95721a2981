import fs from "node:fs";
import { expect, test } from "vitest";
import { entryFor, findGaps, type Lock } from "@/scripts/lock-gaps";
import { FLOORS, isAtLeast } from "./floors";

type Manifest = Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>>;

const lock: Lock = JSON.parse(fs.readFileSync("package-lock.json", "utf8"));
const manifest: Manifest = JSON.parse(fs.readFileSync("package.json", "utf8"));
const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

const belowFloor = ({ packages }: Lock) =>
  Object.entries(packages)
    .filter(([path, { version = "" }]) => !isAtLeast(version, FLOORS[nameOf(path)] ?? "0"))
    .map(([path, { version }]) => `${path} ${version}`);

test.each([
  ["16.3.2", "16.3.3", false],
  ["16.10.0", "16.3.3", true],
  ["16.3.3", "16.3.3", true],
  ["16.3.3-canary.9", "16.3.3", false],
  ["5.0.0-beta.31", "5.0.0-beta.32", false],
  ["5.0.0-beta.100", "5.0.0-beta.32", true],
  ["5.0.0", "5.0.0-beta.32", true],
])("%s at least %s: %s", (version, floor, expected) => {
  expect(isAtLeast(version, floor)).toBe(expected);
});

test("no package is older than its floor", () => {
  for (const name of ["next", "next-auth", "react", "react-dom"])
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBeDefined();
  expect(belowFloor(lock)).toEqual([]);
  expect(
    belowFloor({ packages: { "node_modules/x/node_modules/next": { version: "16.0.0" } } }),
  ).toHaveLength(1);
});

test("versions are pinned exactly, and locked as pinned", () => {
  for (const [name, version] of Object.entries(wanted)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

test("the lockfile forgets no platform, and names no registry", () => {
  const advice = 'run "npm run lock:fill"';
  expect(findGaps(lock), advice).toEqual([]);
  expect(
    Object.keys(lock.packages).filter((path) => lock.packages[path]?.resolved),
    advice,
  ).toEqual([]);
});

test("a gap is found, and filled by what the package's name says", () => {
  const name = "@next/swc-linux-x64-musl";
  const { [`node_modules/${name}`]: entry, ...packages } = lock.packages;
  expect(entry).toBeDefined();
  const gaps = findGaps({ packages });
  expect(gaps).toEqual([{ name, version: wanted.next, neededBy: "node_modules/next" }]);
  const filled = gaps.map((gap) => entryFor(gap, false))[0];
  expect(filled).toMatchObject({
    version: entry?.version,
    os: ["linux"],
    cpu: ["x64"],
    libc: ["musl"],
    optional: true,
  });
  expect(() => entryFor({ name: "left-pad", version: "1.0.0", neededBy: "x" }, false)).toThrow("left-pad");
});
