import { expect, type Locator, type Page } from "@playwright/test";

export const ADMIN = "admin@northwind.example";
export const INTERNAL = "internal@northwind.example";
export const CLIENT = "client@acme.example";

type Step = { role: string; action: string; kind?: "To-do" | "Approval" | "Acknowledgement" };

/** Makes an instant flow with these actions and their roles, and stands in it. */
export async function startFlow(page: Page, name: string, steps: Step[]): Promise<void> {
  await page.goto("/northwind/timeline");
  await page.getByRole("link", { name: "New workspace" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  const roles = [...new Set(steps.map(({ role }) => role))];
  for (const [i, role] of roles.entries()) await page.getByLabel(`Name of role ${i + 1}`).fill(role);
  for (const [i, { role, action, kind = "To-do" }] of steps.entries()) {
    await page.getByLabel(`Title of action ${i + 1}`).fill(action);
    await page.getByLabel(`Kind of action ${i + 1}`).selectOption(kind);
    await page.getByLabel(`Role of action ${i + 1}`).selectOption(role);
  }
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

/** '…' → "Members", as the help page tells. */
export async function openMembers(page: Page): Promise<Locator> {
  await page.getByRole("banner").getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Members", exact: true }).click();
  const panel = page.getByRole("complementary", { name: "Members" });
  await expect(panel).toBeVisible();
  return panel;
}

/** The row of one person in the members panel. */
export const memberRow = (panel: Locator, name: string): Locator =>
  panel
    .getByRole("listitem")
    .filter({ has: panel.page().getByText(name, { exact: true }) })
    .filter({ has: panel.page().locator("[id^=name-]") });

/** Types recipients into the dialog "Invite Members", one after the other, sends, and waits until it says what came of it. */
export async function invite(page: Page, recipients: string[]): Promise<void> {
  await page
    .getByRole("complementary", { name: "Members" })
    .getByRole("button", { name: "Invite Members" })
    .click();
  const dialog = page.getByRole("dialog", { name: "Invite Members" });
  const field = dialog.getByRole("combobox", { name: "People" });
  for (const recipient of recipients) {
    await field.fill(recipient);
    await field.press(",");
  }
  await dialog.getByRole("button", { name: /^(Invite|Add)( \d+ |$)/ }).click();
  await expect(async () => {
    if (await dialog.isVisible()) await expect(dialog.getByRole("alert")).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 20_000 });
}
