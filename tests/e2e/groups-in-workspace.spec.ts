import { expect, type Locator, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { thisMoment } from "./fresh";
import { freshAddress, mailFor, newestMail } from "./mail";
import { ADMIN, CLIENT, INTERNAL, openMembers, startFlow } from "./places";
import { signInAs } from "./session";
import { pastePeople } from "./wizard-steps";

/** Opens "Invite Members" or "Assign …" and takes a group with the keyboard alone. */
async function takeGroup(page: Page, typed: string, name: RegExp): Promise<Locator> {
  const field = page.getByRole("combobox", { name: "People" });
  await expect(field).toBeFocused();
  await page.keyboard.type(typed);
  await expect(page.getByRole("option", { name, selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  return page.getByRole("dialog");
}

const groupLink = (panel: Locator, name: string) =>
  panel.getByRole("link", { name: new RegExp(`^${name} .* joined$`) });

const rowOf = (panel: Locator, name: string) =>
  panel
    .getByRole("listitem")
    .filter({ has: panel.page().getByRole("link", { name: new RegExp(`^${name} `) }) });

/** The members panel of the workspace that the demo has added "Nordlicht board" to. */
async function openNordlicht(page: Page): Promise<Locator> {
  await page.goto("/northwind/timeline");
  await page.getByRole("link", { name: /Nordlicht Energie market entry/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Nordlicht/ })).toBeVisible();
  return openMembers(page);
}

test("a group is invited with the keyboard, expands to its people, and is sent to again as a whole", async ({
  page,
}) => {
  await signInAs(page, INTERNAL);
  await startFlow(page, "With a group", []);
  const panel = await openMembers(page);
  await page.keyboard.press("i");
  const dialog = await takeGroup(page, "acme fi", /Acme finance 4 people Client group/);
  await expect(dialog.getByRole("list", { name: "Chosen people" })).toContainText("Acme finance · 4");
  await expect(dialog).toContainText("Acme finance: 4 people.");
  await expect(dialog.getByRole("button", { name: "Invite 4 people" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(panel.getByRole("status").filter({ hasText: "invited" })).toBeVisible();

  const link = groupLink(panel, "Acme finance");
  await expect(link).toHaveAccessibleName(/Client group · 1 of 4 joined$/);
  await expect(panel.getByRole("list", { name: "People of Acme finance" })).toHaveCount(0);
  await link.click();
  await expect(link).toHaveAttribute("aria-expanded", "true");
  const people = panel.getByRole("list", { name: "People of Acme finance" });
  await expect(people.getByRole("listitem")).toHaveCount(4);
  await people.getByRole("button", { name: "Not Joined" }).first().click();
  const blocked = page.getByRole("dialog", { name: "Invitation for Chidi Okonkwo" });
  await expect(blocked).toContainText("Blocked by the recipient: marked as spam");
  await expect(blocked.getByRole("link", { name: "Change email or phone" })).toBeVisible();
  await page.keyboard.press("Escape");

  await rowOf(panel, "Acme finance").getByRole("button", { name: "Not Joined 3" }).click();
  const popover = page.getByRole("dialog", { name: "Invitation for Acme finance" });
  await expect(popover).toContainText("3 of 4 have not joined: ");
  await popover.getByRole("button", { name: "Resend Invitation to 3 people" }).click();
  await expect(popover.getByRole("status")).toContainText("0 sent, 3 skipped.");
  await expect(popover.getByRole("status")).toContainText("You can resend in");

  await page.keyboard.press("Escape");
  await page.keyboard.press("i");
  await expect(page.getByRole("combobox", { name: "People" })).toBeFocused();
  await page.keyboard.type("acme fi");
  await expect(page.getByRole("option", { name: /Acme finance/ })).toHaveAttribute("aria-disabled", "true");
});

test("a role is assigned to a group, and one of its people completes the action", async ({
  page,
  browser,
}) => {
  const name = `Of a group ${thisMoment()}`;
  await signInAs(page, INTERNAL);
  await startFlow(page, name, [{ role: "Borrower", action: "Confirm the figures" }]);
  const panel = await openMembers(page);
  await panel.getByRole("button", { name: "Assign" }).click();
  await takeGroup(page, "acme finance", /Acme finance/);
  await expect(page.getByRole("link", { name: "Borrower: Acme finance" })).toBeVisible();
  await expect(page.getByRole("main").getByText("Waiting for Acme finance")).toBeVisible();

  const client = await (await browser.newContext()).newPage();
  await signInAs(client, CLIENT);
  await client.goto(page.url().split("?")[0] ?? "");
  await client.getByRole("button", { name: "Complete", exact: true }).click();
  await expect(client.getByText("Completed by Priya Rao")).toBeVisible();
  await client.close();
});

test("somebody added to the group quietly gets nothing until an invitation is sent to them", async ({
  page,
}) => {
  const kim = freshAddress("quiet-kim");
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts?tab=groups");
  await page.getByRole("main").getByRole("link", { name: "Nordlicht board", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nordlicht board" })).toBeVisible();
  const groupPage = page.url();
  await page.getByText("Add people", { exact: true }).click();
  await pastePeople(page.getByRole("combobox", { name: "People" }), [kim]);
  await page.getByLabel("Add quietly").check();
  await page.getByRole("button", { name: "Add to group" }).click();
  await expect(page.getByLabel(`Select ${kim}`)).toBeVisible();

  const panel = await openNordlicht(page);
  await groupLink(panel, "Nordlicht board").click();
  const row = panel
    .getByRole("list", { name: "People of Nordlicht board" })
    .getByRole("listitem")
    .filter({ hasText: kim });
  await row.getByRole("button", { name: "Not Joined" }).click();
  const popover = page.getByRole("dialog", { name: `Invitation for ${kim}` });
  await expect(popover).toContainText("No invitation sent yet (added quietly)");
  expect(await mailFor(page, kim)).toEqual([]);
  await popover.getByRole("button", { name: "Send Invitation" }).click();
  await expect(popover.getByRole("status")).toHaveText("1 sent.");
  expect((await newestMail(page, kim)).subject).toContain("Nordlicht Energie market entry");

  await page.goto(groupPage);
  await page.getByLabel(`Select ${kim}`).check();
  await page.getByRole("button", { name: "Remove from group" }).click();
  await expect(page.getByLabel(`Select ${kim}`)).toHaveCount(0);
});

test("whoever adds to a group reads how many are invited to its workspaces with that", async ({ page }) => {
  const kim = freshAddress("late-kim");
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts?tab=groups");
  await page.getByRole("main").getByRole("link", { name: "Nordlicht board", exact: true }).click();
  await page.getByText("Add people", { exact: true }).click();
  await pastePeople(page.getByRole("combobox", { name: "People" }), [kim]);
  await page.getByRole("button", { name: "Add to group" }).click();
  const said = page.getByRole("status").filter({ hasText: "1 added." });
  await expect(said).toContainText("1 person invited to the group's workspaces.");
  await page.getByLabel(`Select ${kim}`).check();
  await page.getByRole("button", { name: "Remove from group" }).click();
  await expect(page.getByLabel(`Select ${kim}`)).toHaveCount(0);
});

for (const width of [1320, 390])
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 840 } });

    test("the opened group, its popover and what removing means: axe finds nothing", async ({ page }) => {
      await signInAs(page, ADMIN);
      const panel = await openNordlicht(page);
      await groupLink(panel, "Nordlicht board").click();
      const people = panel.getByRole("list", { name: "People of Nordlicht board" });
      await expect(people.getByRole("listitem").first()).toBeVisible();
      await check(page, "the opened group");
      await people
        .getByRole("link", { name: /^More about/ })
        .first()
        .click();
      await expect(people).toContainText("is here through Nordlicht board");
      await panel.getByRole("button", { name: /^Not Joined \d/ }).click();
      await check(page, "the group's popover");
    });
  });
