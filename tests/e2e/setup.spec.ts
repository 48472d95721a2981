import { expect } from "@playwright/test";
import { test } from "./installation";

test("an empty installation asks for its organization and signs its first admin in; then setup is gone", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page).toHaveURL("/setup");
  await page.getByLabel("Organization name").fill("Fjord Advisory");
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("Organization name").fill("");
  await page.getByLabel("Your email").fill("ada");
  await page.getByRole("button", { name: "Create organization" }).click();
  await expect(page.getByText("Please check the marked fields. Nothing was changed.")).toBeVisible();
  await expect(page.getByRole("link", { name: "This needs a full email address." })).toBeVisible();
  await expect(page.getByLabel("Organization name")).toHaveAccessibleDescription(
    /Enter your organization's name/,
  );
  await expect(page.getByLabel("Your email")).toHaveAccessibleDescription(/This needs a full email address/);
  await page.getByLabel("Organization name").fill("Fjord Advisory");
  await page.getByLabel("Your email").fill("ada");
  await page.getByRole("button", { name: "Create organization" }).click();
  await expect(page.getByText("Please check the marked field. Nothing was changed.")).toBeVisible();
  await expect(page.getByLabel("Organization name")).toHaveValue("Fjord Advisory");
  await page.getByLabel("Your email").fill("ada@fjord.example");
  await page.getByRole("button", { name: "Create organization" }).click();
  await expect(page).toHaveURL("/fjord-advisory/timeline");
  expect((await page.goto("/setup"))?.status()).toBe(404);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("setup works, and keeps what was typed when something is wrong", async ({ page }) => {
    await page.goto("/setup");
    await page.getByLabel("Organization name").fill("Fjord Advisory");
    await page.getByLabel("Your email").fill("ada@fjord.example");
    await page.getByRole("button", { name: "Create organization" }).click();
    await expect(page.getByText("Enter your name.")).toBeVisible();
    await expect(page.getByLabel("Organization name")).toHaveValue("Fjord Advisory");
    await expect(page.getByLabel("Your email")).toHaveValue("ada@fjord.example");
    await page.getByLabel("Your name").fill("Ada Lovelace");
    await page.getByRole("button", { name: "Create organization" }).click();
    await expect(page).toHaveURL("/fjord-advisory/timeline");
  });

  test("of two who set it up at once the second gets a page that says it is not there", async ({
    page,
    context,
  }) => {
    const second = await context.newPage();
    for (const one of [page, second]) {
      await one.goto("/setup");
      await one.getByLabel("Organization name").fill("Fjord Advisory");
      await one.getByLabel("Your name").fill("Ada Lovelace");
      await one.getByLabel("Your email").fill("ada@fjord.example");
    }
    await page.getByRole("button", { name: "Create organization" }).click();
    await expect(page).toHaveURL("/fjord-advisory/timeline");
    await second.getByRole("button", { name: "Create organization" }).click();
    await expect(second.getByRole("heading", { name: /^This page does not exist/ })).toBeVisible();
  });
});
