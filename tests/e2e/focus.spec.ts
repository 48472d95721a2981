import { expect, test } from "@playwright/test";
import { ADMIN, startFlow } from "./places";
import { signInAs } from "./session";

test("with the keyboard alone: what was done is said, and the focus goes on to what follows", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await startFlow(page, "Followed", [
    { role: "Lead", action: "Plan" },
    { role: "Lead", action: "Ship" },
    { role: "Lead", action: "Celebrate" },
  ]);
  const icon = page.getByRole("banner").getByRole("link", { name: /^Lead/ });
  await icon.press("Enter");
  const panel = page.getByRole("complementary", { name: "Members" });
  await expect(panel).toBeVisible();
  // The panel may come with a page whose script has not.
  await expect(async () => {
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  await expect(icon).toBeFocused();

  await page.getByRole("main").getByRole("button", { name: "Assign" }).first().press("Enter");
  const dialog = page.getByRole("dialog", { name: "Assign Lead" });
  await dialog.getByRole("combobox").fill("Ada Moreno");
  await dialog.getByRole("option", { name: /^Ada Moreno/ }).click();
  await expect(dialog).toHaveCount(0);
  const rows = page.getByRole("region", { name: "Actions" }).getByRole("listitem");
  await rows.first().getByRole("button", { name: "Complete" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Plan completed." })).toBeAttached();
  await expect(rows.nth(1)).toBeFocused();

  await page.getByRole("link", { name: "Edit flow" }).press("Enter");
  await page.getByRole("link", { name: "Edit Ship" }).press("Enter");
  await page.getByText("Remove…").click();
  await page.getByRole("button", { name: "Remove action" }).press("Enter");
  await expect(page.getByRole("link", { name: "Edit Ship" })).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "Ship removed." })).toBeAttached();
  await expect(page.getByRole("listitem").filter({ hasText: "Celebrate" }).first()).toBeFocused();
});
