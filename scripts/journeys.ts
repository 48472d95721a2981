import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { findBrowser } from "./browser";
import { ended } from "./children";
import { Refusal } from "./run-script";
import { type Tally, tests } from "./steps";

/** What a person's own settings might change is emptied: tests reach no provider and no other database. */
const EMPTIED = [
  "APP_URL",
  "AUTH_GOOGLE_ID",
  "AUTH_GOOGLE_SECRET",
  "AUTH_MICROSOFT_ENTRA_ID_ID",
  "AUTH_MICROSOFT_ENTRA_ID_SECRET",
  "AUTH_OIDC_ID",
  "AUTH_OIDC_ISSUER",
  "AUTH_OIDC_SECRET",
  "AUTH_SECRET",
  "AUTH_SECRET_PREVIOUS",
  "DAILY_MESSAGE_LIMIT",
  "DATABASE_URL",
  "HOST",
  "MAIL_FROM",
  "MAIL_ORDER",
  "RESEND_API_KEY",
  "RESEND_BASE_URL",
  "RESEND_WEBHOOK_SECRET",
  "SMS_COUNTRIES",
  "SMS_DAILY_LIMIT",
  "SMTP_URL",
  "TRUSTED_PROXIES",
  "TWILIO_ACCOUNT_SID",
  "TWILIO_AUTH_TOKEN",
  "TWILIO_AUTH_TOKEN_PREVIOUS",
  "TWILIO_BASE_URL",
  "TWILIO_FROM",
];

const emptiedSettings = (): Record<string, string> => Object.fromEntries(EMPTIED.map((name) => [name, ""]));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function untilRunning(launcher: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    launcher.stdout?.on("data", (chunk: Buffer) => chunk.includes("Foyer is running") && resolve());
    ended(launcher).then(() => reject(new Refusal("The application under test did not start; see above.")));
  });
}

/** Plays the journeys in a browser against the production build, started like the demo on data of its own. */
export async function playJourneys(options: string[]): Promise<Tally> {
  const browser = findBrowser();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "foyer-journeys-"));
  fs.chmodSync(folder, 0o755);
  const port = await freePort();
  const launcher = spawn(process.execPath, ["--import", "tsx", "scripts/launch.ts", "demo"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...emptiedSettings(), DATA_DIR: path.join(folder, "data"), PORT: String(port) },
  });
  try {
    await untilRunning(launcher);
    return await tests("Journeys", () => ["node_modules/@playwright/test/cli.js", "test", ...options], {
      CHROMIUM_PATH: browser,
      E2E_BASE_URL: `http://localhost:${port}`,
    });
  } finally {
    launcher.kill("SIGTERM");
    await ended(launcher);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
