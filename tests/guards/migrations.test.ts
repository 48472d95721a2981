import fs from "node:fs";
import { expect, test } from "vitest";

type Entry = { idx: number; when: number; tag: string };

const journal: { entries: Entry[] } = JSON.parse(fs.readFileSync("db/migrations/meta/_journal.json", "utf8"));

/** The migrator skips what is older than the newest it has run. */
const areInOrder = (entries: Entry[]) =>
  entries.every((entry, at) => entry.idx === at && entry.when > (entries[at - 1]?.when ?? 0));

test("migrations are numbered in order and their timestamps only grow", () => {
  expect(journal.entries.length).toBeGreaterThan(0);
  expect(areInOrder(journal.entries)).toBe(true);
  expect(areInOrder([...journal.entries, { idx: journal.entries.length, when: 1, tag: "older" }])).toBe(
    false,
  );
});

test("every migration in the journal has its file and every file its place in the journal", () => {
  const files = fs.readdirSync("db/migrations").filter((name) => name.endsWith(".sql"));
  expect(files.sort()).toEqual(journal.entries.map(({ tag }) => `${tag}.sql`).sort());
});
