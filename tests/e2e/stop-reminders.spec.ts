import { expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { freshAddress, newestMail } from "./mail";
import { ADMIN, INTERNAL, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

const listRow = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test("Not Joined → Stop reminders, and Resume reminders; the invitation stays as it is", async ({ page }) => {
  const kim = freshAddress("kim");
  await signInAs(page, INTERNAL);
  await startFlow(page, "Without reminders", []);
  const panel = await openMembers(page);
  await invite(page, [kim]);
  await newestMail(page, kim);
  await memberRow(panel, kim).getByRole("button", { name: "Not Joined" }).click();
  const popover = page.getByRole("dialog", { name: /^Invitation for/ });
  await popover.getByRole("button", { name: "Stop reminders" }).click();
  await expect(popover.getByRole("status")).toHaveText(`${kim} is not reminded any more.`);
  await expect(popover.getByText("Reminders stopped")).toBeVisible();
  await check(page, "an invitation without reminders");
  await popover.getByRole("button", { name: "Resume reminders" }).press("Enter");
  await expect(popover.getByRole("status")).toHaveText(
    `${kim} is reminded again, on the days still to come.`,
  );
  await expect(popover.getByText("Reminders stopped")).toHaveCount(0);
  await expect(popover.getByRole("button", { name: "Stop reminders" })).toBeVisible();
  const activity = page.getByRole("main");
  await expect(activity).toContainText(/stopped reminding/);
  await expect(activity).toContainText(/resumed reminding/);
});

test("without script, on a phone, the list stops reminders of what is selected, and says so in its row", async ({
  page,
  browser,
  baseURL,
}) => {
  const kim = freshAddress("kim");
  await signInAs(page, ADMIN);
  await startFlow(page, "Listed reminders", []);
  await openMembers(page);
  await invite(page, [kim]);
  await newestMail(page, kim);
  const storageState = await page.context().storageState();
  const viewport = { width: 390, height: 840 };
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL, viewport });
  const plain = await context.newPage();
  await plain.goto(`/northwind/invitations?find=${kim}`);
  await listRow(plain, kim).getByRole("checkbox").check();
  await plain.getByRole("button", { name: "Stop reminders" }).click();
  await plain.getByRole("button", { name: "Stop reminders of 1 invitation" }).click();
  await expect(plain.getByRole("main").getByRole("status").first()).toHaveText("1 without reminders.");
  await plain.getByRole("link", { name: "Back to Invitations" }).click();
  await expect(listRow(plain, kim)).toContainText("reminders stopped");
  await context.close();
  await page.goto(`/northwind/invitations?find=${kim}`);
  await check(page, "the list with an invitation without reminders");
});
