import { expect, type Locator, type Page, test } from "@playwright/test";
import { freshAddress, invitePath, mailFor, newestMail } from "./mail";
import { ADMIN, INTERNAL, startFlow } from "./places";
import { signInAs } from "./session";
import { choose, fillDetails, freshName, isGroup, type Kind, type Outcome, said } from "./wizard-steps";

const kinds: Kind[] = ["client", "internal", "client-group", "internal-team"];
const outcomes: Outcome[] = ["existing", "new", "contacts", "quietly"];

for (const kind of kinds)
  for (const outcome of outcomes)
    test(`${kind}, added ${outcome}: everybody has it in their mail, or nobody`, async ({ page }) => {
      const people = [1, 2].slice(isGroup(kind) ? 0 : 1).map((n) => freshAddress(`${kind}${n}`));
      const [name, workspace] = [freshName("Newcomer"), freshName("Place")];
      await signInAs(page, ADMIN);
      if (outcome === "existing") await startFlow(page, workspace, []);
      await fillDetails(page, kind, name, people);
      await choose(page, outcome, workspace);
      const isQuiet = outcome === "quietly";
      await expect(said(page, isQuiet ? /nothing was sent/i : /invited to/)).toContainText(name);
      const fence = isQuiet ? await addAnother(page) : null;
      if (fence) await newestMail(page, fence);
      for (const address of people) {
        if (isQuiet) expect(await mailFor(page, address)).toEqual([]);
        else
          expect((await newestMail(page, address)).subject).toContain(
            outcome === "contacts" ? "Northwind" : workspace,
          );
        expect((await mailFor(page, address)).length).toBe(isQuiet ? 0 : 1);
      }
    });

/** Somebody who does get a message: whatever was written before has been sent by then. */
async function addAnother(page: Page): Promise<string> {
  const address = freshAddress("fence");
  await fillDetails(page, "client", freshName("Fence"), [address]);
  await choose(page, "contacts");
  await expect(said(page, "invited to")).toBeVisible();
  return address;
}

test("a contact added quietly gets nothing until somebody invites, then joins by that message", async ({
  page,
  browser,
  baseURL,
}) => {
  const kim = freshAddress("quiet");
  await signInAs(page, ADMIN);
  await fillDetails(page, "client", freshName("Kim"), [kim]);
  await choose(page, "quietly");
  await expect(said(page, "Nothing was sent")).toBeVisible();
  await newestMail(page, await addAnother(page));
  expect(await mailFor(page, kim)).toEqual([]);
  await page.goto("/northwind/contacts/new/client");
  await page.getByLabel("Full name").fill("Kim again");
  await page.getByLabel("Email").fill(kim);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Use this contact" }).click();
  await choose(page, "contacts");
  await expect(said(page, "invited to Northwind")).toBeVisible();
  const stranger = await (await browser.newContext({ baseURL })).newPage();
  await stranger.goto(invitePath(await newestMail(page, kim)));
  await stranger.getByRole("button", { name: /^Join / }).click();
  await expect(stranger).toHaveURL(/\/northwind\/timeline/);
});

test("an address somebody has is pointed out, nothing typed is lost, and the contact can be used", async ({
  page,
}) => {
  const kim = freshAddress("twice");
  const name = freshName("Kim");
  await signInAs(page, ADMIN);
  await fillDetails(page, "client", name, [kim]);
  await choose(page, "quietly");
  await expect(said(page, "Nothing was sent")).toBeVisible();
  await page.goto("/northwind/contacts/new/client");
  await page.getByLabel("Full name").fill("Somebody Else");
  await page.getByLabel("Email").fill(kim.toUpperCase());
  await page.getByLabel("Company").fill("Acme");
  await page.getByRole("button", { name: "Next" }).click();
  const alert = page.getByRole("alert").filter({ hasText: `${name} already exists as a client.` });
  await expect(alert).toBeFocused();
  await expect(page.getByLabel("Full name")).toHaveValue("Somebody Else");
  await expect(page.getByLabel("Company")).toHaveValue("Acme");
  await alert.getByRole("button", { name: "Use this contact" }).click();
  await expect(page.getByText(`You use the contact ${name} that you have already.`)).toBeVisible();
});

test("without script: both steps, what is wrong beside its field, Back, and a new workspace", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  const [name, kim] = [freshName("Kim"), freshAddress("plain")];
  await plain.goto("/northwind/contacts/new/client");
  await plain.getByLabel("Full name").fill(name);
  await plain.getByLabel("Phone number").fill("12");
  await plain.getByRole("button", { name: "Next" }).click();
  await expect(plain.getByLabel("Phone number")).toHaveAccessibleDescription(
    /needs an email or phone number/,
  );
  await expect(plain.getByLabel("Full name")).toHaveValue(name);
  await plain.getByLabel("Phone number").fill("");
  await plain.getByLabel("Email").fill(kim);
  await plain.getByRole("button", { name: "Next" }).click();
  await plain.getByRole("radio", { name: "Add to Contacts Quietly" }).check();
  await plain.getByRole("button", { name: "Back" }).click();
  await expect(plain.getByLabel("Email")).toHaveValue(kim);
  await plain.getByRole("button", { name: "Next" }).click();
  await expect(plain.getByRole("radio", { name: "Add to Contacts Quietly" })).toBeChecked();
  await plain.getByRole("radio", { name: "Add to Workspace" }).check();
  await plain.getByRole("button", { name: "Add to Workspace" }).click();
  await expect(plain.getByLabel("Workspace", { exact: true })).toHaveAccessibleDescription(
    /Choose a workspace/,
  );
  const workspace = freshName("Plain");
  await choose(plain, "new", workspace);
  await expect(said(plain, `${name} added and invited to ${workspace}.`)).toBeVisible();
  await newestMail(page, kim);
  await context.close();
});

