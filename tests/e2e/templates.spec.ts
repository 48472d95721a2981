import { expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { freshAddress, freshPhone, mailFor, newestMail } from "./mail";
import { ADMIN, INTERNAL, openMembers } from "./places";
import { signInAs } from "./session";
import { choose, fillDetails, freshName, said } from "./wizard-steps";

const roles = [
  ["Account lead", "Internal users"],
  ["Signatory", "Clients"],
  ["Finance", "Clients"],
  ["Reviewer", "Anyone"],
] as const;

/** Makes a template with four roles and two actions, by keys and labels. */
async function makeTemplate(page: Page, name: string): Promise<void> {
  await page.goto("/northwind/timeline");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Templates" }).click();
  await page.getByRole("link", { name: "New template" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Who sees it").selectOption("Shared: all internal users");
  for (const [place, [role, audience]] of roles.entries()) {
    if (place > 1) await page.getByRole("button", { name: "Add role" }).click();
    await page.getByLabel(`Name of role ${place + 1}`).fill(role);
    await page.getByLabel(`Who may fill role ${place + 1}`).selectOption(audience);
  }
  await page.getByLabel("Title of action 1").fill("Sign the letter");
  await page.getByLabel("Role of action 1").selectOption("Signatory");
  await page.getByLabel("Days until action 1 is due").fill("3");
  await page.getByLabel("Title of action 2").fill("Send the figures");
  await page.getByLabel("Role of action 2").selectOption("Finance");
  await page.getByLabel("When action 2 starts").selectOption("Together with the one before");
  await page.getByLabel("Title of action 2").press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Template created." })).toBeVisible();
}

test("days that cannot be are said where they stand", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/templates/new");
  await page.getByLabel("Name", { exact: true }).fill(freshName("Days"));
  await page.getByLabel("Name of role 1").fill("Lead");
  await page.getByLabel("Title of action 2").fill("Plan");
  const days = page.getByLabel("Days until action 2 is due");
  await days.fill("-3");
  await days.press("Enter");
  const words = "Enter days as a whole number from 0 to 3650, or leave them empty.";
  await expect(page.getByRole("group", { name: "Actions" }).getByText(words)).toBeVisible();
  await expect(page.getByRole("group", { name: "Roles" }).getByText(words)).toHaveCount(0);
  await expect(days).toHaveAttribute("aria-invalid", "true");
  await expect(days).toHaveAccessibleDescription(words);
  await expect(page.getByLabel("Days until action 1 is due")).not.toHaveAttribute("aria-invalid");
});

const phoneMail = (page: Page, phone: string) => newestMail(page, phone.replace(/[^+\d]/g, ""));

test("a template with four roles makes a workspace and invites four kinds of people in one act", async ({
  page,
}) => {
  const [name, workspace, group] = [freshName("Onboarding"), freshName("Bluebird"), freshName("Finance")];
  const [kim, phone, first, second] = [
    freshAddress("kim"),
    freshPhone(),
    freshAddress("a"),
    freshAddress("b"),
  ];
  await signInAs(page, ADMIN);
  await fillDetails(page, "client-group", group, [first, second]);
  await choose(page, "quietly");
  await expect(said(page, "added")).toBeVisible();
  await makeTemplate(page, name);
  await page.getByRole("link", { name: `Use template ${name}` }).click();
  await page.getByLabel("Workspace name").fill(workspace);
  for (const [role, text] of [
    ["Account lead", "Daniel Osei"],
    ["Signatory", `Kim Lee <${kim}>`],
    ["Finance", group],
    ["Reviewer", phone],
  ] as const) {
    await page.getByRole("combobox", { name: role, exact: true }).fill(text);
    await page.keyboard.press("Enter");
  }
  const create = page.getByRole("button", { name: "Create workspace" });
  await expect(create).toBeFocused();
  await check(page, "the use of a template");
  await create.click();
  await expect(page.getByRole("status").filter({ hasText: `${workspace} has been created.` })).toBeVisible();
  const main = page.getByRole("main");
  await expect(main.getByText("Kim Lee, invited.")).toBeVisible();
  await expect(main.getByText(`${group}: 2 people, 2 told.`, { exact: true })).toBeVisible();
  await check(page, "what a template made");
  for (const address of [kim, first, second]) await newestMail(page, address);
  await phoneMail(page, phone);
  expect(await mailFor(page, kim)).toHaveLength(1);
  await page.getByRole("link", { name: "Open workspace" }).click();
  const panel = await openMembers(page);
  for (const holder of ["Kim Lee", group]) await expect(panel.getByText(holder).first()).toBeVisible();
  await page.goto(page.url().split("?")[0] ?? "");
  await page.getByRole("banner").getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Save as template" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(workspace);
  await expect(page.getByLabel("Name of role 4")).toHaveValue("Reviewer");
  await expect(page.getByLabel("Days until action 1 is due")).toHaveValue("3");
  await expect(page.getByRole("main")).not.toContainText("Kim Lee");
});

test("without script, on a phone: a wrong address leaves its role open, and the page says so", async ({
  page,
  browser,
  baseURL,
}) => {
  const workspace = freshName("Plain");
  const kim = freshAddress("plain");
  await signInAs(page, ADMIN);
  const storageState = await page.context().storageState();
  const viewport = { width: 390, height: 840 };
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL, viewport });
  const plain = await context.newPage();
  await plain.goto("/northwind/templates");
  await plain.getByRole("link", { name: "Use template Client onboarding", exact: true }).click();
  await plain.getByLabel("Workspace name").fill("");
  await plain.getByLabel("Workspace name").evaluate((input) => input.removeAttribute("required"));
  await plain.getByLabel("Client signatory", { exact: true }).fill(kim);
  await plain.getByLabel("Compliance reviewer", { exact: true }).fill("nobody@acme");
  await plain.getByRole("button", { name: "Create workspace" }).click();
  await expect(plain.getByLabel("Workspace name")).toHaveAccessibleDescription("Give the workspace a name.");
  await expect(plain.getByLabel("Client signatory", { exact: true })).toHaveValue(kim);
  await plain.getByLabel("Workspace name").fill(workspace);
  await plain.getByRole("button", { name: "Create workspace" }).click();
  await expect(plain.getByText("Unassigned. nobody@acme: needs a full email address.")).toBeVisible();
  await plain.getByRole("link", { name: "Assign Compliance reviewer" }).click();
  await expect(plain.getByRole("complementary", { name: "Members" })).toContainText("Compliance reviewer");
  await newestMail(page, kim);
  await context.close();
});

