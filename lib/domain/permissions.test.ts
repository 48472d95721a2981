import { describe, expect, test } from "vitest";
import { matrix, type Verdict } from "@/tests/matrix";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { operations } from "./permissions";

await useDatabase();

const whos = [
  "an admin",
  "an internal member",
  "an internal user outside",
  "a client member",
  "an admin of another organization",
];

const contextOf = (scene: Scene, who: number) => {
  const [admin, member, outsider, client] = ["ada", "ines", "noel", "cleo"] as const;
  const name = [admin, member, outsider, client][who];
  return name ? scene.as(name) : scene.asOtto();
};

const verdictOf = (work: Promise<unknown>): Promise<Verdict> =>
  work.then(
    () => "ok",
    (error: { code: Verdict }) => {
      if (!error.code) throw error;
      return error.code;
    },
  );

test("every operation stands in the matrix", () => {
  expect([...new Set(matrix.map(({ operation }) => operation))].sort()).toEqual([...operations].sort());
});

describe.each(matrix)("$name", ({ prepare, run, verdicts }) => {
  test.each(whos.map((who, i) => [who, verdicts[i], i] as const))("%s: %s", (_, verdict, i) =>
    inScene(async (scene) => {
      const prepared = String((await prepare?.(scene)) ?? "");
      const ctx = await contextOf(scene, i);
      const before = await scene.census();
      expect(await verdictOf(run(ctx, scene, prepared))).toBe(verdict);
      const written = Object.keys(await scene.census()).filter((key) => !(key in before));
      const changed = written
        .map((key) => key.split(" ")[0])
        .filter((table) => table !== "commands" && table !== "limits");
      if (verdict !== "ok") expect(changed).toEqual([]);
    })(),
  );
});
