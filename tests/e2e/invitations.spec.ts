import { expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { thisMoment } from "./fresh";
import { freshAddress, newestMail } from "./mail";
import { ADMIN, CLIENT, INTERNAL, invite, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

/** Somebody of the demo who was invited a while ago and has not joined. */
const WAITING = "Tanisha Brooks";

const result = (page: Page) => page.getByRole("main").getByRole("status").first();
const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

/** Invites these addresses into a workspace of its own. */
async function inviteInto(page: Page, workspace: string, addresses: string[]): Promise<void> {
  await startFlow(page, workspace, []);
  await openMembers(page);
  await invite(page, addresses);
  await newestMail(page, addresses.at(-1) ?? "");
}

test("of two selected invitations one goes out again and one is skipped with the reason", async ({
  page,
}) => {
  await signInAs(page, INTERNAL);
  const kim = freshAddress("just");
  const workspace = "Cedar Health compliance audit";
  await page.goto("/northwind/timeline");
  await page.getByRole("link", { name: workspace }).click();
  await openMembers(page);
  await invite(page, [kim]);
  await newestMail(page, kim);
  await page.getByRole("link", { name: "Invitations", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Invitations" })).toBeVisible();
  await page.getByLabel("State").selectOption("Pending");
  await expect(page).toHaveURL(/state=pending/);
  await page.getByLabel("Workspace").selectOption({ label: workspace });
  await expect(page).toHaveURL(/workspace=/);
  await expect(rowOf(page, kim)).toContainText(workspace);
  await rowOf(page, kim).getByRole("checkbox").check();
  await rowOf(page, WAITING).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Resend Invitation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Resend Invitation" })).toBeVisible();
  await page.getByRole("button", { name: "Resend 2 invitations" }).click();
  await expect(result(page)).toHaveText("1 sent, 1 skipped.");
  await expect(
    page.getByText(/^.*: Sent \d+ seconds? ago\. You can resend in \d+ seconds?\.$/),
  ).toContainText(kim);
  await page.getByRole("link", { name: "Back to Invitations" }).click();
  await expect(page).toHaveURL(/state=pending/);
  await expect(rowOf(page, WAITING)).toContainText("sent 2 times");
});

test("filters and search stand in the address, and one leads on to the other", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/invitations");
  await page.getByLabel("State").selectOption("Cancelled");
  await expect(page).toHaveURL(/state=cancelled/);
  await expect(rowOf(page, "Nadia Petrova")).toHaveCount(1);
  await expect(rowOf(page, "Nadia Petrova")).toContainText("Cancelled");
  await page.getByLabel("Invited by").selectOption({ label: "Sofía Herrera" });
  await expect(page).toHaveURL(/state=cancelled.*inviter=/);
  await page.getByLabel("Search name, email or phone").fill("zzz");
  await expect(page.getByText("No invitation matches “zzz”.")).toBeVisible();
  await page.getByRole("link", { name: "Clear search" }).click();
  await expect(page.getByLabel("Search name, email or phone")).toHaveValue("");
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/invitations$/);
  await expect(page.getByLabel("State")).toHaveValue("");
  await page.getByLabel("Delivery").selectOption("Problem");
  await expect(page.getByRole("row").filter({ hasText: "Bounced: " }).first()).toBeVisible();
});

test("a filter that is chosen before the page's script has come counts as soon as it has", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/northwind/invitations", { waitUntil: "commit" });
  await page.getByLabel("State").selectOption("Cancelled");
  await expect(page).toHaveURL(/\/invitations$/);
  release();
  await expect(page).toHaveURL(/state=cancelled/);
  await expect(rowOf(page, "Nadia Petrova")).toContainText("Cancelled");
  await expect(page.getByLabel("State")).toHaveValue("cancelled");
});

test("a filter chosen by keyboard keeps the focus, and follows the address", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/invitations");
  const state = page.getByLabel("State");
  await state.focus();
  await page.keyboard.type("Canc");
  await expect(page).toHaveURL(/state=cancelled/);
  await expect(rowOf(page, "Nadia Petrova")).toHaveCount(1);
  await expect(state).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/state=expired/);
  await expect(rowOf(page, "Nadia Petrova")).toHaveCount(0);
  await expect(state).toBeFocused();
  await page.getByRole("link", { name: "Clear filters" }).press("Enter");
  await expect(page).toHaveURL(/\/invitations$/);
  await expect(state).toHaveValue("");
});

test("Shift and the arrows select rows, Esc takes the selection back", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/invitations");
  const boxes = page.getByRole("checkbox");
  await boxes.first().focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  for (const i of [0, 1, 2]) await expect(boxes.nth(i)).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(boxes.first()).not.toBeChecked();
  await expect(page.getByRole("toolbar")).toBeHidden();
});

