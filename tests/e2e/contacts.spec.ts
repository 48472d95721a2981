import { expect, type Page, test } from "@playwright/test";
import { thisMoment } from "./fresh";
import { freshAddress, invitePath, mailFor, newestMail } from "./mail";
import { ADMIN, CLIENT, INTERNAL, invite, openMembers, startFlow } from "./places";
import { signInAs } from "./session";
import { choose, fillDetails, freshName, said } from "./wizard-steps";

const people = (page: Page) => page.getByRole("checkbox", { name: /^Select / });
const person = (page: Page, name: string) => page.getByRole("link", { name, exact: true });

async function openContacts(page: Page, query = ""): Promise<void> {
  await page.goto(`/northwind/contacts${query}`);
  await expect(page.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();
}

test("the list is sorted, narrowed and paged by its address", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/timeline");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Contacts" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();
  await expect(people(page)).toHaveCount(50);
  const first = (await people(page).first().getAttribute("aria-label")) ?? "";
  await page.getByRole("link", { name: "Load 50 more" }).click();
  await expect(page.getByRole("checkbox", { name: first, exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "Back to the start" }).click();
  await expect(page.getByRole("checkbox", { name: first, exact: true })).toBeVisible();

  const heading = page.getByRole("columnheader", { name: "Name" });
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await heading.getByRole("link").click();
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(/sort=-name/);

  await page.getByLabel("Status").selectOption("Not Joined");
  await expect(page).toHaveURL(/state=invited/);
  const rows = page.getByRole("row").filter({ has: people(page) });
  await expect(rows.filter({ hasNotText: "Not Joined" })).toHaveCount(0);
  await page.getByLabel("Group", { exact: true }).selectOption("Acme finance");
  await expect(page).toHaveURL(/group=/);
  await expect(person(page, "Nadia Petrova")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Select all \d+ that match$/ })).toHaveAttribute(
    "href",
    /\/contacts\/bulk\?all=1&tab=clients&state=invited&group=/,
  );
});

test("the search answers while one types, marks what it found, and is honest about nothing", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await openContacts(page);
  const field = page.getByRole("searchbox");
  await field.pressSequentially("nadia");
  await expect(page).toHaveURL(/find=nadia/);
  await expect(people(page)).toHaveCount(1);
  await expect(page.locator("mark").first()).toHaveText("Nadia");
  await expect(field).toBeFocused();
  await field.fill("etrov");
  await expect(person(page, "Nadia Petrova")).toBeVisible();
  await field.fill("nobody at all");
  await expect(page.getByText("Nobody matches “nobody at all”.")).toBeVisible();
  await page.getByRole("link", { name: "Clear search" }).click();
  await expect(people(page)).toHaveCount(50);
  await expect(field).toHaveValue("");
});

test("a detail that is refused gets the focus, and what was typed stays", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts?find=Chidi");
  await page.getByRole("link", { name: "Chidi Okonkwo", exact: true }).click();
  const [name, email] = [page.getByLabel("Name", { exact: true }), page.getByLabel("Email", { exact: true })];
  const save = page.getByRole("button", { name: "Save", exact: true });
  await email.fill("jo@acme");
  await save.click();
  await expect(email).toBeFocused();
  await expect(email).toHaveValue("jo@acme");
  await name.fill(" ");
  await save.click();
  await expect(name).toBeFocused();
  await expect(email).toHaveValue("jo@acme");
});

