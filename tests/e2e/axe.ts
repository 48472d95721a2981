import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Everything in the light theme, what depends on colours in the dark one too; nothing scrolls sideways, and beside the
 * side bar only the sheet's parts scroll.
 */
export async function check(page: Page, name: string, without: string[] = []): Promise<void> {
  if (without.length === 0) await expect(page).toHaveTitle(/./);
  const axe = () => new AxeBuilder({ page }).exclude("iframe").setLegacyMode();
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const light = await axe()
    .options({ rules: { "target-size": { enabled: true }, ...rules } })
    .analyze();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axe().withRules(["color-contrast"]).analyze();
  await page.emulateMedia({ colorScheme: "light" });
  const found = [...light.violations, ...dark.violations];
  expect(found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name}: ${id} ${target}`))).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  const below = await page.evaluate(() =>
    innerWidth >= 640 && document.querySelector(".sheet")
      ? document.documentElement.scrollHeight - document.documentElement.clientHeight
      : 0,
  );
  expect(below, `${name} scrolls as a whole`).toBeLessThanOrEqual(0);
}
