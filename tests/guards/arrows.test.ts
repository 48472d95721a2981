import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { findWrongImports } from "./arrows";
import { readSources } from "./sources";

const planted: [file: string, code: string][] = [
  ["app/planted.ts", `import { sql } from "drizzle-orm";\nexport const q = sql;\n`],
  ["app/[org]/planted.ts", `export const load = () => import("@/db/client");\n`],
  ["components/planted.ts", `import { contacts } from "@/db/schema";\nexport const t = contacts;\n`],
  ["components/ui/planted.ts", `import { env } from "@/lib/env";\nexport const e = env;\n`],
  ["lib/actions/planted.ts", `import { eq } from "drizzle-orm";\nexport const e = eq;\n`],
  [
    "lib/actions/deep/planted.ts",
    `import { openDatabase } from "@/db/client";\nexport const o = openDatabase;\n`,
  ],
  ["lib/domain/planted.ts", `import { headers } from "next/headers";\nexport const h = headers;\n`],
  ["lib/domain/sender.ts", `import { Resend } from "resend";\nexport const r = Resend;\n`],
  ["lib/domain/upward.ts", `import { contextFor } from "../context";\nexport const c = contextFor;\n`],
  ["db/queries/planted.ts", `import { runAction } from "@/lib/actions/run";\nexport const r = runAction;\n`],
];

const typesOnly: [file: string, code: string][] = [
  ["components/planted.ts", `import type { Actor } from "@/lib/domain/context";\nexport type A = Actor;\n`],
  ["lib/domain/planted.ts", `import { type Database } from "@/db/client";\nexport type D = Database;\n`],
];

const valuesToo: [file: string, code: string][] = [
  ["components/planted.ts", `import { can } from "@/lib/domain/permissions";\nexport const c = can;\n`],
  ["lib/domain/words.ts", `import { can } from "./permissions";\nexport const c = can;\n`],
  [
    "lib/domain/planted.ts",
    `import { type Database, openDatabase } from "@/db/client";\nexport const o = openDatabase;\n`,
  ],
];

const found = (file: string, text: string) => findWrongImports([{ path: file, text }]);

test("no import goes against the arrows", () => {
  const sources = readSources();
  expect(sources.length).toBeGreaterThan(50);
  expect(findWrongImports(sources)).toEqual([]);
});

test.each([...planted, ...valuesToo])("an import against the arrows is found: %s", (file, code) => {
  expect(found(file, code)).toHaveLength(1);
});

test.each(typesOnly)("a type may cross: %s", (file, code) => {
  expect(found(file, code)).toEqual([]);
});

const otherFaults: [file: string, code: string, rule: string][] = [
  ["lib/one.ts", `import { two } from "./two";\nexport const one = () => two;\n`, "noImportCycles"],
  ["lib/two.ts", `import { one } from "./one";\nexport const two = () => one;\n`, "noImportCycles"],
  ["lib/domain/up.ts", `import { x } from "../../db/y";\nexport const z = x;\n`, "noRestrictedImports"],
  ["lib/camelCase.ts", "export const a = 1;\n", "useFilenamingConvention"],
  ["lib/loud.ts", `console.log("hello");\nexport const b = process.env.HOME;\n`, "noConsole"],
  ["lib/loud-env.ts", "export const b = process.env.HOME;\n", "noProcessEnv"],
  ["lib/plain.ts", "export default 1;\n", "noDefaultExport"],
  ["lib/loose.ts", "export const c = (d: any) => d;\n", "noExplicitAny"],
  ["lib/barrel.ts", `export * from "./loud";\n`, "noReExportAll"],
  [
    "lib/long.ts",
    "export const n = 1;\n".repeat(251).replace(/n/g, () => `n${Math.random().toString(36).slice(2)}`),
    "noExcessiveLinesPerFile",
  ],
];

test("the linter reports each planted fault, and each import against the arrows", { timeout: 60_000 }, () => {
  const house = fs.mkdtempSync(path.join(os.tmpdir(), "foyer-lint-"));
  try {
    for (const name of ["biome.json", "package.json"]) fs.copyFileSync(name, path.join(house, name));
    const expected = [
      ...planted.map(([file, code]) => [file, code, "noRestrictedImports"] as const),
      ...otherFaults,
    ];
    for (const [file, code] of expected) {
      fs.mkdirSync(path.join(house, path.dirname(file)), { recursive: true });
      fs.writeFileSync(path.join(house, file), code);
    }
    const biome = path.resolve("node_modules/.bin/biome");
    const run = spawnSync(biome, ["lint", "--reporter=github", "--max-diagnostics=500", "."], {
      cwd: house,
      encoding: "utf8",
    });
    const reported = run.stdout.split("\n");
    const missed = expected.filter(
      ([file, , rule]) => !reported.some((line) => line.includes(rule) && line.includes(`${file},`)),
    );
    expect(missed.map(([file, , rule]) => `${rule} in ${file}`)).toEqual([]);
  } finally {
    fs.rmSync(house, { recursive: true, force: true });
  }
});