test("who may not invite a new colleague for a role asks the admins right there", async ({ page }) => {
  const colleague = freshAddress("colleague");
  await signInAs(page, INTERNAL);
  await page.setViewportSize({ width: 390, height: 840 });
  await page.goto("/northwind/templates");
  await page.getByRole("link", { name: "Use template Client onboarding", exact: true }).click();
  await page.getByLabel("Workspace name").fill(freshName("Asked"));
  await page.getByLabel("Compliance reviewer", { exact: true }).fill(colleague);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByRole("status").filter({ hasText: "has been created." })).toBeVisible();
  await expect(page).toHaveTitle(/./);
  await check(page, "a role that only admins can fill");
  await page.getByRole("button", { name: `Request ${colleague} for Compliance reviewer` }).press("Enter");
  const asked = page.getByText(`The admins have been asked to invite ${colleague}.`);
  await expect(asked).toBeVisible();
  await page.reload();
  await expect(asked).toBeVisible();
  await expect(page.getByRole("button", { name: /^Request/ })).toHaveCount(0);
  const isTold = async () =>
    (await mailFor(page, ADMIN)).some(({ text }) => text.replaceAll("\u200c", "").includes(colleague));
  await expect.poll(isTold, { timeout: 20_000 }).toBe(true);
});

test("with the keyboard, at 390 px: what somebody else saved meanwhile is not overwritten unseen", async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 390, height: 840 });
  const name = freshName("Twice");
  await signInAs(page, ADMIN);
  await page.goto("/northwind/templates");
  await check(page, "templates on a phone");
  await page.getByRole("link", { name: "Client onboarding", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Copy of Client onboarding");
  await expect(page.getByLabel("Name of role 4")).toHaveValue("Client finance team");
  await check(page, "a template on a phone");
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel("Description (optional)").fill("Theirs");
  await other.getByRole("button", { name: "Save template" }).click();
  await expect(other.getByRole("status").filter({ hasText: "Template saved." })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Description (optional)").fill("Mine");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Somebody changed this template" })).toBeFocused();
  await expect(page.getByLabel("Description (optional)")).toHaveValue("Mine");
  await page.getByRole("button", { name: "Save template" }).click();
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("link", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete template" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Template deleted." })).toBeVisible();
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
});

test("a template deleted while its form stands open is said to be gone, and what was typed stays", async ({
  page,
  context,
}) => {
  const workspace = freshName("Too late");
  await signInAs(page, ADMIN);
  await page.goto("/northwind/templates");
  await page.getByRole("link", { name: "Client onboarding", exact: true }).click();
  await page.getByRole("button", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Copy of Client onboarding");
  const template = page.url();
  await page.goto(`${template}/use`);
  await page.getByLabel("Workspace name").fill(workspace);
  const other = await context.newPage();
  await other.goto(template);
  await other.getByRole("link", { name: "Delete" }).click();
  await other.getByRole("button", { name: "Delete template" }).click();
  await expect(other.getByRole("status").filter({ hasText: "Template deleted." })).toBeVisible();
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This template is gone" })).toBeFocused();
  await expect(page.getByLabel("Workspace name")).toHaveValue(workspace);
});