test("by keyboard: select, cancel, undo, and the row says so", async ({ page }) => {
  await signInAs(page, INTERNAL);
  const kim = freshAddress("keys");
  await inviteInto(page, `By keys ${thisMoment()}`, [kim]);
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(page.getByRole("heading", { level: 1, name: "Invitations" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type(kim);
  await expect(page).toHaveURL(/find=/);
  await expect(page.getByRole("row")).toHaveCount(2);
  await rowOf(page, kim).focus();
  await page.keyboard.press("x");
  await expect(rowOf(page, kim).getByRole("checkbox")).toBeChecked();
  await page.getByRole("button", { name: "Cancel Invitation" }).press("Enter");
  await page.getByRole("button", { name: "Cancel 1 invitation" }).press("Enter");
  await expect(result(page)).toHaveText("1 cancelled.");
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(page.getByText("1 invitation open again.")).toBeVisible();
  await expect(page.getByText("1 cancelled.")).toHaveCount(0);
  await page.getByRole("link", { name: "Back to Invitations" }).press("Enter");
  await expect(rowOf(page, kim)).toContainText("Pending");
});

test("without script, on a phone: all that match are sent again, and exported", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  const kim = freshAddress("plain");
  await inviteInto(page, `Plain ${thisMoment()}`, [kim]);
  const storageState = await page.context().storageState();
  const viewport = { width: 390, height: 840 };
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL, viewport });
  const plain = await context.newPage();
  await plain.goto("/northwind/invitations");
  await plain.getByLabel("Search name, email or phone").fill(kim);
  await plain.getByRole("main").getByRole("button", { name: "Search" }).click();
  await plain.getByRole("link", { name: "Select the one" }).click();
  await plain.getByRole("link", { name: "Resend Invitation" }).click();
  await plain.getByRole("button", { name: "Resend 1 invitation" }).click();
  await expect(result(plain)).toHaveText("0 sent, 1 skipped.");
  await expect(plain.getByText(/You can resend in/)).toContainText(kim);
  await context.close();
  const csv = await page.request.get(`/northwind/invitations/export?find=${kim}`);
  expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(await csv.text()).toMatch(
    /^\ufeff"Name","Address","Workspace",.*\r\n"[^\r]*","Pending",[^\r]*\r\n$/,
  );
});

test("without script, what was cancelled is taken back, and a second time that is refused in words", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  const kim = freshAddress("undone");
  await inviteInto(page, `Undone ${thisMoment()}`, [kim]);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto(`/northwind/invitations/bulk?all=1&find=${kim}&do=cancel`);
  await plain.getByRole("button", { name: "Cancel 1 invitation" }).click();
  await expect(result(plain)).toHaveText("1 cancelled.");
  const undo = plain.getByRole("button", { name: "Undo" });
  const multipart = await undo.evaluate((button: HTMLButtonElement) =>
    Object.fromEntries(
      [...new FormData(button.form ?? undefined)].map(([name, value]) => [name, String(value)]),
    ),
  );
  await undo.click();
  await expect(result(plain)).toHaveText("1 invitation open again.");
  const again = await plain.request.post(plain.url(), { multipart, headers: { origin: `${baseURL}` } });
  expect(await again.text()).toMatch(/role="alert"[^>]*><p[^>]*>[^<]*Nothing was changed\./);
  await plain.getByRole("link", { name: "Back to Invitations" }).click();
  await expect(rowOf(plain, kim)).toContainText("Pending");
  await context.close();
});

test("clients have no such page", async ({ page }) => {
  await signInAs(page, CLIENT);
  expect((await page.goto("/northwind/invitations"))?.status()).toBe(404);
  expect((await page.request.get("/northwind/invitations/export")).status()).toBe(403);
});

for (const width of [1320, 390])
  test(`at ${width} px, in both themes: axe finds nothing, nothing scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 840 });
    await signInAs(page, ADMIN);
    for (const path of [
      "",
      "?find=nobody",
      "/bulk?all=1&state=pending",
      "/bulk?all=1&state=pending&do=cancel",
    ]) {
      await page.goto(`/northwind/invitations${path}`);
      await check(page, `invitations${path}`);
    }
    await page.setViewportSize({ width: Math.max(960, width - 220), height: 840 });
    await page.goto("/northwind/invitations");
    const cut = await page
      .getByRole("table")
      .evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0));
    expect(cut, "the last column lies within the page").toBeLessThanOrEqual(0);
  });
