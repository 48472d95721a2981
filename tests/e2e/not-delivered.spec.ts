import { expect, type Locator, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { check } from "./axe";
import { addOrganization, type Installation, signInByCode, test } from "./installation";
import { invite, memberRow, openMembers, startFlow } from "./places";

const ADA = "ada@northwind.example";
const [KIM, LEE, MAX] = ["kim@acme.example", "lee@acme.example", "max@acme.example"];
const SOON = { timeout: 5_000 };

async function signIn(page: Page, installation: Installation): Promise<void> {
  await addOrganization(installation, "northwind", ADA);
  await signInByCode(page, installation, ADA);
}

/** What a provider tells about the message to an address. */
const becomes = ({ db }: Installation, address: string, state: string, error: string | null = null) =>
  db.execute(sql`update messages set state = ${state}, error = ${error}, held_until = now()
    where kind = 'invitation' and address = ${address}`);

/** What stands in somebody's row without opening the box in it. */
const said = (panel: Locator, name: string, words: string | RegExp) =>
  memberRow(panel, name).getByText(words).filter({ visible: true });

test("a row says at once that a message came back, the banner leads to it, and another address mends it", async ({
  page,
  browser,
  baseURL,
  installation,
}) => {
  await signIn(page, installation);
  await startFlow(page, "Reef", []);
  const panel = await openMembers(page);
  await invite(page, [KIM, LEE, MAX]);
  await expect(memberRow(panel, MAX)).toBeVisible();
  await becomes(installation, MAX, "delivered");
  await becomes(installation, LEE, "delayed", "the mailbox is busy");
  await becomes(installation, KIM, "bounced", "mailbox does not exist");

  await expect(said(panel, KIM, "Bounced: mailbox does not exist")).toBeVisible(SOON);
  await expect(said(panel, LEE, "Delayed: the mailbox is busy")).toBeVisible();
  await expect(said(panel, MAX, /delivered/)).toHaveCount(0);
  await expect(panel.getByRole("button", { name: "Change email or phone" })).toHaveCount(1);
  const banner = panel.getByRole("status").filter({ hasText: "1 invitation was not delivered" });
  await expect(banner).toBeVisible();

  await page.setViewportSize({ width: 360, height: 740 });
  await check(page, "rows of who was not reached");
  await page.setViewportSize({ width: 1320, height: 740 });
  await banner.getByRole("link", { name: "Show" }).click();
  await expect(page).toHaveURL(/show=not-delivered/);
  await expect(memberRow(panel, LEE)).toHaveCount(0);
  await expect(memberRow(panel, KIM)).toBeVisible();

  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    baseURL,
  });
  const plain = await context.newPage();
  await plain.goto(page.url());
  await memberRow(plain.getByRole("complementary"), KIM)
    .getByRole("button", { name: "Change email or phone" })
    .click();
  const box = plain.getByRole("dialog", { name: `Invitation for ${KIM}` });
  await box.getByRole("link").click();
  await expect(plain.getByLabel("New email or phone number")).toBeAttached();
  await context.close();

  const alone = page.url();
  await page.goto("/northwind/invitations");
  await page.getByRole("link", { name: `Change email or phone of ${KIM}` }).click();
  await expect(page).toHaveURL(/\/contacts\/.*#contact-details$/);
  await page.goto(alone);

  await memberRow(panel, KIM).getByRole("button", { name: "Change email or phone" }).click();
  const popover = page.getByRole("dialog", { name: `Invitation for ${KIM}` });
  await popover.getByRole("button", { name: "Change email or phone" }).click();
  const change = page.getByRole("dialog", { name: `Change email or phone of ${KIM}` });
  await change.getByLabel("New email or phone number").fill("kimberly@acme.example");
  await change.getByRole("button", { name: "Save and send" }).click();
  await expect(panel.getByText("Every invitation was delivered.")).toBeVisible(SOON);
  await expect(banner).toHaveCount(0);
});
