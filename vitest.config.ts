import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

const project = (name: string, include: string[], testTimeout: number) => ({
  extends: true as const,
  test: { name, include, testTimeout, hookTimeout: 60_000 },
});

export default defineConfig({
  resolve: { alias },
  test: {
    globalSetup: "tests/setup.ts",
    projects: [
      project(
        "domain",
        [
          "lib/**/*.test.ts",
          "components/**/*.test.{ts,tsx}",
          "db/**/*.test.ts",
          "scripts/**/*.test.ts",
          "tests/guards/**/*.test.ts",
        ],
        20_000,
      ),
      project("build", ["tests/build/**/*.test.ts"], 60_000),
      project("faults", ["tests/faults/**/*.test.ts"], 300_000),
    ],
  },
});
