import { expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { freshAddress, freshPhone, mailFor, newestMail } from "./mail";
import { ADMIN, INTERNAL, startFlow } from "./places";
import { signInAs } from "./session";

const STEPS = [
  { role: "Client signatory", action: "Upload documents" },
  { role: "Account lead", action: "Approve scope" },
];

const icon = (page: Page, name: string | RegExp) =>
  page.getByRole("banner").getByRole("list", { name: "Roles" }).getByRole("link", { name });

const panelOf = (page: Page) => page.getByRole("complementary", { name: "Members" });

const roleRow = (page: Page, role: string) =>
  panelOf(page)
    .getByRole("listitem")
    .filter({ has: page.getByText(role, { exact: true }) });

/** "click Invite", "add an email or phone number". */
async function typeFor(page: Page, role: string, address: string) {
  await roleRow(page, role).getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog", { name: `Assign ${role}` });
  await dialog.getByRole("combobox").fill(address);
  return dialog;
}

test("role icons, Invite for each role, an email or a phone number, Invite New Client or Invite New Internal User", async ({
  page,
}) => {
  const [kim, lead] = [freshAddress("kim"), freshPhone()];
  await signInAs(page, ADMIN);
  await startFlow(page, "By role icons", STEPS);
  await expect(icon(page, /./)).toHaveCount(2);
  await icon(page, /^Client signatory/).click();
  await expect(panelOf(page).getByRole("button", { name: "Invite", exact: true })).toHaveCount(2);
  await expect(roleRow(page, "Client signatory").getByRole("button", { name: "Invite" })).toBeFocused();

  const dialog = await typeFor(page, "Client signatory", kim);
  await expect(dialog).toContainText("They will get 1 action: Upload documents");
  await dialog.getByRole("option", { name: `Invite New Client “${kim}”` }).click();
  await expect(icon(page, `Client signatory: ${kim}`)).toBeVisible();
  await expect(page.getByRole("main").getByText(`Waiting for ${kim}`)).toBeVisible();
  await expect(dialog).toHaveCount(0);

  await roleRow(page, "Account lead").getByRole("button", { name: "Invite" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "People" })).toBeFocused();
  await page.keyboard.type(lead);
  await expect(page.getByRole("option", { name: /^Invite New Client/, selected: true })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: /^Invite New Internal User/, selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(icon(page, `Account lead: ${lead}`)).toBeVisible();
  const mail = await newestMail(page, kim);
  expect(mail.text).toContain("Client signatory");
  expect(mail.text).toContain("Upload documents");
});

test("a role is handed over and unassigned, with the keyboard, on a phone and in both themes", async ({
  page,
}) => {
  await signInAs(page, INTERNAL);
  await startFlow(page, "Handed over", STEPS.slice(0, 1));
  const takeOn = async () => {
    await icon(page, /^Client signatory/).click();
    const dialog = await typeFor(page, "Client signatory", "Grace Lind");
    await dialog.getByRole("option", { name: /Grace Lindqvist/ }).click();
    await expect(page.getByRole("main").getByText("Your turn")).toBeVisible();
  };
  await takeOn();
  await page.getByRole("button", { name: "Undo: Client signatory is assigned." }).press("Enter");
  await expect(page.getByText("Client signatory is held as before.")).toHaveCount(1);
  await expect(roleRow(page, "Client signatory")).toContainText("Unassigned · 1 action");
  await takeOn();

  await page.setViewportSize({ width: 390, height: 840 });
  await roleRow(page, "Client signatory").getByRole("link", { name: "More about Client signatory" }).click();
  const change = page.getByRole("button", { name: "Change person…" });
  await expect(change).toBeFocused();
  await check(page, "changing who holds a role");
  await page.keyboard.press("Enter");
  const over = page.getByRole("dialog", { name: "Hand over Client signatory" });
  await expect(over).toContainText("Grace Lindqvist holds this role now, and stays a member.");
  await page.keyboard.type("marcus t");
  await expect(over.getByRole("option", { name: /Marcus Thorne/, selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(roleRow(page, "Client signatory")).toContainText("Marcus Thorne · 1 action");
  await expect(over).toHaveCount(0);

  await roleRow(page, "Client signatory").getByRole("button", { name: "Unassign" }).press("Enter");
  await expect(roleRow(page, "Client signatory")).toContainText("Unassigned · 1 action");
  await expect(roleRow(page, "Client signatory").getByRole("button", { name: "Invite" })).toBeFocused();

  await page.goto(page.url().split("?")[0] ?? "");
  const invite = page.getByRole("banner").getByRole("button", { name: "Invite Members" });
  expect((await invite.boundingBox())?.y, "room above the button").toBeGreaterThanOrEqual(6);
});

test("a colleague is asked for, and an admin outside the workspace does it with one button, once", async ({
  page,
  browser,
}) => {
  const zoe = freshAddress("zoe");
  await signInAs(page, INTERNAL);
  await startFlow(page, "Asked for", STEPS.slice(1));
  await icon(page, /^Account lead/).click();
  const dialog = await typeFor(page, "Account lead", "jo@acme,");
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  const trouble = dialog.getByRole("alert");
  await expect(trouble).toContainText("Nobody was invited. 1 needs your attention.");
  await dialog.getByRole("button", { name: "Remove jo@acme" }).click();
  await expect(trouble).toHaveCount(0);
  await dialog.getByRole("combobox").fill("Zoe");
  await page.keyboard.press("Enter");
  const unfinished = dialog.getByText("“Zoe”: add an email or phone number.");
  await expect(unfinished).toBeVisible();
  await dialog.getByRole("combobox").fill(zoe);
  await expect(unfinished).toHaveCount(0);
  await dialog.getByRole("option", { name: /^Invite New Internal User .* Only admins can invite/ }).click();
  await expect(dialog.getByText(`The admins have been asked to invite ${zoe}.`).first()).toBeVisible();

  const admin = await (await browser.newContext()).newPage();
  await signInAs(admin, ADMIN);
  let path = "";
  await expect(async () => {
    const asked = (await mailFor(admin, ADMIN)).find(({ text }) => text.includes(zoe));
    [path = ""] = /\/northwind\/w\/\S+/.exec(asked?.text ?? "") ?? [];
    expect(path).not.toBe("");
  }).toPass({ timeout: 15_000 });
  const [late, other] = [await admin.context().newPage(), await admin.context().newPage()];
  await late.route("**/live?*", (route) => route.abort());
  for (const one of [late, other, admin]) await one.goto(path);
  await check(admin, "a request");
  const button = { name: "Invite New Internal User" };
  await admin.getByRole("button", button).click();
  await expect(admin.getByRole("status").filter({ hasText: `${zoe} invited.` })).toBeVisible();
  for (const one of [admin, other]) await expect(one.getByText("There is nothing left to do.")).toBeVisible();
  await late.getByRole("button", button).click();
  await expect(late.getByRole("status")).toContainText(`has invited ${zoe} already. Nothing was changed.`);
  await admin.getByRole("link", { name: "Open members" }).click();
  await expect(icon(admin, `Account lead: ${zoe}`)).toBeVisible();
  await admin.context().close();
});

test("without script, a role icon leads to a form that assigns the role", async ({
  page,
  browser,
  baseURL,
}) => {
  const kim = freshAddress("kim");
  await signInAs(page, INTERNAL);
  await startFlow(page, "Plainly assigned", STEPS.slice(0, 1));
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto(page.url());
  await icon(plain, /^Client signatory/).click();
  await roleRow(plain, "Client signatory").getByRole("button", { name: "Invite" }).click();
  const row = roleRow(plain, "Client signatory");
  await row.getByLabel("Email or phone number").fill("jo@acme");
  await row.getByRole("button", { name: "Invite New Client" }).click();
  await expect(row.getByRole("status").filter({ hasText: "needs a full email address" })).toBeVisible();
  await row.getByLabel("Email or phone number").fill(kim);
  await row.getByRole("button", { name: "Invite New Client" }).click();
  await expect(icon(plain, `Client signatory: ${kim}`)).toBeVisible();
  await context.close();
});
