import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { Refusal } from "./run-script";

/** The headless build first: the whole browser draws its window's frame as well, which doubles the time. */
const HEADLESS = "chromium-headless-shell";
const NAMES = [HEADLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function installed(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...ELSEWHERE].find((file) => file && fs.existsSync(file));
}

function installDebians(): void {
  const mayInstall = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (!mayInstall) return;
  console.log("No Chromium was found: installing Debian's.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) =>
    spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "pipe"], env }).status === 0;
  apt("update");
  for (const name of [HEADLESS, "chromium"])
    if (apt("install", "-y", "--no-install-recommends", name)) return;
}

/** The Chromium to test with: CHROMIUM_PATH, Playwright's own, the system's, or Debian's, installed now. */
export function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named && !fs.existsSync(named))
    throw new Refusal(`CHROMIUM_PATH names ${named}, which does not exist.`);
  const found = named || installed();
  if (found) return found;
  installDebians();
  const now = installed();
  if (now) return now;
  throw new Refusal(
    'The journeys need a Chromium and none was found. Install one ("npx playwright install chromium", or your system\'s), or set CHROMIUM_PATH to it.',
  );
}