test("keys lead to the section, the search, the menu and through the rows", async ({ page }) => {
  await signInAs(page, INTERNAL);
  await page.goto("/northwind/timeline");
  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await expect(page.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await people(page).first().focus();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(people(page).nth(1)).toBeChecked();
  const acts = page.getByRole("toolbar", { name: "With the selected" });
  await expect(acts.getByRole("button", { name: "Add to Workspace" })).toBeVisible();
  await expect(acts.getByRole("button", { name: "Deactivate" })).toHaveCount(0);
  await acts.getByRole("button", { name: "Clear" }).click();
  await expect(acts).toBeHidden();
  await page.keyboard.press("c");
  const menu = page.getByRole("menu", { name: "New contact" });
  await expect(menu.getByRole("menuitem", { name: "Client", exact: true })).toBeFocused();
  const internal = menu.getByRole("menuitem", { name: /^Internal user/ });
  await expect(internal).toHaveAttribute("aria-disabled", "true");
  await expect(internal).toContainText("Only admins can invite new internal users. Ask an admin.");
});

test("groups and teams are listed with their people and managers", async ({ page }) => {
  await signInAs(page, ADMIN);
  await openContacts(page);
  await page.getByRole("link", { name: /^Client groups/ }).click();
  const row = page.getByRole("row").filter({ has: person(page, "Acme finance") });
  await expect(row).toContainText("Leila Haddad");
  await expect(row).toContainText("Not Joined");
  await person(page, "Acme finance").click();
  await expect(page.getByRole("heading", { level: 1, name: "Acme finance" })).toBeVisible();
});

test("a corrected address takes the invitation along: the old link is dead, the new one joins", async ({
  page,
  browser,
  baseURL,
}) => {
  const [wrong, right] = [freshAddress("lee"), freshAddress("lee")];
  await signInAs(page, ADMIN);
  await startFlow(page, "Follows the address", []);
  await openMembers(page);
  await invite(page, [wrong]);
  const oldPath = invitePath(await newestMail(page, wrong));
  await openContacts(page, `?find=${wrong}`);
  await person(page, wrong).click();
  await page.getByLabel("Name", { exact: true }).fill("Lee Park");
  await page.getByLabel("Email", { exact: true }).fill("nadia.petrova@acme.example");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nadia Petrova" })).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Lee Park");
  await page.getByLabel("Email", { exact: true }).fill(right);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toContainText(right);
  await expect(page.getByRole("heading", { level: 1, name: "Lee Park" })).toBeVisible();
  await expect(page.getByText("changed the name, the email of")).toBeVisible();

  const path = invitePath(await newestMail(page, right));
  const stranger = await (await browser.newContext({ baseURL })).newPage();
  await stranger.goto(oldPath);
  await expect(stranger.getByRole("heading", { name: "This invitation link no longer works" })).toBeVisible();
  await stranger.goto(path);
  await stranger.getByRole("button", { name: "Join Workspace" }).click();
  await expect(stranger.getByRole("heading", { level: 1, name: "Follows the address" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Email", { exact: true })).toHaveAttribute("readonly", "");
});

test("somebody who was never invited gets the portal's invitation from their page, unless it is taken back", async ({
  page,
}) => {
  const name = freshName("Never Asked");
  await signInAs(page, ADMIN);
  await fillDetails(page, "client", name, [freshAddress("never")]);
  await choose(page, "quietly");
  await expect(said(page, "Nothing was sent")).toBeVisible();
  await openContacts(page, `?state=quiet&find=${encodeURIComponent(name)}`);
  await person(page, name).click();
  await page.getByRole("button", { name: "Send Invitation", exact: true }).click();
  await expect(page.getByRole("button", { name: "Resend Invitation" })).toBeVisible();
  const portal = page.getByRole("listitem").filter({ hasText: "Portal" });
  await expect(portal).toContainText("Open until");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(portal).toContainText("Cancelled");
  await expect(page.getByRole("status").filter({ hasText: "Undone. Nothing was sent." })).toBeVisible();
  await expect(page.getByText(`${name} invited.`)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Send Invitation", exact: true })).toBeVisible();
});

test("the page of who is invited to a workspace of one's own resends that invitation, within its limits", async ({
  page,
}) => {
  const [kim, workspace] = [freshAddress("again"), `Again ${thisMoment()}`];
  await signInAs(page, ADMIN);
  await startFlow(page, workspace, []);
  await openMembers(page);
  await invite(page, [kim]);
  await newestMail(page, kim);
  await openContacts(page, `?find=${kim}`);
  await person(page, kim).click();
  await expect(page.getByRole("button", { name: "Send Invitation", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Resend Invitation" }).click();
  await expect(page.getByText(/^Sent \d+ seconds? ago\./)).toBeVisible();
  expect(await mailFor(page, kim)).toHaveLength(1);
});

test("without script one searches, narrows, selects and saves", async ({ page, browser, baseURL }) => {
  await signInAs(page, ADMIN);
  const storageState = await page.context().storageState();
  const plain = await (
    await browser.newContext({ javaScriptEnabled: false, storageState, baseURL })
  ).newPage();
  await openContacts(plain);
  await plain.getByRole("searchbox").fill("nordlicht");
  await plain.getByRole("main").getByRole("button", { name: "Search" }).click();
  await expect(plain).toHaveURL(/find=nordlicht/);
  await expect(person(plain, "Annika Sørensen")).toBeVisible();
  await plain.getByRole("checkbox", { name: "Select Annika Sørensen" }).check();
  const wanted = plain.waitForRequest(/\/contacts\/bulk\?/);
  await plain.getByRole("button", { name: "Add to Workspace" }).click();
  const asked = Object.fromEntries(new URL((await wanted).url()).searchParams);
  expect(asked).toEqual({
    ...{ tab: "clients", find: "nordlicht", do: "workspace" },
    c: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  await openContacts(plain, "?find=annika");
  await person(plain, "Annika Sørensen").click();
  const title = `Chair ${Date.now() % 1_000}`;
  await plain.getByLabel("Title").fill(title);
  const zone = plain.getByLabel("Time zone");
  await expect(zone.getByRole("option").first()).toHaveText(/^The organization's \(.+\)$/);
  const chosen = (await zone.inputValue()) === "Asia/Tokyo" ? "Europe/Oslo" : "Asia/Tokyo";
  await zone.selectOption(chosen);
  await plain.getByRole("button", { name: "Save" }).click();
  await expect(plain.getByLabel("Title")).toHaveValue(title);
  await expect(zone).toHaveValue(chosen);
});

test("nonsense in the address is no error, and clients have no Contacts", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  for (const query of [
    "find=%00",
    "after=%00~x",
    "sort=zzz&state=zzz&group=zzz&company=%25",
    "tab=groups&after=1",
  ]) {
    const response = await page.request.get(`/northwind/contacts?${query}`);
    expect(response.status()).toBe(200);
  }
  expect((await page.request.get("/northwind/contacts/not-an-id")).status()).toBe(404);
  const client = await (await browser.newContext({ baseURL })).newPage();
  await signInAs(client, CLIENT);
  await client.goto("/northwind/timeline");
  await expect(client.getByRole("link", { name: "Contacts" })).toHaveCount(0);
  expect((await client.request.get("/northwind/contacts")).status()).toBe(404);
});
