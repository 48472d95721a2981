import { expect, test } from "@playwright/test";
import { check } from "./axe";
import { thisMoment } from "./fresh";
import { freshAddress } from "./mail";
import { INTERNAL, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

test("a assigns the focused role, r resends to the focused person, F6 goes from the work to the panel and back", async ({
  page,
}) => {
  const kim = freshAddress("kim");
  await signInAs(page, INTERNAL);
  await startFlow(page, "By single keys", [{ role: "Reviewer", action: "Review" }]);
  const panel = await openMembers(page);
  await invite(page, [kim]);
  const person = memberRow(panel, kim);
  await person.focus();
  await page.keyboard.press("r");
  const box = page.getByRole("dialog", { name: `Invitation for ${kim}` });
  await expect(box.getByRole("status")).toHaveText(/^Sent \d+ seconds? ago\./);
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();

  const role = panel.getByRole("listitem").filter({ hasText: "Reviewer" }).first();
  await role.focus();
  await page.keyboard.press("F6");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("F6");
  await expect(role).toBeFocused();
  await page.keyboard.press("a");
  await expect(page.getByRole("dialog", { name: "Assign Reviewer" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toContainText("Assign the focused role");
  await check(page, "help");
});

test("r at somebody who cannot be sent to goes to what helps instead, which says why; of who declined the box opens", async ({
  page,
}) => {
  await signInAs(page, INTERNAL);
  await page.goto("/northwind/timeline");
  await page.getByRole("link", { name: "Acme Corp onboarding" }).click();
  const panel = await openMembers(page);
  const chidi = memberRow(panel, "Chidi Okonkwo");
  await chidi.focus();
  await page.keyboard.press("r");
  const change = chidi.getByRole("button", { name: "Change email or phone" });
  await expect(change).toBeFocused();
  await expect(change).toHaveAccessibleDescription("Chidi Okonkwo Blocked by the recipient: marked as spam");
  await page.keyboard.press("Enter");
  const box = page.getByRole("dialog", { name: "Invitation for Chidi Okonkwo" });
  await expect(box.getByRole("button", { name: "Change email or phone" })).toBeVisible();

  await page.goto("/northwind/timeline");
  await page.getByRole("link", { name: "Cedar Health compliance audit" }).click();
  await openMembers(page);
  await memberRow(panel, "Martin Castellano").focus();
  await page.keyboard.press("r");
  await expect(page.getByRole("dialog", { name: "Invitation for Martin Castellano" })).toBeVisible();
});

test("Ctrl K goes to a screen or a workspace by name, and does what the page offers", async ({ page }) => {
  const name = `Harbour ${thisMoment()}`;
  await signInAs(page, INTERNAL);
  await startFlow(page, name, []);
  await page.goto("/northwind/contacts");
  const row = page.getByRole("checkbox", { name: /^Select / }).first();
  await row.focus();
  await page.keyboard.press("ControlOrMeta+k");
  const menu = page.getByRole("dialog", { name: "Search" });
  await expect(menu.getByRole("searchbox")).toBeFocused();
  await check(page, "commands");
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(row).toBeFocused();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(name);
  await expect(menu.getByRole("link")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Search" }).click();
  await page.keyboard.press("ArrowDown");
  await expect(menu.getByRole("button", { name: /^Invite Members/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Invite Members" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("no such place");
  await expect(menu.getByRole("status")).toHaveText("Nothing is called “no such place”.");
});
