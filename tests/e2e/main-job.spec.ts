import { expect, test } from "@playwright/test";
import { thisMoment } from "./fresh";
import { freshAddress, freshPhone, invitePath, mailFor, newestMail } from "./mail";
import { ADMIN, CLIENT, INTERNAL, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

test("invite, message, Join Workspace, Joined: a new client by e-mail", async ({ page, browser }) => {
  const kim = freshAddress("kim");
  await signInAs(page, INTERNAL);
  await startFlow(page, "Bluebird tax return", [{ role: "Account lead", action: "Prepare the figures" }]);
  const panel = await openMembers(page);
  await invite(page, [kim]);
  await expect(page.getByRole("status").filter({ hasText: "invited" })).toContainText(kim);
  await expect(memberRow(panel, kim).getByRole("button", { name: "Not Joined" })).toBeVisible();

  const mail = await newestMail(page, kim);
  expect(mail.subject).toBe("Grace Lindqvist invited you to Bluebird tax return");
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(invitePath(mail));
  await expect(stranger.getByRole("heading", { level: 1 })).toContainText("Bluebird tax return");
  await stranger.getByRole("button", { name: "Join Workspace" }).click();
  await expect(stranger.getByRole("heading", { level: 1, name: "Bluebird tax return" })).toBeVisible();
  await stranger.close();

  await page.reload();
  await expect(memberRow(panel, kim)).toContainText("Joined");
  await expect(memberRow(panel, kim).getByRole("button", { name: "Not Joined" })).toHaveCount(0);
});

test("Not Joined → Resend Invitation says what was sent and when the next is possible", async ({ page }) => {
  const kim = freshAddress("kim");
  await signInAs(page, ADMIN);
  await startFlow(page, "Resend here", []);
  const panel = await openMembers(page);
  await invite(page, [kim]);
  await newestMail(page, kim);
  await memberRow(panel, kim).getByRole("button", { name: "Not Joined" }).click();
  const popover = page.getByRole("dialog", { name: /^Invitation for/ });
  await popover.getByRole("button", { name: "Resend Invitation" }).click();
  await expect(popover.getByRole("status")).toContainText("You can resend in");
});

test("existing people are members at once, see the workspace as New and get a notice", async ({
  page,
  browser,
}) => {
  const name = `Added at ${thisMoment()}`;
  await signInAs(page, ADMIN);
  await startFlow(page, name, []);
  const panel = await openMembers(page);
  await invite(page, [CLIENT, INTERNAL]);
  await expect(memberRow(panel, "Priya Rao")).toContainText("Joined");
  const notices = async () => (await mailFor(page, CLIENT)).filter(({ text }) => text.includes(name));
  await expect.poll(notices, { timeout: 20_000 }).toHaveLength(1);

  const client = await (await browser.newContext()).newPage();
  await signInAs(client, CLIENT);
  await client.goto("/northwind/timeline");
  const row = client.getByRole("main").getByRole("link", { name: new RegExp(name) });
  await expect(row.getByText("New", { exact: true })).toBeVisible();
  await expect(client.getByRole("link", { name: "Mailbox" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Mailbox" })).toBeVisible();
  await row.click();
  await expect(client.getByRole("heading", { level: 1, name: name })).toBeVisible();
  await client.goto("/northwind/timeline");
  await expect(row.getByText("New", { exact: true })).toHaveCount(0);
  await client.close();
});

test("a phone number gets a text message, and joins with the code sent to it", async ({ page, browser }) => {
  const phone = freshPhone();
  await signInAs(page, INTERNAL);
  await startFlow(page, "By phone", []);
  const panel = await openMembers(page);
  await invite(page, [phone]);
  const e164 = `+${phone.replace(/\D/g, "")}`;
  const sms = await newestMail(page, e164);
  expect(sms.channel).toBe("sms");
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(invitePath(sms));
  await stranger.getByRole("button", { name: "Join Workspace" }).click();
  await newestMail(page, e164, 2);
  const named = stranger.getByLabel("Your name");
  await named.fill("Kim Lee");
  await stranger.getByRole("button", { name: "Send a new code" }).click();
  const code = await newestMail(page, e164, 3);
  await expect(named).toHaveValue("Kim Lee");
  await stranger.getByLabel("Code").fill("000000");
  await stranger.getByRole("button", { name: "Join Workspace" }).click();
  await expect(stranger.getByRole("alert")).toContainText("4 tries are left");
  await expect(named).toHaveValue("Kim Lee");
  await stranger.getByLabel("Code").fill(/\b\d{6}\b/.exec(code.text)?.[0] ?? "");
  await stranger.getByRole("button", { name: "Join Workspace" }).click();
  await expect(stranger.getByRole("heading", { level: 1, name: "By phone" })).toBeVisible();
  await stranger.close();
  await page.reload();
  await expect(memberRow(panel, "Kim Lee")).toContainText("Joined");
});

test("Assign hands a role's actions over, also to somebody new", async ({ page }) => {
  const kim = freshAddress("kim");
  await signInAs(page, INTERNAL);
  await startFlow(page, "Assigning", [{ role: "Client signatory", action: "Upload documents" }]);
  await expect(page.getByText("Waiting for Client signatory to be assigned")).toBeVisible();
  const icon = page.getByRole("banner").getByRole("link", { name: "Client signatory, unassigned, Assign" });
  await page.setViewportSize({ width: 390, height: 840 });
  await expect(icon).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 720 });
  const panel = await openMembers(page);
  await panel.getByRole("button", { name: "Assign" }).click();
  const dialog = page.getByRole("dialog", { name: "Assign Client signatory" });
  await dialog.getByRole("combobox").fill(kim);
  await dialog.getByRole("combobox").press("Enter");
  await expect(page.getByRole("main").getByText(`Waiting for ${kim}`)).toBeVisible();
  await expect(page.getByText(`${kim} invited as Client signatory.`)).toHaveCount(1);
  await expect(panel.getByRole("button", { name: "Undo" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(1);
  const mail = await newestMail(page, kim);
  expect(mail.text).toContain("Client signatory");
  expect(mail.text).toContain("Upload documents");
});

test("Undo really stops the message", async ({ page }) => {
  const kim = freshAddress("kim");
  await signInAs(page, INTERNAL);
  await startFlow(page, "Undoing", []);
  await expect(page.getByText(/no actions/i)).toHaveText(["This workspace has no actions."]);
  const panel = await openMembers(page);
  await invite(page, [kim]);
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(memberRow(panel, kim)).toHaveCount(0);
  await page.waitForTimeout(7_000);
  expect(await mailFor(page, kim)).toEqual([]);
});

test("one bad address stays in the field with its reason; the good ones are invited", async ({ page }) => {
  const kim = freshAddress("kim");
  await signInAs(page, INTERNAL);
  await startFlow(page, "Partly", []);
  const panel = await openMembers(page);
  await invite(page, [kim, "jo@acme"]);
  const dialog = page.getByRole("dialog", { name: "Invite Members" });
  await expect(dialog).toContainText("needs a full email address");
  await expect(memberRow(panel, kim)).toBeVisible();
});

test("who was invited beside a bad address can be taken back where it is told", async ({ page }) => {
  const kim = freshAddress("kim");
  await signInAs(page, INTERNAL);
  await startFlow(page, "Partly undone", []);
  const panel = await openMembers(page);
  await invite(page, [kim, "jo@acme"]);
  const dialog = page.getByRole("dialog", { name: "Invite Members" });
  const alert = dialog.getByRole("alert");
  await alert.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(alert).toHaveText(/^Undone\. 1 person was taken out again/);
  await expect(dialog).toContainText("needs a full email address");
  await expect(memberRow(panel, kim)).toHaveCount(0);
});

test("complete, approve and acknowledge in order; the last completes the flow", async ({ page }) => {
  await signInAs(page, INTERNAL);
  await startFlow(page, "In order", [
    { role: "Account lead", action: "Prepare the figures" },
    { role: "Account lead", action: "Check them", kind: "Approval" },
    { role: "Account lead", action: "Read the letter", kind: "Acknowledgement" },
  ]);
  const panel = await openMembers(page);
  await panel.getByRole("button", { name: "Assign" }).click();
  const dialog = page.getByRole("dialog", { name: "Assign Account lead" });
  await dialog.getByRole("combobox").fill("Grace Lind");
  await dialog.getByRole("option", { name: /Grace Lindqvist/ }).click();
  const main = page.getByRole("main");
  for (const verb of ["Complete", "Approve", "Acknowledge"])
    await main.getByRole("button", { name: verb, exact: true }).click();
  await expect(main.getByText(/^Completed \w+ \d+$/)).toBeVisible();
  await expect(main.getByText("All actions are done")).toBeVisible();
});
