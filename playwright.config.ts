import { defineConfig } from "@playwright/test";

const report = process.env.TEST_REPORT;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 3,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: report ? [["line"], ["json", { outputFile: report }]] : "line",
  use: {
    baseURL: process.env.E2E_BASE_URL,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
