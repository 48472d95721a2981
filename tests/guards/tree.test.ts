import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { expect, test } from "vitest";
import { isCode, readSources, type Source } from "./sources";

const MAX_LINES = 250;

/** Folders of the machine it was made on, and hosts of package registries other than npm's own. */
const PLACES = [
  new RegExp(`(?<![\\w.@-])/(${["work", "root"].join("|")})/`),
  /https?:\/\/(?!registry\.npmjs\.org)[^/\s"']*(registry|artifact|nexus|verdaccio)[^/\s"']*/i,
];
const namesPlace = (text: string) => PLACES.some((place) => place.test(text));

const sources = readSources();

function trackedFiles(): string[] {
  const { status, stdout } = spawnSync("git", ["ls-files", "-z"], { encoding: "utf8" });
  const tracked = status === 0 ? stdout.split("\0").filter((file) => file && fs.existsSync(file)) : [];
  return [...new Set([...tracked, ...sources.map(({ path }) => path)])];
}

const isText = (text: string) => !text.includes("\0");

const tooLong = (list: Source[]) =>
  list.filter(({ text }) => text.trimEnd().split("\n").length > MAX_LINES).map(({ path }) => path);

test("no file is longer than 250 lines", () => {
  expect(tooLong(sources)).toEqual([]);
  expect(tooLong([{ path: "planted.ts", text: "a;\n".repeat(MAX_LINES + 1) }])).toEqual(["planted.ts"]);
});

test("no file names the machine it was made on, or a registry", () => {
  const files = trackedFiles().map((path) => ({ path, text: fs.readFileSync(path, "utf8") }));
  expect(files.length).toBeGreaterThan(100);
  const named = files.filter(({ text }) => isText(text) && namesPlace(text));
  expect(named.map(({ path }) => path)).toEqual([]);
  expect(namesPlace(`see /${"work"}/notes.md`)).toBe(true);
  expect(namesPlace(`https://${"registry"}.example.com/next`)).toBe(true);
});

test("files are named in kebab-case", () => {
  const names = sources.filter(isCode).map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(name))).toEqual([]);
});

test("only the environment's reader, scripts, tests and configuration touch process.env, but for what Next.js writes in", () => {
  const readers = sources.filter(
    ({ path, text }) => isCode({ path, text }) && /process\.env\b(?!\.(NODE_ENV|NEXT_RUNTIME))/.test(text),
  );
  const allowed = /^(lib\/env\.ts|scripts\/|tests\/|[a-z-]+\.config\.ts$)/;
  expect(readers.map(({ path }) => path).filter((path) => !allowed.test(path))).toEqual([]);
  expect(readers.length).toBeGreaterThan(1);
});
