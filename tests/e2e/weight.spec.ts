import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { ADMIN } from "./places";
import { signInAs } from "./session";

const kB = (bytes: number) => bytes / 1_000;

async function firstLoad(page: Page, path: string, pattern: RegExp): Promise<number> {
  const html = await (await page.request.get(path)).text();
  const files = new Set(
    [...html.matchAll(pattern)].filter(([tag]) => !tag.includes("noModule")).map(([, file]) => file ?? ""),
  );
  expect(files.size).toBeGreaterThan(0);
  const sizes = await Promise.all(
    [...files].map(
      async (file) => gzipSync(await (await page.request.get(file)).body(), { level: 9 }).length,
    ),
  );
  return kB(sizes.reduce((sum, size) => sum + size, 0));
}

test("the workspace page loads at most 142 kB of script and 10 kB of style", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/timeline?find=Acme%20Corp%20onboarding");
  const path = await page
    .getByRole("link", { name: /Acme Corp onboarding/ })
    .first()
    .getAttribute("href");
  const script = await firstLoad(page, `${path}?panel=members`, /<script[^>]* src="([^"]+\.js[^"]*)"[^>]*>/g);
  const style = await firstLoad(page, `${path}?panel=members`, /<link[^>]* href="([^"]+\.css[^"]*)"[^>]*>/g);
  test.info().annotations.push({
    type: "weight",
    description: `script ${script.toFixed(1)} kB, style ${style.toFixed(1)} kB`,
  });
  expect(script).toBeLessThanOrEqual(142);
  expect(style).toBeLessThanOrEqual(10);
});
