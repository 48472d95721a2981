import { expect, test } from "@playwright/test";
import { check } from "./axe";
import { freshAddress } from "./mail";
import { INTERNAL, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

test("what was cancelled, unassigned or removed comes back by Undo, also without script", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, INTERNAL);
  await startFlow(page, "Second thoughts", [{ role: "Reviewer", action: "Review" }]);
  const panel = await openMembers(page);
  const address = freshAddress("undo");
  await invite(page, [address]);
  const row = memberRow(panel, address);
  await row.getByRole("button", { name: /Not Joined/ }).click();
  await page.getByRole("button", { name: "Cancel Invitation" }).click();
  await page.keyboard.press("Escape");
  const said = panel.getByText(`${address} is not invited any more.`);
  await expect(said).toBeVisible();
  await check(page, "undo");
  const whole = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ ...whole, height: 360 });
  await panel.getByRole("heading", { name: "Members" }).hover();
  await page.mouse.wheel(0, 2000);
  await expect(panel.getByRole("heading", { name: "Roles" })).not.toBeInViewport();
  await expect(said).toBeInViewport();
  await page.setViewportSize(whole);
  const undo = panel.getByRole("button", { name: /^Undo: / });
  await undo.focus();
  await page.keyboard.press("Enter");
  await expect(undo).toHaveCount(0);
  const told = (words: string) => page.getByRole("status").filter({ hasText: words });
  await expect(told(`${address} is invited again.`)).toHaveCount(1);
  await row.getByRole("button", { name: /Not Joined/ }).click();
  await expect(page.getByRole("button", { name: "Resend Invitation", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await row.getByRole("link", { name: `More about ${address}` }).click();
  await page.getByRole("button", { name: "Remove from workspace" }).click();
  await expect(row).toHaveCount(0);
  await undo.click();
  await expect(row).toHaveCount(1);
  await expect(told(`${address} is a member again.`)).toHaveCount(1);

  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto(`${new URL(page.url()).pathname}?panel=members`);
  const plainPanel = plain.getByRole("complementary", { name: "Members" });
  await memberRow(plainPanel, address)
    .getByRole("link", { name: `More about ${address}` })
    .click();
  await plain.getByRole("button", { name: "Remove from workspace" }).click();
  await expect(plain.getByText(`${address} was removed.`)).toBeVisible();
  await expect(memberRow(plainPanel, address)).toHaveCount(0);
  await plainPanel.getByRole("button", { name: /^Undo: / }).click();
  await expect(memberRow(plainPanel, address)).toHaveCount(1);
  await context.close();
});
