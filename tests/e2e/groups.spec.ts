import { expect, type Page, test } from "@playwright/test";
import { freshAddress, mailFor, newestMail } from "./mail";
import { ADMIN, INTERNAL } from "./places";
import { signInAs } from "./session";
import { choose, fillDetails, freshName, pastePeople } from "./wizard-steps";

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
  await pastePeople(page.getByRole("combobox", { name: "People" }), [kim, "jo@acme"]);
  await page.getByRole("button", { name: "Add to group" }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 added." })).toBeVisible();
  await expect(page.getByRole("list", { name: "Needs your attention" })).toContainText("jo@acme");
  await expect(row(page, kim)).toBeVisible();
  await page.getByLabel(`Select ${kim}`).check();
  await page.getByRole("button", { name: "Remove from group" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Removed from the group." })).toBeVisible();
  await expect(page.getByLabel(`Select ${kim}`)).toHaveCount(0);
});

test("a contact is found as one types and added with the keyboard; who is in already is marked", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await openGroup(page, "groups", "Food and hospitality");
  await page.getByText("Add people", { exact: true }).click();
  const field = page.getByRole("combobox", { name: "People" });
  await field.pressSequentially("Valentina");
  await expect(page.getByRole("option", { name: /already a member/ })).toBeVisible();
  await field.fill("");
  await field.pressSequentially("Hana");
  await expect(page.getByRole("option", { name: /Hana Kovářová/, selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add to group" }).click();
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
  await pastePeople(page.getByRole("combobox", { name: "People" }), [kim]);
  await page.getByRole("button", { name: "Add to group" }).click();
  await expect(row(page, kim)).toBeVisible();
  expect(await mailFor(page, kim)).toEqual([]);
  await page.getByRole("button", { name: /^(Res|S)end Invitation to \d+ people$/ }).click();
  await expect(page.getByRole("status").filter({ hasText: /^\d+ sent/ })).toBeVisible();
  expect((await newestMail(page, kim)).subject).toContain("Northwind Advisory");
  await page.getByRole("button", { name: /^Resend Invitation to \d+ people$/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "0 sent" })).toContainText("You can resend in");
});

test("that nobody was chosen to be added to a group is said until somebody is", async ({ page }) => {
  await signInAs(page, ADMIN);
  await openGroup(page, "groups", "Food and hospitality");
  await page.getByText("Add people", { exact: true }).click();
  const field = page.getByRole("combobox", { name: "People" });
  await expect(field).toBeVisible();
  await page.getByRole("button", { name: "Add to group" }).click();
  await expect(page.getByText("Add at least one person.")).toBeVisible();
  await pastePeople(field, [freshAddress("kim")]);
  await expect(page.getByText("Add at least one person.")).toHaveCount(0);
});

test("who is neither admin nor manager sees the group and changes nothing", async ({ page }) => {
  await signInAs(page, INTERNAL);
  await openGroup(page, "groups", "Acme finance");
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
  await expect(page.getByText("Add people", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
});

test("without script a contact is found and added with one button, and what is refused stays", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await openGroup(plain, "groups", "Nordlicht board");
  await plain.getByText("Add people", { exact: true }).click();
  await plain.getByLabel("New addresses").fill("jo@acme");
  await plain.getByRole("button", { name: "Add to group" }).click();
  await plain.getByText("Add people", { exact: true }).click();
  await expect(plain.getByLabel("New addresses")).toHaveValue("jo@acme");
  await plain.getByRole("searchbox", { name: "Find a contact" }).fill("Hana");
  await plain.keyboard.press("Enter");
  await plain.getByRole("button", { name: "Add Hana Kovářová" }).click();
  await plain.getByLabel("Select Hana Kovářová").check();
  await plain.getByRole("button", { name: "Remove from group" }).click();
  await expect(plain.getByLabel("Select Hana Kovářová")).toHaveCount(0);
  await context.close();
});

test("without script a name that no message may carry is left out, and that is said", async ({
  page,
  browser,
  baseURL,
}) => {
  const two = freshAddress("two");
  await signInAs(page, ADMIN);
  await fillDetails(page, "client-group", freshName("Plain"), [freshAddress("one")]);
  await choose(page, "quietly");
  const group = await page.getByRole("link", { name: "Open client group" }).getAttribute("href");
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto(group ?? "");
  await plain.getByText("Add people", { exact: true }).click();
  await plain.getByLabel("New addresses").fill(`Win at evil.example <${two}>\nWin at evil.example <jo@acme>`);
  await plain.getByRole("button", { name: "Add to group" }).click();
  await plain.getByText("Add people", { exact: true }).click();
  await expect(plain.getByText(`${two}: name left out: no links or numbers`)).toBeVisible();
  await expect(plain.getByText("jo@acme: needs a full email address")).toBeVisible();
  await expect(plain.getByText("jo@acme: name left out")).toHaveCount(0);
  await context.close();
});

test("on a phone a long address ends in an ellipsis inside its row", async ({ page }) => {
  const long = freshAddress("a-long-address-that-no-phone-is-wide-enough-for");
  await page.setViewportSize({ width: 390, height: 840 });
  await signInAs(page, ADMIN);
  await fillDetails(page, "client-group", freshName("Narrow"), [long]);
  await choose(page, "quietly");
  await page.getByRole("link", { name: "Open client group" }).click();
  const link = page.getByRole("link", { name: long, exact: true });
  const row = await page.getByRole("listitem").filter({ has: link }).boundingBox();
  const box = await link.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan((row?.x ?? 0) + (row?.width ?? 0));
  await expect(link).toHaveCSS("text-overflow", "ellipsis");
});

test("on a phone a name without a space runs over no screen of its group", async ({ page }) => {
  const board = `${freshName("Long")}${"g".repeat(60)}`.replaceAll(" ", "").slice(0, 60);
  const isNarrow = () =>
    expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.setViewportSize({ width: 390, height: 840 });
  await signInAs(page, ADMIN);
  await fillDetails(page, "client-group", board, [freshAddress("one")]);
  const how = page.url();
  await isNarrow();
  await page.goto("/northwind/contacts/new/client-group");
  await expect(page.getByRole("link", { name: `Go on with ${board}` })).toBeVisible();
  await isNarrow();
  await page.goto(how);
  await choose(page, "quietly");
  await page.getByRole("link", { name: "Open client group" }).click();
  await page.getByRole("link", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("button", { name: `Delete ${board}` })).toBeVisible();
  await isNarrow();
});

test("a group is renamed, described and given a manager with the keyboard; a name in use is refused, and another tab takes nothing back", async ({
  page,
}) => {
  const [board, renamed] = [freshName("Board"), freshName("Council")];
  await signInAs(page, ADMIN);
  await fillDetails(page, "client-group", board, [freshAddress("board")]);
  await choose(page, "quietly");
  await page.getByRole("link", { name: "Open client group" }).click();
  await page.getByRole("link", { name: "Edit", exact: true }).press("Enter");
  await expect(page).toHaveURL(/do=edit/);
  const other = await page.context().newPage();
  await other.goto(page.url());
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("acme finance");
  await name.press("Enter");
  await expect(page.getByText("There is a client group called acme finance already.").first()).toBeVisible();
  await expect(name).toBeFocused();
  await name.fill(renamed);
  await page.getByLabel("Description").fill("Decides in spring.");
  const manager = page.getByRole("group", { name: "Managers" }).getByLabel("Kenji Watanabe");
  await manager.press("Space");
  await page.getByRole("button", { name: "Save" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await expect(other.getByRole("heading", { name: renamed, level: 1 })).toBeVisible();
  await other.getByRole("group", { name: "Managers" }).getByLabel("Mei-Ling Chen").check();
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: renamed, level: 1 })).toBeVisible();
  await expect(page.getByLabel("Description")).toHaveValue("Decides in spring.");
  await expect(manager).toBeChecked();
  await expect(page.getByRole("group", { name: "Managers" }).getByLabel("Mei-Ling Chen")).toBeChecked();
});

test("a group is deleted once its name is typed right, and the list says so", async ({ page }) => {
  const board = freshName("Short-lived");
  await signInAs(page, ADMIN);
  await fillDetails(page, "client-group", board, [freshAddress("gone")]);
  await choose(page, "quietly");
  await page.getByRole("link", { name: "Open client group" }).click();
  await page.getByRole("link", { name: "Delete", exact: true }).click();
  const typed = page.getByLabel(`Type “${board}” to delete it`);
  await typed.fill("Another board");
  await page.getByRole("button", { name: `Delete ${board}` }).click();
  await expect(page.getByRole("status").filter({ hasText: "Nothing was deleted." })).toBeVisible();
  await expect(typed).toBeFocused();
  await expect(typed).toHaveValue("Another board");
  await typed.fill(board);
  await page.getByRole("button", { name: `Delete ${board}` }).click();
  await expect(page.getByRole("status").filter({ hasText: `${board} was deleted.` })).toBeVisible();
  await page.getByRole("link", { name: /^Client groups/ }).click();
  await expect(page.getByRole("status").filter({ hasText: board })).toHaveCount(0);
});
