import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { ADMIN } from "./places";
import { signInAs } from "./session";

/** How long after a page has loaded what it loads by itself still counts. */
const LATE_MS = 3_000;

/** What these files of the portal weigh as they are sent, in kB. */
async function weigh(page: Page, files: Iterable<string>): Promise<number> {
  const sizes = await Promise.all(
    [...new Set(files)].map(
      async (file) => gzipSync(await (await page.request.get(file)).body(), { level: 9 }).length,
    ),
  );
  expect(sizes.length).toBeGreaterThan(0);
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}

/** The files that the page itself names. */
async function namedBy(page: Page, path: string, pattern: RegExp): Promise<string[]> {
  const html = await (await page.request.get(path)).text();
  return [...html.matchAll(pattern)].flatMap(([tag, file = ""]) => (tag.includes("noModule") ? [] : [file]));
}

/** All script that the browser asks for until a while after the page has loaded, with nobody touching it. */
async function askedFor(page: Page, path: string): Promise<string[]> {
  const files: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") files.push(new URL(request.url()).pathname);
  });
  await page.goto(path, { waitUntil: "load" });
  await page.waitForTimeout(LATE_MS);
  return files;
}

test("the workspace page loads at most 142 kB of script and 10 kB of style, and 6 kB of script by itself afterwards", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/timeline?find=Acme%20Corp%20onboarding");
  const link = page.getByRole("link", { name: /Acme Corp onboarding/ }).first();
  const path = `${await link.getAttribute("href")}?panel=members`;
  const first = await namedBy(page, path, /<script[^>]* src="([^"]+\.js[^"]*)"[^>]*>/g);
  const script = await weigh(page, first);
  const style = await weigh(page, await namedBy(page, path, /<link[^>]* href="([^"]+\.css[^"]*)"[^>]*>/g));
  const late = await weigh(
    page,
    (await askedFor(page, path)).filter((file) => !first.includes(file)),
  );
  test.info().annotations.push({
    type: "weight",
    description: `script ${script.toFixed(1)} kB, style ${style.toFixed(1)} kB, late script ${late.toFixed(1)} kB`,
  });
  expect(script).toBeLessThanOrEqual(142);
  expect(style).toBeLessThanOrEqual(10);
  expect(late).toBeLessThanOrEqual(6);
});
