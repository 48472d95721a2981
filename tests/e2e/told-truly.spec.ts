import { expect, test } from "@playwright/test";
import { freshAddress, mailFor, newestMail } from "./mail";
import { ADMIN, INTERNAL, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

test("an address corrected after cancelling is saved, and nothing claims to be sent", async ({ page }) => {
  const [kim, right] = [freshAddress("kim"), freshAddress("kimberly")];
  await signInAs(page, ADMIN);
  await startFlow(page, "Corrected late", []);
  const panel = await openMembers(page);
  await invite(page, [kim]);
  await newestMail(page, kim);
  await memberRow(panel, kim).getByRole("button", { name: "Not Joined" }).click();
  const popover = page.getByRole("dialog", { name: `Invitation for ${kim}` });
  await popover.getByRole("button", { name: "Cancel Invitation" }).click();
  await expect(popover).toContainText(`Email went to ${kim}`);
  await popover.getByRole("button", { name: "Change email or phone" }).click();
  const change = page.getByRole("dialog", { name: `Change email or phone of ${kim}` });
  await expect(change).toContainText("This invitation is no longer open and is not sent there.");
  await change.getByLabel("New email or phone number").fill(right);
  await change.getByRole("button", { name: "Save", exact: true }).click();
  await expect(
    page.getByText("Address saved. Nothing was sent; use Invite Members to ask again."),
  ).toBeVisible();
  await expect(change).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(popover).toBeHidden();
  await panel.getByRole("button", { name: "Resend to all" }).click();
  await expect(panel.getByText("Their invitation was cancelled.")).toContainText(right);
  expect(await mailFor(page, right)).toEqual([]);
});

test("a copied link is no longer offered once another address has ended it", async ({ page }) => {
  const [kim, right] = [freshAddress("kim"), freshAddress("kimberly")];
  await signInAs(page, ADMIN);
  await startFlow(page, "Ended link", []);
  const panel = await openMembers(page);
  await invite(page, [kim]);
  await memberRow(panel, kim).getByRole("button", { name: "Not Joined" }).click();
  const copy = page.getByRole("button", { name: "Copy invite link" });
  await copy.click();
  await expect(page.getByLabel(`Invite link of ${kim}`)).toBeVisible();
  await page.getByRole("button", { name: "Change email or phone" }).click();
  const address = page.getByLabel("New email or phone number");
  await address.fill("kimberly@nowhere");
  await address.press("Enter");
  await expect(page.getByText("needs a full email address").first()).toBeVisible();
  await expect(page.getByLabel(`Invite link of ${kim}`)).toHaveCount(1);
  await address.fill(right);
  await address.press("Enter");
  await expect(page.getByText(`Invitation sent to ${right}.`)).toBeVisible();
  await expect(page.getByLabel(/^Invite link of/)).toHaveCount(0);
  await copy.click();
  await expect(page.getByLabel(`Invite link of ${right}`)).toBeVisible();
});

test("once the one who needed attention is sent to again, no alert and no promise remains", async ({
  page,
}) => {
  const [fatima, address] = ["Fatima El-Amin", "fatima.elamin@nordlicht.example"];
  await signInAs(page, ADMIN);
  await page.goto("/northwind/timeline?find=nordlicht");
  await page.getByRole("link", { name: /Nordlicht Energie market entry/ }).click();
  const panel = await openMembers(page);
  await panel.getByRole("button", { name: "Invite Members" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite Members" });
  await dialog.getByRole("combobox", { name: "People" }).fill(`${address},`);
  await expect(dialog.getByText(`${fatima} has not joined yet: nothing is sent`)).toBeVisible();
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Nobody was invited. 1 needs your attention.");
  await dialog.getByRole("button", { name: "Resend Invitation" }).click();
  await expect(dialog.getByText(`Invitation sent again to ${fatima}.`)).toBeVisible();
  await expect(dialog.getByRole("alert")).toHaveCount(0);
});

test("a pasted name that messages must not carry is left out, and its chip says so", async ({ page }) => {
  const kim = freshAddress("kim");
  await signInAs(page, ADMIN);
  await startFlow(page, "Left out", []);
  const panel = await openMembers(page);
  await panel.getByRole("button", { name: "Invite Members" }).click();
  const field = page.getByRole("combobox", { name: "People" });
  await field.fill(`Visit evil.com <${kim}>`);
  await field.press("Enter");
  const chip = page.getByRole("list", { name: "Chosen people" }).getByRole("listitem");
  await expect(chip).toContainText(`${kim}`);
  await expect(chip).toContainText("name left out: no links or numbers, at most 60 characters");
});

test("the notice of an act covers neither the row below it nor the page under its head", async ({ page }) => {
  const kim = freshAddress("kim");
  await signInAs(page, ADMIN);
  await startFlow(page, "Uncovered", [{ role: "Client signatory", action: "Upload documents" }]);
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Assign" }).click();
  await page.getByRole("combobox").fill(kim);
  await page.getByRole("combobox").press("Enter");
  const notice = page
    .getByRole("banner")
    .getByRole("status")
    .filter({ hasText: `${kim} invited as` });
  await expect(notice).toBeVisible();
  const box = await notice.boundingBox();
  const heading = await main.getByRole("heading", { level: 1 }).boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(heading?.y ?? 0);
  const head = await page.getByRole("banner").boundingBox();
  const button = await page.getByRole("banner").getByRole("button", { name: "Invite Members" }).boundingBox();
  expect((button?.y ?? 0) - (head?.y ?? 0)).toBeGreaterThanOrEqual(8);
});

test("who is a member already is told beside who was invited", async ({ page }) => {
  const kim = freshAddress("kim");
  await signInAs(page, ADMIN);
  await startFlow(page, "A member already", []);
  const panel = await openMembers(page);
  await invite(page, [INTERNAL]);
  await expect(panel.getByText("Grace Lindqvist added.")).toBeVisible();
  await invite(page, [INTERNAL, kim]);
  await expect(panel.getByText(`${kim} invited. Grace Lindqvist is a member already.`)).toBeVisible();
});
