import { expect, test } from "@playwright/test";
import { ADMIN, startFlow } from "./places";
import { signInAs } from "./session";
import { freshName } from "./wizard-steps";

const UNREACHED = "No answer came. Check the connection and try again; what you typed stays.";

test("without a connection a form says so, keeps what was typed, and works once there is one", async ({
  page,
}) => {
  const name = freshName("Unreached");
  await signInAs(page, ADMIN);
  await page.goto("/northwind/templates");
  await page.getByRole("link", { name: "New template" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Name of role 1").fill("Signatory");
  await page.context().setOffline(true);
  await page.getByLabel("Name", { exact: true }).press("Enter");
  await expect(page.getByText(UNREACHED)).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  await expect(page.getByLabel("Name of role 1")).toHaveValue("Signatory");
  await page.context().setOffline(false);
  await page.getByLabel("Name", { exact: true }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Template created." })).toBeVisible();
});

test("without a connection a flow stays as it is and says so beside the button that was pressed", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await startFlow(page, freshName("Unreached flow"), [
    { role: "Signatory", action: "Sign" },
    { role: "Signatory", action: "Send" },
  ]);
  await page.goto(`${page.url().split("?")[0]}?edit=flow`);
  const down = page.getByRole("button", { name: "Move Sign down" });
  await page.context().setOffline(true);
  await expect(async () => {
    await down.click();
    await expect(page.getByText(UNREACHED)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.context().setOffline(false);
  await down.click();
  await expect(page.getByText(UNREACHED)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Move .+ down$/ }).first()).toHaveAccessibleName(
    "Move Send down",
  );
});
