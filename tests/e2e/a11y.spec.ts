import { expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { freshAddress, invitePath, mailFor, newestMail } from "./mail";
import { ADMIN, invite, openMembers, startFlow } from "./places";
import { signInAs } from "./session";
import { choose, fillDetails, freshName } from "./wizard-steps";

/** Rules about documents of their own, which a message inside a mail program is not. */
const PAGE_RULES = ["document-title", "landmark-one-main", "region"];

async function visit(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await check(page, path);
  }
}

for (const width of [1320, 390])
  test.describe(`at ${width} px, in both themes: axe finds nothing, nothing scrolls sideways`, () => {
    test.use({ viewport: { width, height: 840 } });
    test.setTimeout(240_000);

    test("pages for strangers, the timeline, a workspace and its members", async ({ page }) => {
      await visit(page, ["/sign-in", "/invite/nothing", "/stop/nothing"]);
      await signInAs(page, ADMIN);
      await visit(page, [
        "/",
        "/northwind/timeline",
        "/northwind/timeline?find=nobody",
        "/northwind/w/new",
        "/mailbox",
        "/nowhere",
      ]);
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
    });

    test("contacts, groups, acts on many and the wizard", async ({ page }) => {
      await signInAs(page, ADMIN);
      await visit(page, [
        "/northwind/contacts",
        "/northwind/contacts?find=acme&state=invited",
        "/northwind/contacts?find=nobody",
        `/northwind/contacts?find=${"nobody".repeat(20)}`,
        "/northwind/contacts?tab=internal",
        "/northwind/contacts?tab=groups",
        "/northwind/contacts/bulk?all=1&find=acme&do=workspace",
        "/northwind/contacts/bulk?all=1&find=acme",
        "/northwind/contacts/new/client",
        "/northwind/contacts/new/internal",
        "/northwind/contacts/new/client-group",
        "/northwind/contacts/new/internal-team",
      ]);
      await page.goto("/northwind/contacts?tab=groups");
      await page.getByRole("main").getByRole("link", { name: "Acme finance", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Acme finance" })).toBeVisible();
      await check(page, "group");
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
    });
  });

test("the invitation's page, in both themes", async ({ page, browser, baseURL }) => {
  const kim = freshAddress("axe");
  await signInAs(page, ADMIN);
  await startFlow(page, "Looked at", []);
  await openMembers(page);
  await invite(page, [kim]);
  const path = invitePath(await newestMail(page, kim));
  const context = await browser.newContext({ baseURL, viewport: { width: 320, height: 640 } });
  const stranger = await context.newPage();
  await stranger.goto(path);
  await check(stranger, "invitation");
  await context.close();
});