test("without script a name that no message may carry is left out of a new group, and that is said before", async ({
  page,
  browser,
  baseURL,
}) => {
  const [one, two] = ["one", "two"].map(freshAddress);
  await signInAs(page, ADMIN);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto("/northwind/contacts/new/client-group");
  await plain.getByLabel("Name", { exact: true }).fill(freshName("Plain"));
  await plain.getByLabel("People").fill(`Win at evil.example <${one}>\nAnn Bell <${two}>`);
  await plain.getByRole("button", { name: "Next" }).click();
  await expect(plain.getByText(`${one}: name left out: no links or numbers`)).toBeVisible();
  await expect(plain.getByText(`${two}: name left out`)).toHaveCount(0);
  await context.close();
});

test("who is no admin reads why and whom to ask, and may add clients and client groups", async ({ page }) => {
  await signInAs(page, INTERNAL);
  for (const [kind, reason] of [
    ["internal", "Only admins can invite new internal users. Ask an admin."],
    ["internal-team", "Only admins can create internal teams. Ask an admin."],
  ]) {
    await page.goto(`/northwind/contacts/new/${kind}`);
    await expect(page.getByText(reason ?? "")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Ask an admin" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Next" })).toHaveCount(0);
  }
  await fillDetails(page, "client-group", freshName("Board"), [freshAddress("board")]);
  await expect(page.getByRole("button", { name: "Add to Workspace · send to 1 person" })).toBeVisible();
});

test("a group: who cannot be added stays to be put right and goes the same way", async ({ page }) => {
  const [workspace, board] = [freshName("Place"), freshName("Board")];
  const [ann, bob, jo] = ["ann", "bob", "jo"].map(freshAddress);
  await signInAs(page, ADMIN);
  await startFlow(page, workspace, [{ role: "Signatory", action: "Sign" }]);
  await fillDetails(page, "client-group", board, [`Ann Bell <${ann}>`, `${bob}`, "jo@acme"]);
  await expect(page.getByText("jo@acme: needs a full email address")).toBeVisible();
  await page.getByLabel("Workspace", { exact: true }).selectOption(workspace);
  await page.getByLabel("Role (optional)").selectOption("Signatory");
  await page.getByRole("button", { name: "Add to Workspace · send to 2 people" }).click();
  await expect(said(page, "2 added · 2 people invited")).toContainText("1 needs fixing");
  await expect(page.getByLabel("People")).toHaveValue("jo@acme");
  await page.getByLabel("People").fill(jo ?? "");
  await page.getByRole("button", { name: "Add to Workspace" }).click();
  await expect(said(page, "3 added · 3 people invited")).toBeVisible();
  for (const address of [ann, bob, jo]) await newestMail(page, address ?? "");
  await page.getByRole("link", { name: "Open workspace" }).click();
  await expect(page.getByRole("heading", { name: workspace, level: 1 })).toBeVisible();
});

test("Undo takes an invitation back while it is held", async ({ page }) => {
  const kim = freshAddress("undone");
  const workspace = freshName("Place");
  await signInAs(page, ADMIN);
  await startFlow(page, workspace, []);
  await fillDetails(page, "client", "Kim Lee", [kim]);
  await choose(page, "existing", workspace);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(said(page, "Undone. Nothing was sent.")).toBeVisible();
  await page.reload();
  await expect(said(page, "Undone. Nothing was sent.")).toBeVisible();
  await expect(page.getByText(`invited to ${workspace}`)).toHaveCount(0);
  await newestMail(page, await addAnother(page));
  expect(await mailFor(page, kim)).toEqual([]);
});

test("Undo archives the workspace that was made for it", async ({ page }) => {
  const workspace = freshName("Made");
  await signInAs(page, ADMIN);
  await fillDetails(page, "client", "Kim Lee", [freshAddress("made")]);
  await choose(page, "new", workspace);
  const link = page.getByRole("link", { name: "Open workspace" });
  const path = await link.getAttribute("href");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(said(page, "the new workspace is archived")).toBeVisible();
  await expect(link).toHaveCount(0);
  await page.reload();
  await expect(said(page, "the new workspace is archived")).toBeVisible();
  await page.goto(path ?? "");
  await expect(page.getByRole("heading", { name: workspace, level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Restore" })).toBeVisible();
});

/** Presses Tab until it is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error("The keyboard does not reach it.");
}

test("with the keyboard alone, on a phone's width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 840 });
  const [name, kim, workspace] = [freshName("Kim"), freshAddress("keys"), freshName("Keyed")];
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts/new/client");
  await tabTo(page, page.getByLabel("Full name"));
  await page.keyboard.type(name);
  await tabTo(page, page.getByLabel("Email"));
  await page.keyboard.type(kim);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Step 2 of 2")).toBeVisible();
  await tabTo(page, page.getByRole("radio", { name: "Add to Workspace" }));
  await tabTo(page, page.getByLabel("Workspace", { exact: true }));
  await page.keyboard.type("New workspace");
  await tabTo(page, page.getByLabel("Name of the new workspace"));
  await page.keyboard.type(workspace);
  await page.keyboard.press("Enter");
  await expect(said(page, `${name} added and invited to ${workspace}.`)).toBeVisible();
  await page.getByRole("link", { name: "Open workspace" }).click();
  await openPanelAt(page);
});

/** The members panel by its address: open on a phone, it makes the menu behind it inert. */
async function openPanelAt(page: Page) {
  await page.goto(`${page.url().split("?")[0]}?panel=members`);
  return page.getByRole("complementary", { name: "Members" });
}
