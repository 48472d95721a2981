import { type Browser, expect, type Page, test } from "@playwright/test";
import { freshAddress, newestMail } from "./mail";
import { ADMIN, INTERNAL, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

/** The same browser without script, at the same place. */
async function plainly(page: Page, browser: Browser, baseURL?: string): Promise<Page> {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  return context.newPage();
}

const typeAndInvite = async (plain: Page, people: string) => {
  await plain.getByRole("textbox", { name: "People" }).fill(people);
  await plain.getByRole("button", { name: "Invite", exact: true }).click();
};

test("a form sent after the session ended says so, and a reload after signing in sends it once more", async ({
  page,
  browser,
  baseURL,
}) => {
  const kim = freshAddress("kim");
  await signInAs(page, ADMIN);
  await startFlow(page, "Ended", []);
  const plain = await plainly(page, browser, baseURL);
  await plain.goto(`${page.url()}?panel=members&invite=1`);
  const session = await plain.context().cookies();
  await plain.context().clearCookies();
  await typeAndInvite(plain, kim);
  await expect(plain.getByRole("heading", { name: "You have been signed out" })).toBeVisible();
  await expect(plain.getByText("nothing you typed is lost")).toBeVisible();
  await expect(plain.getByRole("link", { name: "Sign in in a new tab" })).toHaveAttribute("target", "_blank");
  await plain.context().addCookies(session);
  await plain.reload();
  await expect(plain.getByRole("status").filter({ hasText: `${kim} invited.` })).toBeVisible();
  await newestMail(page, kim);
});

test("a form of a workspace that one was taken out of meanwhile ends at the page for what is not there", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  await startFlow(page, "Taken out", []);
  await openMembers(page);
  await invite(page, [INTERNAL]);
  const other = await (await browser.newContext({ baseURL })).newPage();
  await signInAs(other, INTERNAL);
  const plain = await plainly(other, browser, baseURL);
  await plain.goto(`${page.url().split("?")[0]}?panel=members&invite=1`);
  await expect(plain.getByRole("textbox", { name: "People" })).toBeVisible();
  const row = memberRow(page.getByRole("complementary", { name: "Members" }), "Grace Lindqvist");
  await row.getByRole("link", { name: /^More about/ }).click();
  await row.getByRole("button", { name: /^Remove/ }).click();
  await expect(row).toHaveCount(0);
  await typeAndInvite(plain, freshAddress("kim"));
  await expect(plain.getByRole("heading", { name: /^This page does not exist/ })).toBeVisible();
});

test("without script an act is undone, members are told of, and who is invited is sent to again", async ({
  page,
  browser,
  baseURL,
}) => {
  const [kim, lea] = [freshAddress("kim"), freshAddress("lea")];
  await signInAs(page, ADMIN);
  await startFlow(page, "Plainly again", []);
  const plain = await plainly(page, browser, baseURL);
  await plain.goto(`${page.url()}?panel=members&invite=1`);
  await typeAndInvite(plain, lea);
  await plain.getByRole("button", { name: "Undo" }).click();
  await expect(plain.getByRole("status").filter({ hasText: "Undone. Nothing was sent." })).toBeVisible();
  await typeAndInvite(plain, `${kim}, ${ADMIN}`);
  await expect(plain.getByRole("status").filter({ hasText: `${kim} invited.` })).toContainText(
    "already a member",
  );
  await newestMail(page, kim);
  await typeAndInvite(plain, kim);
  await plain.getByRole("button", { name: "Resend Invitation" }).first().click();
  await expect(plain.getByRole("alert").filter({ hasText: "You can resend in" })).toBeVisible();
  await expect(plain.getByRole("textbox", { name: "People" })).toHaveValue(kim);
});

test("pages of what is not there say so in their title, with script too", async ({ page }) => {
  await signInAs(page, ADMIN);
  for (const path of [
    "/nosuch/timeline",
    "/nosuch/contacts",
    "/northwind/contacts/zzz",
    "/northwind/w/0193b1a0-0000-7000-8000-00000000000a",
    "/northwind/w/0193b1a0-0000-7000-8000-00000000000a/link",
  ]) {
    const response = await page.goto(path, { waitUntil: "networkidle" });
    expect([path, response?.status()]).toEqual([path, 404]);
    await expect(page.getByRole("heading", { name: /^This page does not exist/ })).toBeVisible();
    await expect(page).toHaveTitle("Not found · Foyer");
  }
  await page.goto("/northwind/timeline");
  await expect(page).toHaveTitle("Timeline · Foyer");
});
