import { expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { thisMoment } from "./fresh";
import { freshAddress } from "./mail";
import { ADMIN, INTERNAL, invite, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

const messages = (page: Page) => page.getByRole("table", { name: "Messages, newest first" });
const messageTo = (page: Page, text: string) =>
  messages(page).getByRole("row").filter({ hasText: text }).first();

test("an admin sees what came back and why, and where it can be put right", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/timeline");
  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("o");
    await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.getByText("Development: nothing leaves this machine.")).toBeVisible();
  await page
    .getByRole("navigation", { name: "Messages" })
    .getByRole("link", { name: /^Problems \d/ })
    .click();
  await expect(page).toHaveURL(/tab=problems/);
  await expect(messages(page).getByText("Complained")).toBeVisible();
  const bounced = messageTo(page, "Bounced: mailbox does not exist");
  await bounced.getByRole("link").click();
  const detail = page.getByRole("region", { name: /^Message to / });
  await expect(detail.getByRole("list", { name: "History" })).toContainText(
    "Bounced: mailbox does not exist",
  );
  await expect(detail.getByRole("button", { name: "Send again" })).toHaveCount(0);
  await expect(detail.locator("iframe")).toHaveCount(0);
  await detail.getByRole("link", { name: "Change email or phone" }).click();
  await expect(page.getByRole("heading", { name: "Details" })).toBeVisible();
  await expect(page.getByText("Bounced: mailbox does not exist")).toBeVisible();
});

test("a message that failed is sent again, and arrives in the local mailbox before the reader's eyes", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/outbox?tab=problems&find=gwen");
  await messageTo(page, "Failed: ").getByRole("link").click();
  await page.getByRole("button", { name: "Send again" }).click();
  const detail = page.getByRole("region", { name: /^Message to / });
  await expect(detail).toContainText("Text message delivered", { timeout: 15_000 });
  await expect(detail.getByRole("link", { name: "Open invite link" })).toBeVisible();
});

test("an invitation is looked at as its recipient sees it, and its link opened", async ({ page }) => {
  const kim = freshAddress("kim");
  await signInAs(page, ADMIN);
  await startFlow(page, `Outbox ${thisMoment()}`, []);
  await openMembers(page);
  await invite(page, [kim]);
  await page.goto(`/northwind/outbox?find=${encodeURIComponent(kim)}`);
  await expect(messageTo(page, kim)).toContainText("Delivered", { timeout: 20_000 });
  await messageTo(page, kim).getByRole("link").click();
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("link", { name: "Join Workspace" })).toBeVisible();
  await page.getByRole("link", { name: "Text", exact: true }).click();
  await expect(page.getByRole("region", { name: /^Message to / })).toContainText("/invite/");
  await page.getByRole("link", { name: "Phone 375" }).click();
  await expect(page.locator("iframe")).toHaveCSS("width", "375px");
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Open invite link" }).click();
  await expect(await opened).toHaveURL(/\/invite\//);
  const heading = (await opened).getByRole("heading", {
    level: 1,
    name: /^Ada Moreno invited you to Outbox/,
  });
  await expect(heading).toBeVisible();
});

test("the link of an invitation is copied from its message, with script and without", async ({
  page,
  browser,
  baseURL,
}) => {
  const kim = freshAddress("handed");
  await signInAs(page, ADMIN);
  await startFlow(page, `Copied ${thisMoment()}`, []);
  await openMembers(page);
  await invite(page, [kim]);
  await page.goto(`/northwind/outbox?find=${encodeURIComponent(kim)}`);
  await messageTo(page, kim).getByRole("link").click();
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await expect(page).toHaveURL(/message=/);
  await plain.goto(page.url());
  for (const one of [page, plain]) {
    await one.getByRole("button", { name: "Copy link" }).click();
    await expect(one.getByRole("textbox", { name: `Invite link of ${kim}` })).toHaveValue(/\/invite\//);
    await expect(
      one.getByText(`Whoever opens this link joins as ${kim}: send it to nobody else.`),
    ).toBeVisible();
  }
  await check(page, "a message whose link was copied");
  await context.close();
});

test("it works without script, and is not there for who is no admin", async ({ page, browser, baseURL }) => {
  await signInAs(page, ADMIN);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto("/northwind/outbox");
  await plain.getByRole("link", { name: /^Problems/ }).click();
  await plain.getByRole("searchbox", { name: "Find a recipient" }).fill("joy");
  await plain.getByRole("searchbox", { name: "Find a recipient" }).press("Enter");
  await messageTo(plain, "Failed: ").getByRole("link").click();
  await plain.getByRole("button", { name: "Send again" }).click();
  await expect(plain.getByRole("region", { name: /^Message to / })).toBeVisible();
  await expect(plain).toHaveURL(/\/northwind\/outbox\?message=/);
  await context.close();
  const other = await browser.newContext({ baseURL });
  const colleague = await other.newPage();
  await signInAs(colleague, INTERNAL);
  await colleague.goto("/northwind/timeline");
  await expect(colleague.getByRole("link", { name: "Outbox" })).toHaveCount(0);
  expect((await colleague.goto("/northwind/outbox"))?.status()).toBe(404);
  await other.close();
});

for (const width of [1320, 390])
  test.describe(`at ${width} px, in both themes: axe finds nothing, nothing scrolls sideways`, () => {
    test.use({ viewport: { width, height: 840 } });

    test("the outbox, its tabs and an open message", async ({ page }) => {
      test.setTimeout(120_000);
      await signInAs(page, ADMIN);
      for (const query of ["", "?tab=waiting", "?tab=problems", "?find=nobody%40nowhere.example"]) {
        await page.goto(`/northwind/outbox${query}`);
        await check(page, `outbox${query}`);
      }
      await page.goto("/northwind/outbox?tab=problems");
      await messageTo(page, "Bounced: ").getByRole("link").click();
      await expect(page.getByRole("region", { name: /^Message to / })).toBeVisible();
      await check(page, "a message that came back");
      await page.goto("/northwind/outbox?tab=sent");
      await messageTo(page, "Delivered").getByRole("link").click();
      await expect(page.getByRole("region", { name: /^Message to / })).toBeVisible();
      await check(page, "a message that arrived");
    });
  });
