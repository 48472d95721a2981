import { type Browser, expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { thisMoment } from "./fresh";
import { freshAddress, mailFor, newestMail } from "./mail";
import { ADMIN, INTERNAL, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

const stranger = async (browser: Browser, baseURL: string | undefined): Promise<Page> =>
  (await browser.newContext({ baseURL })).newPage();

/** Invites somebody and copies their link, as "Copy invite link" hands it out. */
async function copyLink(page: Page, address: string): Promise<string> {
  const panel = await openMembers(page);
  await invite(page, [address]);
  await memberRow(panel, address).getByRole("button", { name: "Not Joined" }).click();
  const box = page.getByRole("dialog", { name: `Invitation for ${address}` });
  await box.getByRole("button", { name: "Copy invite link" }).click();
  return box.getByRole("textbox", { name: /^Invite link of / }).inputValue();
}

async function codeFor(page: Page, address: string, count: number): Promise<string> {
  const { text } = await newestMail(page, address, count);
  return /\b\d{6}\b/.exec(text)?.[0] ?? "";
}

test("a copied link lets in, elsewhere only an invitation goes out; confirming the address ends other sessions", async ({
  page,
  browser,
  baseURL,
}) => {
  const kim = freshAddress("handed");
  const elsewhere = `Elsewhere ${thisMoment()}`;
  await signInAs(page, ADMIN);
  await startFlow(page, "Handed over", []);
  const link = await copyLink(page, kim);
  const joined = await stranger(browser, baseURL);
  await joined.goto(link);
  await joined.getByLabel("Your name").fill("Kim Lee");
  await joined.getByRole("button", { name: "Join Workspace" }).click();
  await expect(joined.getByRole("heading", { level: 1, name: "Handed over" })).toBeVisible();

  const colleague = await stranger(browser, baseURL);
  await signInAs(colleague, INTERNAL);
  await startFlow(colleague, elsewhere, []);
  const panel = await openMembers(colleague);
  await invite(colleague, [kim]);
  await expect(memberRow(panel, "Kim Lee").getByRole("button", { name: "Not Joined" })).toBeVisible();
  await joined.goto("/northwind/timeline");
  await expect(joined.getByRole("main")).toContainText("Handed over");
  await expect(joined.getByRole("main")).not.toContainText(elsewhere);

  const before = (await mailFor(page, kim)).length;
  await joined.getByRole("button", { name: "Kim Lee" }).click();
  await joined.getByRole("link", { name: "Your account" }).click();
  await expect(joined.getByRole("heading", { name: "Confirm your address" })).toBeVisible();
  await check(joined, "account, unconfirmed");
  const other = await stranger(browser, baseURL);
  await other.context().addCookies(await joined.context().cookies());
  await joined.getByRole("button", { name: "Send code" }).click();
  await joined.getByRole("textbox", { name: "Code" }).fill(await codeFor(page, kim, before + 1));
  await check(joined, "account, code to confirm");
  await joined.getByRole("button", { name: "Confirm address" }).click();
  await expect(joined.getByRole("heading", { name: "Add another address" })).toBeVisible();
  await expect(
    joined.getByText("Confirmed. Whoever else was signed in with it is signed out."),
  ).toBeVisible();
  await joined.goto("/northwind/timeline");
  await expect(joined.getByRole("main")).toContainText(elsewhere);
  await other.goto("/northwind/timeline");
  await expect(other).toHaveURL(/\/sign-in/);
});

test("a copied link goes from the page once somebody else has ended it", async ({ page }) => {
  const [kim, right] = [freshAddress("kim"), freshAddress("kimberly")];
  await signInAs(page, ADMIN);
  await startFlow(page, "Ended elsewhere", []);
  await copyLink(page, kim);
  const link = page.getByRole("textbox", { name: /^Invite link of / });
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(page.url());
  const panel = elsewhere.getByRole("complementary", { name: "Members" });
  await memberRow(panel, kim).getByRole("button", { name: "Not Joined" }).click();
  await elsewhere.getByRole("button", { name: "Change email or phone" }).click();
  await elsewhere.getByLabel("New email or phone number").fill(right);
  await expect(link).toBeVisible();
  await elsewhere.getByRole("button", { name: "Save and send" }).click();
  await expect(elsewhere.getByText(`Invitation sent to ${right}.`)).toBeVisible();
  await page.bringToFront();
  await expect(link).toHaveCount(0, { timeout: 20_000 });
  await page.getByRole("button", { name: "Copy invite link" }).click();
  await expect(link).toBeVisible();
});
