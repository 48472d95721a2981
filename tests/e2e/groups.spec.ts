import { expect, type Page, test } from "@playwright/test";
import { freshAddress, mailFor, newestMail } from "./mail";
import { ADMIN, INTERNAL } from "./places";
import { signInAs } from "./session";

/** Stands on the page of a group of the demo. */
async function openGroup(page: Page, tab: "groups" | "teams", name: string): Promise<void> {
  await page.goto(`/northwind/contacts?tab=${tab}`);
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

const row = (page: Page, text: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: text });

test("an admin adds a new address to a group and takes it out again", async ({ page }) => {
  const kim = freshAddress("group-kim");
  await signInAs(page, ADMIN);
  await openGroup(page, "groups", "Nordlicht board");
  await page.getByText("Add people", { exact: true }).click();
  await page.getByLabel("New addresses").fill(`${kim}\nnot an address`);
  await page.getByRole("button", { name: "Add to group" }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 added, 1 not." })).toBeVisible();
  await expect(row(page, kim)).toBeVisible();
  await page.getByLabel(`Select ${kim}`).check();
  await page.getByRole("button", { name: "Remove from group" }).click();
  await expect(page.getByLabel(`Select ${kim}`)).toHaveCount(0);
});

test("a contact is found and added with one button", async ({ page }) => {
  await signInAs(page, ADMIN);
  await openGroup(page, "groups", "Food and hospitality");
  await page.getByText("Add people", { exact: true }).click();
  await page.getByRole("searchbox", { name: "Find a contact" }).fill("Hana");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add Hana Kovářová" }).click();
  await expect(page.getByLabel("Select Hana Kovářová")).toBeVisible();
  await page.getByLabel("Select Hana Kovářová").check();
  await page.getByRole("button", { name: "Remove from group" }).click();
  await expect(page.getByLabel("Select Hana Kovářová")).toHaveCount(0);
});

test("Resend Invitation reaches everybody of a group who has not joined, and tells who was skipped", async ({
  page,
}) => {
  const kim = freshAddress("group-resend");
  await signInAs(page, ADMIN);
  await openGroup(page, "groups", "Food and hospitality");
  await page.getByText("Add people", { exact: true }).click();
  await page.getByLabel("New addresses").fill(kim);
  await page.getByRole("button", { name: "Add to group" }).click();
  await expect(row(page, kim)).toBeVisible();
  expect(await mailFor(page, kim)).toEqual([]);
  await page.getByRole("button", { name: /^Resend Invitation to \d+ people$/ }).click();
  await expect(page.getByRole("status").filter({ hasText: /^\d+ sent/ })).toBeVisible();
  expect((await newestMail(page, kim)).subject).toContain("Northwind Advisory");
  await page.getByRole("button", { name: /^Resend Invitation to \d+ people$/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "0 sent" })).toContainText("You can resend in");
});

test("who is neither admin nor manager sees the group and changes nothing", async ({ page }) => {
  await signInAs(page, INTERNAL);
  await openGroup(page, "groups", "Acme finance");
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
  await expect(page.getByText("Add people", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
});
