import fs from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";

type Mail = { id: string; text: string; createdAt: string };

/** Types an address at /sign-in and stops where the code is asked for. */
export async function askForCode(page: Page, address: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email or phone number").fill(address);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
}

export async function enterCode(page: Page, digits: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(digits);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/**
 * Signs the page's browser in as the owner of an address, the way people do, with the code from
 * the local mailbox. One sign-in serves the whole run: codes are limited.
 */
export async function signInAs(page: Page, address: string): Promise<void> {
  await alone(address, () => signInOnce(page, address));
}

async function signInOnce(page: Page, address: string): Promise<void> {
  await page.context().clearCookies();
  const kept = path.join(test.info().project.outputDir, "sessions", `${encodeURIComponent(address)}.json`);
  if (fs.existsSync(kept)) {
    await page.context().addCookies(JSON.parse(fs.readFileSync(kept, "utf8")));
    await page.goto("/");
    if (!new URL(page.url()).pathname.startsWith("/sign-in")) return;
  }
  const before = await mailFor(page, address);
  await askForCode(page, address);
  await enterCode(page, await digitsAfter(page, address, new Set(before.map(({ id }) => id))));
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  fs.mkdirSync(path.dirname(kept), { recursive: true });
  fs.writeFileSync(kept, JSON.stringify(await page.context().cookies()));
}

/** One worker at a time: each would take the other's code for its own. */
async function alone(address: string, work: () => Promise<void>): Promise<void> {
  const lock = path.join(test.info().project.outputDir, `signing-in-${encodeURIComponent(address)}`);
  await expect(async () => fs.mkdirSync(lock)).toPass({ timeout: 60_000, intervals: [100] });
  await work().finally(() => fs.rmdirSync(lock));
}

async function mailFor(page: Page, address: string): Promise<Mail[]> {
  const response = await page.request.get(`/mailbox.json?to=${encodeURIComponent(address)}`);
  return response.json();
}

async function digitsAfter(page: Page, address: string, known: Set<string>): Promise<string> {
  let digits = "";
  await expect(async () => {
    const fresh = (await mailFor(page, address)).filter(({ id }) => !known.has(id));
    digits = fresh.map(({ text }) => /\b\d{6}\b/.exec(text)?.[0]).find(Boolean) ?? "";
    expect(digits).not.toBe("");
  }).toPass({ timeout: 15_000 });
  return digits;
}
