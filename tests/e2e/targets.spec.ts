import { expect, type Page, test } from "@playwright/test";
import { freshAddress, invitePath, newestMail } from "./mail";
import { ADMIN, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";
import { missed } from "./targets";
import { fillDetails, freshName } from "./wizard-steps";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

async function measure(page: Page, name: string, within = "body"): Promise<void> {
  await expect(page.getByRole("heading").first()).toBeAttached();
  const found = await missed(page.locator(within).last());
  expect.soft([...new Set(found)], name).toEqual([]);
}

async function visit(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await measure(page, path);
  }
}

test("on a phone a finger hits every link and button of the work", async ({ page }) => {
  await signInAs(page, ADMIN);
  await visit(page, ["/northwind/timeline", "/northwind/w/new", "/northwind/account"]);
  await page.goto("/northwind/contacts?find=Priya");
  await page.getByRole("link", { name: "Priya Rao", exact: true }).first().click();
  await page
    .getByRole("link", { name: /Acme Corp onboarding/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Acme Corp onboarding" })).toBeVisible();
  await measure(page, "workspace");
  const panel = await openMembers(page);
  await measure(page, "members", ".panel");
  await panel.getByRole("button", { name: "Not Joined" }).first().click();
  await measure(page, "invitation", ".popover:popover-open");
  await page.keyboard.press("Escape");
  await panel.getByRole("button", { name: "Invite Members" }).click();
  await page.getByRole("combobox", { name: "People" }).fill("gra");
  await expect(page.getByRole("option").first()).toBeVisible();
  await measure(page, "invite", "dialog[open]");
});

test("on a phone a finger hits every link and button of the contacts", async ({ page }) => {
  await signInAs(page, ADMIN);
  await visit(page, [
    "/northwind/contacts",
    "/northwind/contacts?tab=groups",
    "/northwind/contacts?tab=teams",
    "/northwind/contacts/requests",
    "/northwind/contacts/internal-link",
    "/northwind/contacts/new/client",
    "/northwind/contacts/new/internal",
    "/northwind/contacts/new/client-group",
    "/northwind/contacts/new/internal-team",
  ]);
  await page.goto("/northwind/contacts?tab=groups");
  await page.getByRole("main").getByRole("link", { name: "Acme finance", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Acme finance" })).toBeVisible();
  await measure(page, "group");
  for (const what of ["edit", "delete"]) await visit(page, [`${page.url().split("?")[0]}?do=${what}`]);
  await page.goto("/northwind/contacts?find=Priya");
  await page.getByRole("link", { name: "Priya Rao", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Priya Rao" })).toBeVisible();
  await measure(page, "contact");
  await fillDetails(page, "client-group", freshName("Measured"), [freshAddress("hit"), "jo@acme"]);
  await measure(page, "how they join");
});

test("on a phone a finger hits every link and button of the lists and settings", async ({ page }) => {
  await signInAs(page, ADMIN);
  await visit(page, [
    "/northwind/invitations",
    "/northwind/outbox",
    "/northwind/settings/general",
    "/northwind/settings/invitations",
    "/northwind/settings/notices",
    "/northwind/settings/delivery",
    "/northwind/templates",
  ]);
  await page.goto("/northwind/outbox");
  await page.locator("th a").first().click();
  await expect(page).toHaveURL(/message=/);
  await measure(page, "message");
});

test("on a phone a finger hits every link and button of the pages before the portal", async ({
  page,
  browser,
  baseURL,
}) => {
  const kim = freshAddress("hit");
  await signInAs(page, ADMIN);
  await startFlow(page, freshName("Measured"), []);
  const workspace = page.url().split("?")[0];
  const panel = await openMembers(page);
  await invite(page, [kim]);
  await expect(memberRow(panel, kim)).toBeVisible();
  await page.goto(`${workspace}/link`);
  await page.getByRole("button", { name: "Turn on" }).click();
  const link = page.getByRole("textbox", { name: "Link", exact: true });
  await expect(link).toHaveValue(/\/join\//);
  await measure(page, "workspace link");
  const join = new URL(await link.inputValue()).pathname;
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const stranger = await context.newPage();
  await visit(stranger, [
    "/sign-in",
    invitePath(await newestMail(page, kim)),
    join,
    "/invite/nothing",
    "/join/nothing",
    "/stop/nothing",
  ]);
  await stranger.goto("/sign-in");
  await stranger.getByLabel("Email or phone number").fill(kim);
  await stranger.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(stranger.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  await measure(stranger, "code");
  await context.close();
});

test("on a phone the button of a step stays in sight, and covers no field that has the focus", async ({
  page,
}) => {
  const isSeen = (element: Element) => {
    const { left, width, top, bottom } = element.getBoundingClientRect();
    const hits = (y: number) => element.contains(document.elementFromPoint(left + width / 2, y));
    return hits(top + 2) && hits(bottom - 2);
  };
  await page.setViewportSize({ width: 390, height: 568 });
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts/new/client");
  const next = page.getByRole("button", { name: "Next" });
  expect(await next.evaluate(isSeen)).toBe(true);
  await page.getByLabel("Full name").focus();
  while (!(await next.evaluate((button) => button === document.activeElement))) {
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator(":focus").evaluate(isSeen)).toBe(true);
  }
  await page.setViewportSize({ width: 320, height: 256 });
  await page.reload();
  await expect(next).not.toBeInViewport();
  await page.setViewportSize({ width: 390, height: 568 });
  await fillDetails(page, "client", freshName("In sight"), [freshAddress("sight")]);
  expect(await page.getByRole("button", { name: "Add to Workspace" }).evaluate(isSeen)).toBe(true);
});
