import { expect, type Page, test } from "@playwright/test";
import { freshAddress, invitePath, newestMail } from "./mail";
import { ADMIN, INTERNAL, invite, openMembers, startFlow } from "./places";
import { signInAs } from "./session";
import { choose, fillDetails, freshName } from "./wizard-steps";

const people = (page: Page) => page.getByRole("checkbox", { name: /^Select / });
const acts = (page: Page) => page.getByRole("toolbar", { name: "With the selected" });

test("arrows move from row to row, Shift selects, Esc takes the selection back", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts");
  await people(page).first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("row").nth(2)).toBeFocused();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("row").nth(3)).toBeFocused();
  for (const i of [1, 2]) await expect(people(page).nth(i)).toBeChecked();
  await expect(people(page).first()).not.toBeChecked();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("row").nth(2)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(acts(page)).toBeHidden();
  await expect(people(page).nth(1)).not.toBeChecked();
});

test("without a connection the list stays, says so, and is searched once there is one", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts");
  const before = await people(page).count();
  await page.context().setOffline(true);
  await page.getByRole("searchbox").fill("priya");
  await expect(page.getByText("No answer came.")).toBeVisible();
  await expect(people(page)).toHaveCount(before);
  await page.context().setOffline(false);
  await expect(page).toHaveURL(/find=priya/);
  await expect(people(page)).not.toHaveCount(before);
  await expect(page.getByText("No answer came.")).toHaveCount(0);
});

test("Not Joined leads to where the invitation is sent again, and a key sends it", async ({ page }) => {
  const name = freshName("Kim");
  await signInAs(page, ADMIN);
  await fillDetails(page, "client", name, [freshAddress("waits")]);
  await choose(page, "contacts");
  await expect(page.getByRole("status").filter({ hasText: "invited to" })).toBeVisible();
  await page.goto(`/northwind/contacts?find=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name: `Not Joined: invitation for ${name}` }).click();
  await expect(page).toHaveURL(/#invitation$/);
  await expect(page.getByRole("button", { name: "Resend Invitation" })).toBeVisible();
  await page.goto(`/northwind/contacts?find=${encodeURIComponent(name)}`);
  await people(page).first().focus();
  await page.keyboard.press("r");
  await expect(page.getByRole("status").filter({ hasText: /^Sent \d+ seconds? ago\./ })).toBeVisible();
  await expect(people(page).first()).toBeFocused();
  await page.goto("/northwind/contacts?tab=groups");
  const group = page.getByRole("link", { name: /^Not Joined \d+: invitations for Acme finance$/ });
  await expect(group).toHaveText(/^Not Joined \d+$/);
  await group.click();
  await expect(page.getByRole("button", { name: /^Resend Invitation to/ })).toBeVisible();
});

test("an act on some leads back to the list as it was; a selection that cannot be read is nobody", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts?tab=internal&state=joined&sort=-name");
  await people(page).first().check();
  await acts(page).getByRole("button", { name: "Add to group" }).click();
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page).toHaveURL(/contacts\?tab=internal&state=joined&sort=-name$/);
  for (const query of ["do=deactivate&c=zz", "c=", "c=zz&all=1"]) {
    await page.goto(`/northwind/contacts/bulk?${query}`);
    await expect(page.getByText("Nobody is selected.")).toBeVisible();
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  }
  const file = await (await page.request.get("/northwind/contacts/export?c=zz")).text();
  expect(file.trim().split("\r\n")).toHaveLength(1);
});

test("status sorts both ways, and a search has an order of its own", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts?sort=state");
  const heading = page.getByRole("columnheader", { name: "Status" });
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByRole("row").nth(1)).toContainText(/Bounced|Not Joined/);
  await heading.getByRole("link").click();
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByRole("row").nth(1)).toContainText(/Deactivated|Joined/);
  await page.getByRole("searchbox").fill("acme");
  await expect(page).toHaveURL(/find=acme/);
  await expect(heading.getByRole("link")).toHaveCount(0);
});

test("who may not invite a colleague reads why instead of a button", async ({ page }) => {
  const name = freshName("Zoe");
  await signInAs(page, ADMIN);
  await fillDetails(page, "internal", name, [freshAddress("zoe")]);
  await choose(page, "quietly");
  await expect(page.getByRole("status").filter({ hasText: "Nothing was sent" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send Invitation", exact: true })).toBeVisible();
  const path = new URL(page.url()).pathname;
  await signInAs(page, INTERNAL);
  await page.goto(path);
  await expect(page.getByText("Only admins can invite new internal users. Ask an admin.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send Invitation", exact: true })).toHaveCount(0);
});

test("an open invitation to a workspace stands on the timeline of who came by the portal's", async ({
  page,
  browser,
  baseURL,
}) => {
  const [kim, workspace] = [freshAddress("portal"), freshName("Waiting")];
  await signInAs(page, ADMIN);
  await fillDetails(page, "client", freshName("Kim"), [kim]);
  await choose(page, "contacts");
  await expect(page.getByRole("status").filter({ hasText: "invited to" })).toBeVisible();
  const path = invitePath(await newestMail(page, kim));
  await startFlow(page, workspace, []);
  await openMembers(page);
  await invite(page, [kim]);
  const stranger = await (await browser.newContext({ baseURL })).newPage();
  await stranger.goto(path);
  await stranger.getByRole("button", { name: /^Join / }).click();
  const offers = stranger.getByRole("region", { name: "Invitations" });
  await expect(offers).toContainText(workspace);
  await offers.getByRole("button", { name: "Join Workspace" }).click();
  await expect(stranger.getByRole("heading", { level: 1, name: workspace })).toBeVisible();
});

/** Targets that are hit on fewer than 44 pixels of the line down their middle, each with how many. */
const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const all = "main a, main button, main label.tick, header a";
    for (const target of document.querySelectorAll<HTMLElement>(all)) {
      if (!target.checkVisibility() || getComputedStyle(target).pointerEvents === "none") continue;
      target.scrollIntoView({ block: "center", inline: "center" });
      const { x, y, width, height } = target.getBoundingClientRect();
      const isHit = (_: unknown, i: number) =>
        target.contains(document.elementFromPoint(x + width / 2, y + height / 2 + i - 44));
      const pixels = Array.from({ length: 89 }, isHit).filter(Boolean).length;
      if (pixels < 44) found.push(`${target.textContent || target.outerHTML.slice(0, 80)}: ${pixels}`);
    }
    return found;
  });

test("with a finger: rows, headings, tabs and check-boxes are 44 px high; the open tab is in sight", async ({
  browser,
  page,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  const storageState = await page.context().storageState();
  const viewport = { width: 390, height: 840 };
  const context = await browser.newContext({
    storageState,
    baseURL,
    viewport,
    hasTouch: true,
    isMobile: true,
  });
  const phone = await context.newPage();
  for (const path of ["/northwind/contacts", "/northwind/contacts?tab=teams"]) {
    await phone.goto(path);
    await expect(phone.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();
    expect(await tooSmall(phone), path).toEqual([]);
    const tab = phone.getByRole("navigation", { name: "Contacts", exact: true }).locator("[aria-current]");
    await expect(tab).toBeInViewport({ ratio: 1 });
  }
  await phone.goto("/northwind/contacts?find=maria+theresia");
  const cut = phone.getByRole("link", { name: /^Maria Theresia Magdalena/ }).locator("bdi");
  await expect(cut).toHaveCSS("text-overflow", "ellipsis");
  expect(await cut.evaluate((name) => name.scrollWidth > name.clientWidth)).toBe(true);
  await context.close();
});
