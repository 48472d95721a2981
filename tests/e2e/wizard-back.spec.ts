import { expect, test } from "@playwright/test";
import { freshAddress } from "./mail";
import { INTERNAL } from "./places";
import { signInAs } from "./session";
import { choose, fillDetails, freshName, pastePeople, said } from "./wizard-steps";

test("Back keeps both steps; a finished draft and another kind's lead where they should", async ({
  page,
}) => {
  const name = freshName("Kim");
  const kim = freshAddress("back");
  await signInAs(page, INTERNAL);
  await fillDetails(page, "client", name, [kim]);
  expect(page.url()).not.toMatch(/kim|back|clients\.example/i);
  const how = page.url();
  await page.getByRole("radio", { name: "Add to Contacts", exact: true }).check();
  await page.getByLabel("Note (optional)").fill("Welcome");
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByLabel("Full name")).toHaveValue(name);
  await expect(page.getByLabel("Email")).toHaveValue(kim);
  await page.getByLabel("Title").fill("Director");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page).toHaveURL(how);
  await expect(page.getByRole("radio", { name: "Add to Contacts", exact: true })).toBeChecked();
  await expect(page.getByLabel("Note (optional)")).toHaveValue("Welcome");
  await page.goto(how.replace(/how$/, "done"));
  await expect(page).toHaveURL(how);
  expect((await page.goto(how.replace("/client/", "/internal/")))?.status()).toBe(404);
  await page.goto("/northwind/contacts/new/client");
  await page.getByRole("link", { name: `Go on with ${name}` }).click();
  await expect(page.getByLabel("Full name")).toHaveValue(name);
  await page.getByRole("button", { name: "Next" }).click();
  await choose(page, "contacts");
  await expect(said(page, `${name} added and invited`)).toBeVisible();
  await page.goto(how);
  await expect(said(page, `${name} added and invited`)).toBeVisible();
});

test("the browser's own Back keeps what was typed in the second step", async ({ page }) => {
  const name = freshName("Lee");
  await signInAs(page, INTERNAL);
  await fillDetails(page, "client", name, [freshAddress("lee")]);
  await page.getByRole("radio", { name: "Add to Workspace", exact: true }).check();
  await page.getByRole("combobox", { name: "Workspace" }).selectOption("New workspace");
  await page.getByLabel("Name of the new workspace").fill("Harbour");
  await page.getByLabel("Note (optional)").fill("Welcome aboard");
  await page.goBack();
  await expect(page.getByLabel("Full name")).toHaveValue(name);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByLabel("Note (optional)")).toHaveValue("Welcome aboard");
  await expect(page.getByLabel("Name of the new workspace")).toHaveValue("Harbour");
  await page.goBack();
  await page.goForward();
  await expect(page.getByLabel("Note (optional)")).toHaveValue("Welcome aboard");
});

test("what is chosen and typed in the second step outlives a reload", async ({ page }) => {
  const name = freshName("Ann");
  await signInAs(page, INTERNAL);
  await fillDetails(page, "client", name, [freshAddress("ann")]);
  await page.getByRole("radio", { name: "Add to Workspace", exact: true }).check();
  await page.getByRole("combobox", { name: "Workspace" }).selectOption("New workspace");
  await page.getByLabel("Name of the new workspace").fill("Harbour");
  await page.getByRole("radio", { name: "Add to Contacts", exact: true }).check();
  const note = page.getByLabel("Note (optional)");
  await note.fill("Welcome back");
  const field = await note.elementHandle();
  const another = await page.context().newPage();
  await expect(async () => {
    await another.goto(page.url());
    await expect(another.getByLabel("Note (optional)")).toHaveValue("Welcome back", { timeout: 1_000 });
  }).toPass();
  expect(await field?.evaluate((element) => element.isConnected)).toBe(true);
  await expect(note).toBeFocused();
  await page.reload();
  for (const read of [page, another]) {
    await expect(read.getByLabel("Note (optional)")).toHaveValue("Welcome back");
    await expect(read.getByRole("radio", { name: "Add to Contacts", exact: true })).toBeChecked();
    await read.getByRole("radio", { name: "Add to Workspace", exact: true }).check();
    await expect(read.getByLabel("Name of the new workspace")).toHaveValue("Harbour");
  }
});

