import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { freshAddress, invitePath, mailFor, newestMail } from "./mail";
import { ADMIN, invite, openMembers, startFlow } from "./places";
import { signInAs } from "./session";
import { choose, fillDetails, freshName } from "./wizard-steps";

/** Rules about documents of their own, which a message inside a mail program is not. */
const PAGE_RULES = ["document-title", "landmark-one-main", "region"];

async function check(page: Page, name: string, without: string[] = []): Promise<void> {
  if (without.length === 0) await expect(page).toHaveTitle(/./);
  const axe = new AxeBuilder({ page }).exclude("iframe").setLegacyMode().disableRules(without);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.target}`)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [1320, 390])
    test(`every screen, ${colorScheme}, ${width} px: axe finds nothing, nothing scrolls sideways`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(180_000);
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 840 }, baseURL });
      const page = await context.newPage();
      await page.goto("/sign-in");
      await check(page, "sign-in");
      await page.goto("/invite/nothing");
      await check(page, "dead link");
      await page.goto("/stop/nothing");
      await check(page, "stop");
      await signInAs(page, ADMIN);
      for (const path of [
        "/",
        "/northwind/timeline",
        "/northwind/timeline?find=nobody",
        "/northwind/w/new",
        "/northwind/contacts",
        "/northwind/contacts?find=acme&state=invited",
        "/northwind/contacts?find=nobody",
        "/northwind/contacts?tab=groups",
        "/northwind/contacts/bulk?all=1&find=acme&do=workspace",
        "/northwind/contacts/bulk?all=1&find=acme",
        "/northwind/contacts/new/client",
        "/northwind/contacts/new/internal",
        "/northwind/contacts/new/client-group",
        "/northwind/contacts/new/internal-team",
        "/mailbox",
        "/nowhere",
      ]) {
        await page.goto(path);
        await check(page, path);
      }
      await page.goto("/northwind/contacts?find=nadia");
      await page.getByRole("button", { name: "New contact" }).click();
      await check(page, "menu of new contacts");
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: "Nadia Petrova", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Nadia Petrova" })).toBeVisible();
      await check(page, "contact");
      await page.getByRole("link", { name: "Merge…", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Merge contacts" })).toBeVisible();
      await check(page, "the other contact to merge");
      await page.getByRole("searchbox", { name: "Find a contact" }).fill("priya");
      await page.keyboard.press("Enter");
      await page.getByRole("link", { name: "Priya Rao" }).click();
      await expect(page.getByRole("button", { name: "Merge contacts" })).toBeVisible();
      await check(page, "merge");
      await fillDetails(page, "client-group", freshName("Looked at"), [freshAddress("axe"), "jo@acme"]);
      await check(page, "wizard, how they join");
      await choose(page, "quietly");
      await expect(page.getByText("1 needs fixing")).toBeVisible();
      await check(page, "wizard, what was added");
      const [mail] = await mailFor(page, ADMIN);
      await page.goto("/stop/nothing");
      await page.setContent(mail?.html ?? "");
      await check(page, "a message as its recipient sees it", PAGE_RULES);
      await page.goto("/northwind/timeline");
      await page.getByRole("link", { name: /Acme Corp onboarding/ }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Acme Corp onboarding" })).toBeVisible();
      await check(page, "workspace");
      const panel = await openMembers(page);
      await check(page, "members");
      await panel.getByRole("button", { name: "Not Joined" }).first().click();
      await check(page, "invitation popover");
      await page.keyboard.press("Escape");
      await panel.getByRole("button", { name: "Invite Members" }).click();
      const field = page.getByRole("combobox", { name: "People" });
      await field.fill("jo@acme,");
      await field.fill("gra");
      await expect(page.getByRole("option").first()).toBeVisible();
      await check(page, "invite dialog");
      await context.close();
    });

test("the invitation's page, light and dark", async ({ page, browser, baseURL }) => {
  const kim = freshAddress("axe");
  await signInAs(page, ADMIN);
  await startFlow(page, "Looked at", []);
  await openMembers(page);
  await invite(page, [kim]);
  const path = invitePath(await newestMail(page, kim));
  for (const colorScheme of ["light", "dark"] as const) {
    const stranger = await (
      await browser.newContext({ colorScheme, baseURL, viewport: { width: 320, height: 640 } })
    ).newPage();
    await stranger.goto(path);
    await check(stranger, `invitation ${colorScheme}`);
  }
});
