import { expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { freshAddress, mailFor, newestMail } from "./mail";
import { ADMIN, startFlow } from "./places";
import { signInAs } from "./session";
import { choose, fillDetails, freshName, pastePeople } from "./wizard-steps";

const chips = (page: Page) => page.getByRole("list", { name: "Chosen people" }).getByRole("listitem");
const said = (page: Page, words: string | RegExp) => page.getByRole("status").filter({ hasText: words });

test("a new group takes contacts by search and a pasted list with the keyboard, and Back keeps everybody", async ({
  page,
}) => {
  const [ann, board] = [freshAddress("ann"), freshName("Board")];
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts/new/client-group");
  await page.getByLabel("Name", { exact: true }).fill(board);
  const field = page.getByRole("combobox", { name: "People" });
  await field.focus();
  await page.keyboard.type("priya ra");
  await expect(page.getByRole("option", { name: /Priya Rao/, selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await pastePeople(field, [`"Bell, Ann" <${ann}>`, "jo@acme"]);
  await expect(chips(page)).toHaveCount(3);
  await field.pressSequentially("bob@");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText(`${board}: 2 people, 1 of them in your contacts already.`)).toBeVisible();
  await expect(page.getByText("jo@acme: needs a full email address")).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(chips(page)).toHaveCount(4);
  await expect(chips(page).first()).toContainText("Priya Rao");
  await page.getByRole("button", { name: "Remove jo@acme" }).click();
  await page.getByRole("button", { name: "Type or paste a long list instead" }).click();
  await expect(page.getByRole("textbox", { name: "People" })).toHaveValue(
    new RegExp(`^client@acme\\.example\\n"Bell, Ann" <${ann}>`),
  );
});

test("an address somebody has is told as soon as its field is left", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts/new/client");
  await page.getByLabel("Email").fill("client@acme.example");
  await page.getByLabel("Phone number").focus();
  await expect(said(page, "Priya Rao already exists as a client.")).toBeVisible();
  await page.getByLabel("Email").fill(freshAddress("new"));
  await page.getByLabel("Phone number").focus();
  await expect(said(page, "Priya Rao already exists")).toHaveCount(0);
});

test("what the portal would send to a new group can be taken back while it is held", async ({ page }) => {
  const people = ["ann", "bob"].map(freshAddress);
  await signInAs(page, ADMIN);
  await fillDetails(page, "client-group", freshName("Board"), people);
  await choose(page, "contacts");
  await expect(said(page, "2 people invited to Northwind")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(said(page, "Undone. Nothing was sent.")).toBeVisible();
  const fence = freshAddress("fence");
  await fillDetails(page, "client", freshName("Fence"), [fence]);
  await choose(page, "contacts");
  await newestMail(page, fence);
  for (const address of people) expect(await mailFor(page, address)).toEqual([]);
});

test("without script, a group is ticked beside the list and comes as a unit", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  await startFlow(page, freshName("Plain"), []);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto(`${page.url().split("?")[0]}?panel=members&invite=1`);
  await plain.getByText("Client groups and internal teams").click();
  await plain.getByRole("checkbox", { name: /Acme finance/ }).check();
  await plain.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(
    plain.getByRole("complementary").getByRole("link", { name: "More about Acme finance" }),
  ).toBeVisible();
  await context.close();
});

for (const width of [1320, 390])
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 840 } });

    test("the field for a group's people: axe finds nothing, and nothing runs over", async ({ page }) => {
      await signInAs(page, ADMIN);
      await page.goto("/northwind/contacts/new/client-group");
      const field = page.getByRole("combobox", { name: "People" });
      await pastePeople(field, ["Ann Bell <ann@axe.example>", "jo@acme"]);
      await expect(chips(page)).toHaveCount(2);
      await field.pressSequentially("pri");
      await expect(page.getByRole("option", { name: /Priya Rao/ })).toBeVisible();
      await check(page, "the wizard's people");
      await page.goto("/northwind/contacts?tab=groups");
      await page.getByRole("main").getByRole("link", { name: "Nordlicht board", exact: true }).click();
      await page.getByRole("link", { name: "Edit", exact: true }).click();
      await expect(page.getByRole("button", { name: "Save" })).toBeVisible();
      const main = page.getByRole("main");
      expect(await main.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    });
  });