test("with one thing wrong the focus goes to that field", async ({ page }) => {
  await signInAs(page, INTERNAL);
  await page.goto("/northwind/contacts/new/client");
  await page.getByLabel("Full name").fill("Kim Lee");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByLabel("Email")).toBeFocused();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was changed." })).toBeVisible();
  await page.getByLabel("Full name").fill("acme.com");
  await page.getByLabel("Email").fill(freshAddress("named"));
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByLabel("Full name")).toBeFocused();
});

test("the browser's Back finds what was typed, also a group's people, and another start begins empty", async ({
  page,
}) => {
  const [name, board, kim, ann] = [
    freshName("Kim"),
    freshName("Board"),
    freshAddress("kim"),
    freshAddress("ann"),
  ];
  await signInAs(page, INTERNAL);
  await page.goto("/northwind/contacts");
  await page.getByRole("button", { name: "New contact" }).click();
  await page.getByRole("menuitem", { name: "Client", exact: true }).click();
  await page.getByLabel("Full name").fill(name);
  await page.getByLabel("Email").fill(kim);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Step 2 of 2")).toBeVisible();
  await page.goBack();
  await expect(page.getByText("Step 1 of 2")).toBeVisible();
  await expect(page.getByLabel("Full name")).toHaveValue(name);
  await expect(page.getByLabel("Email")).toHaveValue(kim);
  await page.getByLabel("Title").fill("Director");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Step 2 of 2")).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Title")).toHaveValue("Director");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();
  await fillDetails(page, "client-group", board, [kim, `Ann Bell <${ann}>`]);
  await page.goBack();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(board);
  await expect(page.getByRole("button", { name: "Remove Ann Bell" })).toBeVisible();
  await expect(page.getByRole("button", { name: `Remove ${kim}` })).toBeVisible();
  await page.goto("/northwind/contacts/new/client");
  await expect(page.getByLabel("Full name")).toHaveValue("");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText(`You did not finish adding ${name}.`)).toHaveCount(0);
});

test("without script the browser's Back finds what was typed too", async ({ page, browser, baseURL }) => {
  await signInAs(page, INTERNAL);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  const [name, board, kim] = [freshName("Kim"), freshName("Board"), freshAddress("kim")];
  await plain.goto("/northwind/contacts/new/client");
  await plain.getByLabel("Full name").fill(name);
  await plain.getByLabel("Email").fill(kim);
  await plain.getByRole("button", { name: "Next" }).click();
  await expect(plain.getByText("Step 2 of 2")).toBeVisible();
  await plain.goBack();
  await expect(plain.getByLabel("Full name")).toHaveValue(name);
  await expect(plain.getByLabel("Email")).toHaveValue(kim);
  await plain.goto("/northwind/contacts/new/client-group");
  await plain.getByLabel("Name", { exact: true }).fill(board);
  await plain.getByLabel("People").fill(kim);
  await plain.getByRole("button", { name: "Next" }).click();
  await expect(plain.getByText("Step 2 of 2")).toBeVisible();
  await plain.goBack();
  await expect(plain.getByLabel("Name", { exact: true })).toHaveValue(board);
  await expect(plain.getByLabel("People")).toHaveValue(kim);
  await context.close();
});

test("a group needs somebody in it, and that is said until somebody is", async ({ page }) => {
  await signInAs(page, INTERNAL);
  await page.goto("/northwind/contacts/new/client-group");
  await page.getByLabel("Name", { exact: true }).fill(freshName("Board"));
  const field = page.getByRole("combobox", { name: "People" });
  await expect(field).toBeVisible();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Add at least one person.").first()).toBeVisible();
  await pastePeople(field, [freshAddress("kim")]);
  await expect(page.getByText("Add at least one person.")).toHaveCount(0);
  await expect(page.getByRole("alert").filter({ hasText: /\w/ })).toHaveCount(0);
});
