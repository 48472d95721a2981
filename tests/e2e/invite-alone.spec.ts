import { expect, type Page, test } from "@playwright/test";
import { freshAddress } from "./mail";
import { ADMIN, startFlow } from "./places";
import { signInAs } from "./session";

const card = (page: Page) =>
  page
    .getByRole("main")
    .locator("section")
    .filter({ hasText: /^Only you are here/ });

const ways: Record<string, (page: Page) => Promise<void>> = {
  "the card's button": (page) => card(page).getByRole("button", { name: "Invite Members" }).click(),
  "its key": (page) => page.keyboard.press("i"),
  "the menu": async (page) => {
    await page.getByRole("banner").getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Invite Members" }).click();
  },
};

for (const [name, openBy] of Object.entries(ways))
  test(`among the first who are invited, by ${name}, the bad address stays with its reason`, async ({
    page,
  }) => {
    const kim = freshAddress("kim");
    await signInAs(page, ADMIN);
    await startFlow(page, "Only me", []);
    await expect(page.getByRole("button", { name: "Invite Members" })).toHaveCount(1);
    await openBy(page);
    const dialog = page.getByRole("dialog", { name: "Invite Members" });
    const field = dialog.getByRole("combobox", { name: "People" });
    for (const recipient of [kim, "jo@acme"]) {
      await field.fill(recipient);
      await field.press(",");
    }
    await dialog.getByRole("button", { name: "Invite", exact: true }).click();
    await expect(card(page)).toHaveCount(0);
    await expect(dialog.getByRole("alert")).toContainText("1 invited. 1 needs your attention.");
    await expect(dialog).toContainText("jo@acme");
    await expect(dialog).toContainText("needs a full email address");
    await dialog.getByRole("button", { name: "Remove jo@acme" }).click();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("banner").getByRole("button", { name: "Invite Members" })).toBeFocused();
    await expect(page.getByRole("banner").getByRole("status").filter({ hasText: kim })).toBeVisible();
  });

test("without script the card's button leads to the form", async ({ page, browser, baseURL }) => {
  await signInAs(page, ADMIN);
  await startFlow(page, "Only me, plain", []);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto(page.url());
  await card(plain).getByRole("button", { name: "Invite Members" }).click();
  await expect(plain.getByRole("textbox", { name: "People" })).toBeVisible();
  await context.close();
});
