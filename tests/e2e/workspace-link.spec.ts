import { expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { freshAddress } from "./mail";
import { ADMIN, INTERNAL, startFlow } from "./places";
import { signInAs } from "./session";

const saved = (page: Page) => page.getByRole("status").filter({ hasText: /^Saved$/ });

/** '…' → "Workspace Link" of a workspace made for this, and its first link switched on. */
async function openLink(page: Page): Promise<void> {
  await startFlow(page, freshAddress("link").split("@")[0] ?? "", [{ role: "Signatory", action: "Sign" }]);
  await page.getByRole("banner").getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Workspace Link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Workspace Link" })).toBeVisible();
}

test("every change is saved also where the page was loaded anew", async ({ page }) => {
  await signInAs(page, ADMIN);
  await openLink(page);
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByRole("textbox", { name: "Link" })).toHaveValue(/\/join\//);
  await page.reload();
  for (const uses of ["7", "6", "5"]) {
    await page.getByRole("textbox", { name: "Maximum uses" }).fill(uses);
    await page.keyboard.press("Enter");
    await expect(page.getByText(`Not used yet, ${uses} left`)).toBeVisible();
  }
});

test("a link is made, narrowed by key, shown as a code, refreshed and switched off", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await signInAs(page, ADMIN);
  await openLink(page);
  await page.getByRole("button", { name: "Turn on" }).click();
  const link = page.getByRole("textbox", { name: "Link" });
  await expect(link).toHaveValue(/\/join\/[\w-]{71}$/);
  await expect(link).toBeFocused();
  const before = await link.inputValue();
  await page.getByRole("button", { name: "Copy Link" }).click();
  await expect(page.getByRole("button", { name: "Press Ctrl C" })).toBeVisible();
  expect(await link.evaluate((field: HTMLInputElement) => field.selectionEnd)).toBe(before.length);

  await page.getByRole("radio", { name: "Only people at" }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("textbox", { name: "Domains" })).toBeFocused();
  await page.keyboard.type("jo@acme.com");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Write only what stands after the @.")).toBeVisible();
  await page.getByRole("textbox", { name: "Domains" }).fill("@Acme.com");
  await page.getByRole("combobox", { name: "Role" }).selectOption("Signatory");
  await expect(saved(page)).toBeVisible();
  await page.getByRole("textbox", { name: "Maximum uses" }).fill("5");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Not used yet, 5 left")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Domains" })).toHaveValue("acme.com");
  await expect(page.getByRole("heading", { level: 2 })).toContainText("Clients ask to join as Signatory");
  await expect(page.getByText("Not used yet, 5 left")).toBeVisible();

  await page.getByRole("link", { name: "Show QR code" }).click();
  await expect(page.getByRole("img", { name: "QR code of this link" })).toBeVisible();
  const png = page.getByRole("link", { name: "Download PNG" });
  const answer = await page.request.get((await png.getAttribute("href")) ?? "");
  expect([answer.headers()["content-type"], answer.headers()["cache-control"]]).toEqual([
    "image/png",
    "private, no-store",
  ]);

  await page.getByRole("link", { name: "Refresh Link…" }).click();
  await expect(page.getByText("The current link stops working everywhere. Nobody is waiting.")).toBeVisible();
  await page.getByRole("link", { name: "Cancel" }).press("Enter");
  await expect(page.getByRole("link", { name: "Refresh Link…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Refresh Link" }).press("Enter");
  await expect(link).not.toHaveValue(before);
  await expect(
    page.getByRole("status").filter({ hasText: "Refreshed. The old link is dead." }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Refresh Link" })).toHaveCount(0);
  await expect(link).toBeFocused();
  await page.getByRole("textbox", { name: "Maximum uses" }).fill("6");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Not used yet, 6 left")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Actions" })).toBeVisible();
  await page.goBack();
  await page.getByRole("radio", { name: "Off" }).check();
  await expect(page.getByRole("button", { name: "Turn on" })).toBeVisible();
  await expect(link).toHaveCount(0);
  await page.getByRole("button", { name: "Turn on" }).press("Enter");
  await expect(link).toBeFocused();
  await page.getByRole("button", { name: "New link" }).press("Enter");
  await expect(link).toHaveCount(2);
  await expect(link.last()).toBeFocused();
});

test("without script the form has a button, and refusals stand beside their fields", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, INTERNAL);
  await openLink(page);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto(page.url());
  await plain.getByRole("button", { name: "Turn on" }).click();
  await expect(plain.getByText("Only admins can let internal users in by a link.")).toBeVisible();
  await plain.getByRole("radio", { name: "Only people at" }).check();
  await plain.getByLabel("Domains").fill("acme.com");
  await plain.getByLabel("Maximum uses").fill("0");
  await plain.getByRole("button", { name: "Save" }).click();
  await expect(plain.getByText("Allow between 1 and 100,000 uses, or leave it empty.")).toBeVisible();
  await expect(plain.getByRole("radio", { name: "Only people at" })).toBeChecked();
  await expect(plain.getByLabel("Domains")).toHaveValue("acme.com");
  await expect(plain.getByLabel("Maximum uses")).toHaveValue("0");
  await plain.getByLabel("Maximum uses").fill("7");
  await plain.getByRole("button", { name: "Save" }).click();
  await expect(saved(plain)).toBeVisible();
  await expect(plain.getByLabel("Maximum uses")).toHaveValue("7");
  await context.close();
});

test("the demo's link tells who waits; admins have one for colleagues; nothing is in anybody's way", async ({
  page,
}) => {
  await signInAs(page, INTERNAL);
  await page.goto("/northwind/timeline");
  await page.getByRole("link", { name: /Cedar Health compliance audit/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Cedar Health/ })).toBeVisible();
  await page.keyboard.press("l");
  await expect(page.getByText("Used 3 times · 1 waiting")).toBeVisible();
  await page.getByRole("link", { name: "View" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Hannah Voss" })).toContainText("Waiting");
  await check(page, "workspace link");
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole("link", { name: "Show QR code" }).click();
  await expect(page.getByRole("img", { name: "QR code of this link" })).toBeVisible();
  await check(page, "workspace link, narrow");
  const refused = await page.goto("/northwind/contacts/internal-link");
  expect(refused?.status()).toBe(404);
});

test("an admin finds the invite link beside the internal users", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts?tab=internal");
  await page.getByRole("link", { name: "Invite link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Invite link" })).toBeVisible();
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByRole("checkbox", { name: "An admin approves each request" }).uncheck();
  await expect(
    page.getByText("Internal users join without approval only from domains that you name.").first(),
  ).toBeVisible();
  await check(page, "invite link");
  await page.getByRole("radio", { name: "Off" }).check();
  await expect(page.getByRole("button", { name: "Turn on" })).toBeVisible();
});
