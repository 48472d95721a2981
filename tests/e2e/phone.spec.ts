import { type Browser, expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { freshAddress, freshPhone, invitePath, newestMail } from "./mail";
import { ADMIN, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

const stranger = async (browser: Browser, baseURL: string | undefined, hasScript = true): Promise<Page> =>
  (await browser.newContext({ baseURL, javaScriptEnabled: hasScript })).newPage();

/** The six digits of the newest message, once there are so many. */
async function codeFor(page: Page, address: string, count: number): Promise<string> {
  const { text } = await newestMail(page, address, count);
  return /\b\d{6}\b/.exec(text)?.[0] ?? "";
}

async function invitedByPhone(page: Page, workspace: string): Promise<{ phone: string; path: string }> {
  const phone = freshPhone();
  await signInAs(page, ADMIN);
  await startFlow(page, workspace, []);
  await openMembers(page);
  await invite(page, [phone]);
  const mail = await newestMail(page, phone);
  expect(mail).toMatchObject({ channel: "sms", text: expect.stringMatching(/ Ref [0-9A-F]{8}$/) });
  expect(mail.text.length).toBeLessThanOrEqual(160);
  return { phone, path: invitePath(mail) };
}

test("invited by phone: link, code, joined; signs out, signs in by phone, adds an email and signs in by it", async ({
  page,
  browser,
  baseURL,
}) => {
  const { phone, path } = await invitedByPhone(page, "By phone");
  await memberRow(page.getByRole("complementary", { name: "Members" }), phone)
    .getByRole("button", { name: "Not Joined" })
    .click();
  const box = page.getByRole("dialog", { name: /^Invitation for/ });
  await box.getByRole("button", { name: "Copy invite link" }).click();
  await expect(box).toContainText(
    `Whoever opens this link needs a code, which goes to ${phone} by text message.`,
  );
  const kim = await stranger(browser, baseURL);
  await kim.goto(path);
  await check(kim, "invitation by phone");
  await kim.getByRole("button", { name: "Join Workspace" }).click();
  await expect(kim.getByRole("heading", { level: 1 })).toHaveText("Enter the code we sent");
  await expect(kim.getByText(`A code is on its way to •••• ${phone.slice(-4)}.`)).toBeVisible();
  await check(kim, "code of an invitation");
  await kim.getByLabel("Code").fill(await codeFor(page, phone, 2));
  await kim.getByLabel("Your name").fill("Kim Lee");
  await kim.getByRole("button", { name: "Join Workspace" }).click();
  await expect(kim.getByRole("heading", { level: 1, name: "By phone" })).toBeVisible();
  await page.reload();
  const row = memberRow(page.getByRole("complementary", { name: "Members" }), "Kim Lee");
  await expect(row.getByRole("button", { name: "Not Joined" })).toHaveCount(0);

  await kim.getByRole("button", { name: "Kim Lee" }).click();
  await kim.getByRole("button", { name: "Sign out" }).click();
  await expect(kim).toHaveURL(/\/sign-in$/);
  await kim.getByLabel("Email or phone number").fill(phone.replaceAll(" ", ""));
  await kim.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(kim.getByText(`If ${phone} can sign in here, a code is on its way.`)).toBeVisible();
  await kim.getByLabel("Code").fill(await codeFor(page, phone, 3));
  await kim.getByRole("button", { name: "Sign in" }).click();
  await expect(kim.getByRole("heading", { level: 1, name: "By phone" })).toBeVisible();

  await kim.getByRole("button", { name: "Kim Lee" }).click();
  await kim.getByRole("link", { name: "Your account" }).click();
  await expect(kim.getByRole("heading", { level: 1, name: "Kim Lee" })).toBeVisible();
  await check(kim, "account");
  const email = freshAddress("kim");
  await kim.getByLabel("Email").fill(email);
  await kim.getByRole("button", { name: "Send code" }).click();
  await expect(kim.getByText(`A code is on its way to ${email}.`)).toBeVisible();
  await check(kim, "account, code");
  await kim.getByRole("textbox", { name: "Code" }).fill("000000");
  await kim.getByRole("button", { name: "Add address" }).click();
  await expect(kim.getByText("4 tries are left.")).toBeVisible();
  await expect(kim.getByRole("textbox", { name: "Code" })).toBeFocused();
  await kim.getByRole("textbox", { name: "Code" }).fill(await codeFor(page, email, 1));
  await kim.getByRole("button", { name: "Add address" }).click();
  await expect(kim.getByText("Added. You can sign in with it from now on.")).toBeVisible();
  await expect(kim.getByRole("listitem").filter({ hasText: email })).toBeVisible();
  await kim.getByLabel("Your name").fill("Kim of https://evil.example");
  await kim.getByRole("button", { name: "Save name" }).click();
  await expect(kim.getByText("Leave out links, domains, e-mail addresses and phone numbers.")).toBeVisible();
  await kim.getByLabel("Your name").fill("Kim Park");
  await kim.getByRole("button", { name: "Save name" }).click();
  await expect(kim.getByRole("heading", { level: 1, name: "Kim Park" })).toBeVisible();
  await expect(kim.getByRole("button", { name: "Kim Park" })).toBeVisible();
  await page.goto(`/northwind/contacts?find=${email}`);
  await expect(page.getByRole("main")).toContainText("Kim Park");
});

test("without script, and on another device, the link alone gives nothing", async ({
  page,
  browser,
  baseURL,
}) => {
  const { phone, path } = await invitedByPhone(page, "Passed on");
  const [kim, mallory] = [
    await stranger(browser, baseURL, false),
    await stranger(browser, baseURL, false),
  ] as const;
  await kim.goto(path);
  const answer = kim.waitForResponse((response) => response.url().endsWith("?step=code"));
  await kim.getByRole("button", { name: "Join Workspace" }).click();
  const body = await (await answer).body();
  expect(body.length).toBeLessThanOrEqual(6_000);
  expect(body.toString()).not.toContain("<script");
  const code = await codeFor(page, phone, 2);

  await mallory.goto(path);
  await mallory.getByRole("button", { name: "Join Workspace" }).click();
  await mallory.getByLabel("Code").fill(code);
  await mallory.getByRole("button", { name: "Join Workspace" }).click();
  await expect(mallory.getByRole("alert")).toContainText("not the code");
  await expect(mallory.getByRole("heading", { level: 1 })).toHaveText("Enter the code we sent");
  for (const left of [3, 2, 1, 0]) {
    await mallory.getByLabel("Code").fill(code);
    await mallory.getByRole("button", { name: "Join Workspace" }).click();
    await expect(mallory.getByRole("alert")).toContainText(left ? `${left} tr` : "no longer works");
  }
  await expect(mallory.getByText("on its way")).toHaveCount(0);
  await expect(mallory.getByLabel("Code")).toHaveCount(0);
  await expect(mallory.getByRole("button", { name: "Send a new code" })).toBeVisible();

  await kim.getByLabel("Code").fill(code);
  await kim.getByLabel("Your name").fill("Kim of evil.example");
  await kim.getByRole("button", { name: "Join Workspace" }).click();
  await expect(kim.getByRole("alert")).toContainText("Leave out links");
  await expect(kim.getByLabel("Code")).toHaveValue(code);
  await kim.getByLabel("Your name").fill("");
  await kim.getByRole("button", { name: "Join Workspace" }).click();
  await expect(kim.getByRole("heading", { level: 1, name: "Passed on" })).toBeVisible();
  await kim.goto(`${new URL(kim.url()).pathname.split("/w/")[0]}/account`);
  await kim.getByLabel("Email").fill("kim");
  await kim.getByRole("button", { name: "Send code" }).click();
  await expect(kim.getByText("This needs an email or phone number.")).toBeVisible();
  await expect(kim.getByLabel("Email")).toHaveValue("kim");
  await expect(kim.getByLabel("Your name")).toHaveValue("");
  await kim.getByLabel("Your name").fill("Kim Lee");
  await kim.getByRole("button", { name: "Save name" }).click();
  await expect(kim.getByRole("heading", { level: 1, name: "Kim Lee" })).toBeVisible();
  await expect(kim.getByLabel("Your name")).toHaveValue("Kim Lee");
});
