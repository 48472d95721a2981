import { expect, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { addOrganization, type Installation, signInByCode, test } from "./installation";

const ADA = "ada@fjord.example";

async function signIn(page: Page, installation: Installation): Promise<void> {
  await addOrganization(installation, "fjord", ADA);
  await signInByCode(page, installation, ADA);
}

const pause = ({ db }: Installation, reason: string) =>
  db.execute(sql`
    insert into channel_pauses (provider, until, reason) values ('mailbox', now() + interval '1 hour', ${reason})`);

test.afterEach(({ installation }) =>
  installation.db.execute(sql`truncate channel_pauses, channel_health, suppressions`),
);

test("an outage is said where people invite, and in the settings; when it is over nothing is", async ({
  page,
  installation,
}) => {
  await signIn(page, installation);
  await pause(installation, "outage");
  await page.goto("/fjord/contacts");
  const strip = page
    .getByRole("status")
    .filter({ hasText: "The mail service does not answer. New messages wait and go out by themselves." });
  await expect(strip).toContainText("Nothing is lost. Copying the link still works.");
  await page.goto("/fjord/w/new");
  await page.getByLabel("Name", { exact: true }).fill("Harbour");
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByRole("heading", { name: "Harbour", level: 1 })).toBeVisible();
  await page.goto(`${page.url()}?panel=members`);
  await expect(page.getByRole("complementary", { name: "Members" }).locator(strip)).toBeVisible();
  await installation.db.execute(sql`delete from channel_pauses`);
  await expect(strip).toHaveCount(0, { timeout: 15_000 });
  await pause(installation, "quota");
  await page.goto("/fjord/settings/delivery");
  await expect(page.getByText(/^Paused until (?:\w+ \d+, )?\d\d:\d\d: quota used up\.$/)).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await expect(
    page.getByText(
      "The mail service's quota is used up. Codes come late or not at all: try again in a while.",
    ),
  ).toBeVisible();
});

test("an admin sends a test message to themselves and sees what became of it", async ({
  page,
  installation,
}) => {
  await signIn(page, installation);
  await page.goto("/fjord/settings/delivery");
  await expect(page.getByText("Local mailbox")).toBeVisible();
  await page.getByRole("button", { name: "Send a test message to me" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: `A test message is on its way to ${ADA}.` }),
  ).toBeVisible();
  await expect(page.getByText(`Waiting to be sent · ${ADA} · just now`)).toBeVisible();
  await installation.db.execute(sql`update messages set state = 'delivered' where kind = 'test_message'`);
  await expect(page.getByText(`Email delivered · ${ADA}`)).toBeVisible({ timeout: 15_000 });
});

test("without script, an admin finds a blocked address and lifts it", async ({
  page,
  browser,
  baseURL,
  installation,
}) => {
  await signIn(page, installation);
  await installation.db.execute(sql`
    insert into suppressions (org_id, address, reason, detail)
    select id, address, 'bounced', 'mailbox does not exist'
    from organizations, unnest('{kim@acme.example,lee@acme.example,sam@acme.example}'::text[]) as address`);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto("/fjord/settings/delivery");
  await plain.getByRole("searchbox", { name: "Find an address" }).fill("kim@");
  await plain.getByRole("searchbox", { name: "Find an address" }).press("Enter");
  await expect(plain.getByText("Came back: mailbox does not exist")).toHaveCount(1);
  await plain.getByRole("button", { name: "Lift kim@acme.example" }).click();
  await expect(
    plain.getByRole("status").filter({ hasText: "kim@acme.example can be written to again." }),
  ).toBeVisible();
  await plain.goto("/fjord/settings/delivery");
  await plain.getByLabel("Select lee@acme.example").check();
  await plain.getByLabel("Select sam@acme.example").check();
  await plain.getByRole("button", { name: "Lift selected" }).click();
  await expect(
    plain.getByRole("status").filter({ hasText: "2 addresses can be written to again." }),
  ).toBeVisible();
  await expect(plain.getByText("No address is blocked.")).toBeVisible();
  await context.close();
});
