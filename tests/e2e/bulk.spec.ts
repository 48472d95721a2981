import { expect, type Locator, type Page, test } from "@playwright/test";
import { thisMoment } from "./fresh";
import { freshAddress, mailFor, newestMail } from "./mail";
import { ADMIN, INTERNAL, invite, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

const paste = (field: Locator, text: string) =>
  field.evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

/** Invites a pasted list into a new workspace: that makes the contacts. */
async function invitePasted(page: Page, workspace: string, list: string[]): Promise<void> {
  await startFlow(page, workspace, []);
  const panel = await openMembers(page);
  await panel.getByRole("button", { name: "Invite Members" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite Members" });
  await paste(dialog.getByRole("combobox", { name: "People" }), list.join("\n"));
  await dialog.getByRole("button", { name: `Invite ${list.length} people` }).click();
  await expect(dialog).toBeHidden();
}

const result = (page: Page) => page.getByRole("main").getByRole("status").first();

test("two hundred contacts that match are added to a workspace, and what became of each is told", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  const tag = `bulk${thisMoment()}`;
  const list = Array.from({ length: 200 }, (_, i) => `p${String(i).padStart(3, "0")}@${tag}.example`);
  await invitePasted(page, "Where they come from", list);
  const target = `Target ${tag}`;
  await startFlow(page, target, []);
  await openMembers(page);
  await invite(page, [list[0] ?? "", list[1] ?? ""]);

  await page.goto(`/northwind/contacts?find=${tag}`);
  await page.getByRole("link", { name: "Select all 200 that match" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What is to be done?" })).toBeVisible();
  await expect(page.getByText("200 people: p000@")).toContainText("and 195 more");
  await page.getByRole("link", { name: "Add to Workspace" }).click();
  await page.getByLabel("Workspace").selectOption(target);
  await page.getByLabel("Note (optional)").fill("Welcome aboard.");
  await page.getByRole("button", { name: `Add 200 people to ${target}` }).click();
  await expect(result(page)).toHaveText("198 invited, 2 not done.");
  await expect(page.getByText("2 people: already invited")).toBeVisible();
  await expect(page.getByText(list[0] ?? "", { exact: true })).toBeVisible();
  await newestMail(page, list[199] ?? "", 2);
  expect(await mailFor(page, list[0] ?? "")).toHaveLength(2);
  await page.getByRole("link", { name: `Open ${target}` }).click();
  await expect(page.getByRole("complementary", { name: "Members" })).toContainText("201");
});

test("a workspace chosen before the page's script has come counts once it has", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts");
  await page.getByRole("main").getByRole("row").nth(1).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Add to Workspace" }).click();
  await expect(page.getByText("1 person", { exact: true })).toBeVisible();
  let letScriptsCome = () => {};
  const scripts = new Promise<void>((resolve) => {
    letScriptsCome = resolve;
  });
  await page.route("**/*.js", (route) => scripts.then(() => route.continue()));
  await page.reload({ waitUntil: "commit" });
  await page.getByLabel("Workspace").selectOption({ index: 1 });
  await expect(page.getByRole("button", { name: "Add 1 person", exact: true })).toBeVisible();
  letScriptsCome();
  await expect(page.getByRole("button", { name: /^Add 1 person to .+/ })).toBeVisible();
});

test("without script, on a phone: selected contacts are added, invited and told about", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  const [one, two] = [freshAddress("plain"), freshAddress("plain")];
  await invitePasted(page, "Where plain ones come from", [one, two]);
  const target = `Plain ${thisMoment()}`;
  await startFlow(page, target, [{ role: "Signatory", action: "Sign" }]);
  const storageState = await page.context().storageState();
  const viewport = { width: 390, height: 840 };
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL, viewport });
  const plain = await context.newPage();
  await plain.goto(`/northwind/contacts?find=${one}`);
  await plain.getByRole("checkbox", { name: `Select ${one}` }).check();
  await plain.getByRole("button", { name: "Add to Workspace" }).click();
  await plain.getByLabel("Workspace").selectOption(target);
  await plain.getByLabel("Role (optional)").selectOption("Signatory");
  await plain.getByRole("button", { name: "Add 1 person" }).click();
  await expect(result(plain)).toHaveText("1 invited.");
  await plain.reload();
  const overflow = await plain.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await context.close();
});

