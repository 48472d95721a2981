import { expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { thisMoment } from "./fresh";
import { freshAddress, mailFor, newestMail } from "./mail";
import { ADMIN, INTERNAL, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

const saved = (page: Page) => page.getByRole("status").filter({ hasText: "Saved." });

test("an admin changes how the organization invites; what is wrong is told beside its field and stays", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/timeline");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveURL("/northwind/settings/general");
  const tabs = page.getByRole("navigation", { name: "Settings" });
  await expect(tabs.getByRole("link")).toHaveText(["General", "Invitations", "Delivery", "Notices"]);
  await tabs.getByRole("link", { name: "Invitations" }).click();
  await expect(page).toHaveURL("/northwind/settings/invitations");
  await expect(tabs.getByRole("link", { name: "Invitations" })).toHaveAttribute("aria-current", "true");
  await check(page, "settings of invitations");

  const days = page.getByLabel("Remind on days");
  const limit = page.getByLabel("Messages an admin may cause in a day");
  await days.fill("2, 40");
  await limit.fill("many");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "Please check the marked fields. Nothing was changed.",
  );
  await expect(days).toHaveAccessibleDescription(/Enter at most 5 days from 1 to 29/);
  await expect(limit).toHaveAccessibleDescription(/Enter a number of messages from 1 to 100,000/);
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await expect(days).toHaveValue("2, 40");
  await check(page, "settings that were refused");

  await days.fill("9, 5, 2");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(limit).toBeFocused();
  await limit.fill("6,000");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(saved(page)).toBeVisible();
  await expect(days).toHaveValue("2, 5, 9");
  await page.reload();
  await expect(limit).toHaveValue("6000");
});

test("an admin blocks a domain: a colleague who invites there is told, and the others are invited", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/settings/invitations");
  const allowed = page.getByLabel("Allowed domains");
  const blocked = page.getByLabel("Blocked domains");
  await allowed.fill("rivals.example");
  await blocked.fill("@Rivals.example, kim@rivals.example");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(blocked).toHaveAccessibleDescription(/“kim@rivals\.example” is an address\./);
  await expect(allowed).toHaveValue("rivals.example");
  await blocked.fill("@Rivals.example");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(blocked).toHaveAccessibleDescription(/“rivals\.example” is allowed as well\./);
  await check(page, "settings with a domain in both lists");
  await allowed.fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(saved(page)).toBeVisible();
  await expect(blocked).toHaveValue("rivals.example");

  await page.context().clearCookies();
  await signInAs(page, INTERNAL);
  await startFlow(page, "Blocked domain", []);
  const panel = await openMembers(page);
  const kim = freshAddress("kim");
  const lee = `lee.${thisMoment()}@rivals.example`;
  const mia = `${lee}.clients.example`;
  await invite(page, [kim, lee, mia]);
  const dialog = page.getByRole("dialog", { name: "Invite Members" });
  await expect(dialog).toContainText("invitations to rivals.example are blocked in the settings");
  await expect(memberRow(panel, kim)).toBeVisible();
  await expect(memberRow(panel, mia)).toBeVisible();
  await expect(memberRow(panel, lee)).toHaveCount(0);
  await newestMail(page, kim);
  expect(await mailFor(page, lee)).toEqual([]);
});

test("an admin sees what the organization is called and goes by; a name with a link in it is refused", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/settings/general");
  const name = page.getByLabel("Name of the organization");
  await expect(name).toHaveValue("Northwind Advisory");
  await name.fill("Win at evil.example");
  await page.getByLabel("Language").selectOption("German");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(name).toHaveAccessibleDescription(/Leave out links, domains/);
  await expect(page.getByLabel("Language")).toHaveValue("de");
  await name.fill("Northwind Advisory");
  await page.getByLabel("Language").selectOption("English");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(saved(page)).toBeVisible();
  await check(page, "general settings");
});

test("an internal user sees their own notices only, and chooses them without script on a phone", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, INTERNAL);
  await page.goto("/northwind/settings");
  await expect(page).toHaveURL("/northwind/settings/notices");
  await check(page, "settings of notices");
  await expect(page.getByRole("navigation", { name: "Settings" }).getByRole("link")).toHaveText(["Notices"]);
  const storageState = await page.context().storageState();
  const viewport = { width: 390, height: 840 };
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL, viewport });
  const plain = await context.newPage();
  await plain.goto("/northwind/settings/notices");
  await plain.getByLabel("Once a day, after 17:00").check();
  await plain.getByLabel("My time zone").selectOption("Europe/Berlin");
  await plain.getByRole("button", { name: "Save" }).click();
  await expect(saved(plain)).toBeVisible();
  await plain.reload();
  await expect(plain.getByLabel("Once a day, after 17:00")).toBeChecked();
  await expect(plain.getByLabel("My time zone")).toHaveValue("Europe/Berlin");
  const refused = await plain.goto("/northwind/settings/invitations");
  expect(refused?.status()).toBe(404);
  await expect(plain.getByLabel("Remind on days")).toHaveCount(0);
  await context.close();
});

test("on a phone the settings fit, in both themes", async ({ page }) => {
  await signInAs(page, ADMIN);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 840 });
    for (const tab of ["general", "invitations", "notices"]) {
      await page.goto(`/northwind/settings/${tab}`);
      await check(page, `settings: ${tab} at ${width} px`);
    }
  }
});

test("the owner of a workspace gives it reminders of its own, and takes them away", async ({ page }) => {
  await signInAs(page, INTERNAL);
  await startFlow(page, "With reminders", []);
  await page.getByRole("banner").getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Reminders" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("Reminders: on days 2, 5 and 9.");
  await page.getByLabel("On days of its own").check();
  await page.getByLabel("Days after inviting").fill("4 1");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(main).toContainText("Reminders: on days 1 and 4.");
  await check(page, "reminders of a workspace");
  await page.getByLabel("Never").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(main).toContainText("Reminders: never.");
});
