import { type Browser, expect, type Page } from "@playwright/test";
import { check } from "./axe";
import { addOrganization, type Installation, newestCode, test } from "./installation";
import { memberRow, openMembers, startFlow } from "./places";
import { askForCode, enterCode } from "./session";

const ADA = "ada@northwind.example";
const [KIM, LEE] = ["kim@acme.example", "lee@acme.example"];
const SOON = { timeout: 5_000 };

test.beforeEach(({ installation }) => addOrganization(installation, "northwind", ADA));

/** Signs in, and stands in a new workspace with its members open. */
async function standIn(page: Page, installation: Installation, name: string) {
  await askForCode(page, ADA);
  await enterCode(page, (await newestCode(installation, ADA)).digits);
  await expect(page).toHaveURL(/\/timeline/);
  await startFlow(page, name, []);
  return openMembers(page);
}

/** A tab of the same browser in which one signs out. */
async function signOutElsewhere(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto("/northwind/timeline");
  await other.getByRole("button", { name: "Ada" }).click();
  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(other).toHaveURL(/\/sign-in$/);
  await other.close();
}

test("who was chosen and what was typed outlives signing out in another tab, and is sent after signing in again", async ({
  page,
  installation,
}) => {
  const panel = await standIn(page, installation, "Kept");
  await panel.getByRole("button", { name: "Invite Members" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite Members" });
  const field = dialog.getByRole("combobox", { name: "People" });
  await field.fill(`${KIM},`);
  await field.fill(LEE);
  await signOutElsewhere(page);

  const strip = dialog.getByRole("alert");
  await expect(strip).toContainText("You have been signed out. What you entered is still here", SOON);
  await expect(dialog.getByRole("button", { name: `Remove ${KIM}` })).toBeVisible();
  await expect(field).toHaveValue(LEE);
  await check(page, "a dialog that outlived its session");
  const opened = page.waitForEvent("popup");
  await strip.getByRole("link", { name: "Sign in in a new tab" }).click();
  const beside = await opened;
  await beside.getByLabel("Email or phone number").fill(ADA);
  await beside.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(beside.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  await enterCode(beside, (await newestCode(installation, ADA)).digits);
  await expect(beside).toHaveURL(/\/timeline/);

  await expect(strip).toHaveCount(0, { timeout: 10_000 });
  await dialog.getByRole("button", { name: "Invite 2 people" }).click();
  for (const address of [KIM, LEE]) await expect(memberRow(panel, address)).toBeVisible();
});

test("a page with nothing typed goes to sign in", async ({ page, installation }) => {
  await standIn(page, installation, "Left");
  await signOutElsewhere(page);
  await expect(page).toHaveURL(/\/sign-in\?next=/, SOON);
});

/** The same page in a browser that is set to German, with the same session. */
async function inGerman(page: Page, browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: "de-DE" });
  await context.addCookies(await page.context().cookies());
  const german = await context.newPage();
  await german.goto(page.url());
  return german;
}

test("a session that ran out while one types is told in German", async ({ page, browser, installation }) => {
  await standIn(page, installation, "Abgelaufen");
  const german = await inGerman(page, browser, installation.url);
  await german.getByRole("link", { name: "Ablauf bearbeiten" }).click();
  await german.getByRole("link", { name: "Rolle hinzufügen" }).click();
  await german.getByLabel("Name", { exact: true }).fill("Notarin");
  await installation.db.execute("update sessions set expires_at = now() - interval '1 second'");
  const strip = german.getByRole("main").getByRole("alert");
  await expect(strip).toContainText("Sie wurden abgemeldet. Was Sie eingegeben haben, ist noch da", SOON);
  await expect(strip.getByRole("link", { name: "In einem neuen Tab anmelden" })).toHaveAttribute(
    "href",
    "/sign-in",
  );
  await german.getByRole("button", { name: "Rolle hinzufügen" }).click();
  await expect(german.getByRole("status").filter({ hasText: "Sie wurden abgemeldet." })).toBeVisible();
  await expect(german.getByLabel("Name", { exact: true })).toHaveValue("Notarin");
});