test("two contacts of one person become one: the invitation goes to the address that stays", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  const [work, home] = [freshAddress("work"), freshAddress("home")];
  const workspace = `Merged ${thisMoment()}`;
  await invitePasted(page, `${workspace} first`, [work, freshAddress("other")]);
  await startFlow(page, workspace, []);
  await openMembers(page);
  await invite(page, [home]);
  await newestMail(page, home);
  const name = `Kim ${thisMoment()}`;
  for (const address of [home, work]) {
    await page.goto(`/northwind/contacts?find=${address}`);
    await page.getByRole("link", { name: address, exact: true }).click();
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
  await page.reload();
  const region = page.getByRole("region", { name: "Possible duplicates" });
  await expect(region).toContainText(home);
  await region.getByRole("link", { name: /^Merge… with/ }).click();
  await expect(page.getByRole("region", { name: `Stays: ${name}` })).toContainText(work);
  await expect(page.getByRole("region", { name: `Goes: ${name}` })).toContainText(workspace);
  await expect(page.getByRole("region", { name: "What will happen" })).toContainText(
    `${home} is written into the history and no longer used.`,
  );
  await page.getByRole("link", { name: /^Keep Kim .* instead$/ }).click();
  await expect(page.getByRole("region", { name: `Stays: ${name}` })).toContainText(home);
  await page.getByRole("link", { name: /^Keep Kim .* instead$/ }).click();
  await expect(page.getByRole("region", { name: `Stays: ${name}` })).toContainText(work);
  await page.getByRole("button", { name: "Merge contacts" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(result(page)).toContainText(`merged ${name} (${home}) into ${name}`);
  await expect(page.getByText("no longer used:").first()).toContainText(home);
  await expect(page.getByRole("link", { name: workspace, exact: true })).toBeVisible();
  await expect(region).toHaveCount(0);
  await page.goto(`/northwind/contacts?find=${home}`);
  await expect(page.getByText(`Nobody matches “${home}”.`)).toBeVisible();
});

test("deactivating ends an open session by itself; reactivating lets in again", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  const kim = freshAddress("gone");
  const workspace = `Left ${thisMoment()}`;
  await startFlow(page, workspace, []);
  await openMembers(page);
  await invite(page, [kim]);
  const path = /(\/invite\/[A-Za-z0-9_-]+)/.exec((await newestMail(page, kim)).text)?.[1] ?? "";
  const other = await (await browser.newContext({ baseURL })).newPage();
  await other.goto(path);
  await other.getByRole("button", { name: "Join Workspace" }).click();
  await expect(other.getByRole("heading", { level: 1, name: workspace })).toBeVisible();

  await page.goto(`/northwind/contacts?find=${kim}`);
  await page.getByRole("checkbox", { name: `Select ${kim}` }).check();
  await page.getByRole("button", { name: "Deactivate" }).click();
  await page.getByRole("button", { name: "Deactivate 1 person" }).click();
  await expect(result(page)).toHaveText("1 deactivated.");
  await expect(other).toHaveURL(/\/sign-in/);

  await page.goto("/northwind/timeline");
  await page.getByRole("link", { name: new RegExp(workspace) }).click();
  const panel = await openMembers(page);
  await expect(panel.getByRole("listitem").filter({ hasText: kim })).toContainText("Deactivated");
  await page.goto(`/northwind/contacts?find=${kim}`);
  await page.getByRole("link", { name: kim, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: kim })).toBeVisible();
  await expect(page.getByRole("main").getByText("Deactivated", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Reactivate" }).click();
  await expect(page.getByRole("button", { name: "Deactivate" })).toBeVisible();
});

test("an export holds what the list shows, as text that computes nothing", async ({ page }) => {
  await signInAs(page, INTERNAL);
  await page.goto("/northwind/contacts?find=nadia");
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export", exact: true }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^northwind-contacts-\d{4}-\d\d-\d\d\.csv$/);
  const response = await page.request.get("/northwind/contacts/export?tab=clients");
  expect(response.headers()).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "cache-control": "private, no-store",
  });
  const text = (await response.body()).toString("utf8");
  expect(text).toMatch(
    /^\ufeff"Name","Email","Phone","Company","Title","Kind","Status","Groups","Added"\r\n/,
  );
  expect(text).toMatch(
    /^"Nadia Petrova","nadia[^"]*","[^"]*","Acme[^"]*",.*"Acme finance","\d{4}-\d\d-\d\d"\r$/m,
  );
  expect(text).not.toMatch(/(^|,)"[=+\-@\t\r]/m);
  expect((await page.request.get("/northwind/contacts/export?c=nonsense&find=zzzz")).status()).toBe(200);
  expect((await page.request.get("/elsewhere/contacts/export")).status()).toBe(404);
});
