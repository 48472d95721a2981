import fs from "node:fs";
import { expect, test } from "vitest";
import { matrix } from "../matrix";
import { openPaths } from "../open-paths";

type ServerReferences = { node: Record<string, { exportedName: string; filename: string }> };

const read = <T>(file: string): T => JSON.parse(fs.readFileSync(`.next/${file}`, "utf8"));

const withRow = new Set([...matrix.flatMap(({ paths }) => paths), ...Object.keys(openPaths)]);

test("every server action of the build stands in the permission matrix", () => {
  const actions = Object.values(read<ServerReferences>("server/server-reference-manifest.json").node);
  expect(actions.length).toBeGreaterThan(10);
  expect(actions.filter(({ exportedName }) => !withRow.has(exportedName))).toEqual([]);
});

test("every page and route of the build stands in the permission matrix", () => {
  const routes = Object.values(read<Record<string, string>>("app-path-routes-manifest.json"));
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((route) => !withRow.has(route))).toEqual([]);
});

test("the matrix names no action and no route that the build does not have", () => {
  const actions = Object.values(read<ServerReferences>("server/server-reference-manifest.json").node);
  const routes = Object.values(read<Record<string, string>>("app-path-routes-manifest.json"));
  const built = new Set([...actions.map(({ exportedName }) => exportedName), ...routes]);
  expect([...withRow].filter((path) => !built.has(path))).toEqual([]);
});
