import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

const RACES = "lib/**/*-races.test.ts";

const project = (name: string, include: string[], testTimeout: number, exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude, testTimeout, hookTimeout: 60_000 },
});

export default defineConfig({
  resolve: { alias },
  test: {
    globalSetup: "tests/setup.ts",
    isolate: false,
    maxWorkers: "100%",
    projects: [
      project(
        "domain",
        ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}", "db/**/*.test.ts", "tests/guards/**/*.test.ts"],
        20_000,
        [RACES],
      ),
      project("races", [RACES], 60_000),
      project("build", ["tests/build/**/*.test.ts"], 60_000),
      project("faults", ["tests/faults/**/*.test.ts"], 300_000),
    ],
  },
});
