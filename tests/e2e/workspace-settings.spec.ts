import { expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { ADMIN, INTERNAL, invite, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

const choose = async (page: Page, entry: string) => {
  await page.getByRole("banner").getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: entry, exact: true }).click();
};

test("the owner renames a workspace, archives it, finds it behind the filter and restores it", async ({
  page,
}) => {
  await signInAs(page, INTERNAL);
  await startFlow(page, "To be put away", []);
  const path = new URL(page.url()).pathname;
  await choose(page, "Settings");
  await expect(page).toHaveURL(`${path}/settings`);
  await check(page, "settings of a workspace");
  await page.getByLabel("Name", { exact: true }).fill("Win at evil.com");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(/Leave out links/);
  await page.getByLabel("Name", { exact: true }).fill("Put away");
  await page.getByLabel("Due date (optional)").fill("2027-01-15");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Put away", level: 1 })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("changed the name, the due date of the workspace");

  await choose(page, "Archive");
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(page.getByRole("main")).toContainText(/Archived \w+ \d+ by /);
  await page.goto(path);
  await expect(page.getByRole("main")).toContainText(/Archived \w+ \d+ by /);
  await expect(page.getByRole("button", { name: "Invite Members" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Edit flow" })).toHaveCount(0);
  await check(page, "an archived workspace");

  await page.goto("/northwind/timeline?find=Put+away");
  await expect(page.getByRole("main")).toContainText("No workspace matches “Put away”.");
  await page.getByRole("navigation", { name: "Filter" }).getByRole("link", { name: "Archived" }).click();
  await check(page, "archived workspaces");
  await page.getByRole("link", { name: /Put away/ }).click();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByRole("link", { name: "Edit flow" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Restore" })).toHaveCount(0);
});

test("without script, on a phone, a workspace is renamed, archived and restored", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, INTERNAL);
  await startFlow(page, "On the phone", []);
  const path = new URL(page.url()).pathname;
  const storageState = await page.context().storageState();
  const viewport = { width: 390, height: 840 };
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL, viewport });
  const plain = await context.newPage();
  await plain.goto(`${path}/settings`);
  await plain.getByLabel("Name", { exact: true }).fill("On the small phone");
  await plain.getByRole("button", { name: "Save" }).click();
  await expect(plain.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await plain.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(plain.getByRole("main")).toContainText(/Archived \w+ \d+ by /);
  await plain.getByRole("button", { name: "Restore" }).click();
  await expect(plain.getByLabel("Name", { exact: true })).toHaveValue("On the small phone");
  await context.close();
  await page.setViewportSize(viewport);
  for (const [place, name] of [
    [`${path}/settings`, "settings of a workspace on a phone"],
    ["/northwind/timeline", "the timeline on a phone"],
  ] as const) {
    await page.goto(place);
    await check(page, name);
  }
});

test("the owner hands the workspace over and stays a member without its settings", async ({ page }) => {
  await signInAs(page, INTERNAL);
  await startFlow(page, "To be handed over", []);
  const path = new URL(page.url()).pathname;
  await openMembers(page);
  await invite(page, [ADMIN]);
  await expect(page.getByRole("main")).toContainText(/added/);
  await page.goto(`${path}/settings`);
  await page.getByLabel("Hand over to").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Hand over" }).click();
  await expect(page).toHaveURL(path);
  await expect(page.getByRole("main")).toContainText("handed the workspace over from");
  const refused = await page.goto(`${path}/settings`);
  expect(refused?.status()).toBe(404);
});
