import { expect, type Locator, type Page, test } from "@playwright/test";
import { freshAddress, mailFor, newestMail } from "./mail";
import { ADMIN, INTERNAL, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

type Opened = { panel: Locator; dialog: Locator; field: Locator };

/** A workspace of one's own, the members panel, and the dialog "Invite Members" open in it. */
async function openInvite(page: Page, address: string, name: string): Promise<Opened> {
  await signInAs(page, address);
  await startFlow(page, name, []);
  const panel = await openMembers(page);
  await panel.getByRole("button", { name: "Invite Members" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite Members" });
  const field = dialog.getByRole("combobox", { name: "People" });
  await expect(field).toBeFocused();
  return { panel, dialog, field };
}

const paste = (field: Locator, text: string) =>
  field.evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

const chips = (dialog: Locator) => dialog.getByRole("list", { name: "Chosen people" }).getByRole("listitem");

const removeButton = (dialog: Locator, name: string) =>
  dialog.getByRole("button", { name: `Remove ${name}`, exact: true });

test("with the keyboard alone: an internal user, a client and somebody new", async ({ page }) => {
  const kim = freshAddress("kim");
  await signInAs(page, ADMIN);
  await startFlow(page, "By keys", []);
  const panel = await openMembers(page);
  await page.keyboard.press("i");
  const field = page.getByRole("combobox", { name: "People" });
  await expect(field).toBeFocused();
  await page.keyboard.type("grace lind");
  await page.keyboard.press("Enter");
  await expect(removeButton(page.getByRole("dialog"), "Grace Lindqvist")).toBeVisible();
  await page.keyboard.type("aisha rah");
  await expect(page.getByRole("option", { name: /Aisha Rahman/, selected: true })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type(`${kim},`);
  await expect(page.getByRole("dialog")).toContainText("1 will get an email. 2 are added straight away.");
  await expect(page.getByRole("button", { name: "Invite 3 people" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(panel.getByRole("status").filter({ hasText: "1 invited, 2 added." })).toBeVisible();
  await expect(memberRow(panel, kim).getByRole("button", { name: "Not Joined" })).toBeVisible();
  await expect(memberRow(panel, "Aisha Rahman")).toContainText("Joined");
  await expect(panel.getByRole("button", { name: "Invite Members" })).toBeFocused();
});

test("is a combobox with list autocomplete and chips, as the pattern demands", async ({ page }) => {
  const { dialog, field } = await openInvite(page, ADMIN, "By the pattern");
  await field.pressSequentially("kim@acme-pattern.example,");
  await field.pressSequentially("priya");
  await expect(dialog.getByRole("option", { name: /Priya Rao/ })).toHaveAttribute("aria-selected", "true");
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Invite Members":
      - list "Chosen people":
        - listitem:
          - text: kim@acme-pattern.example
          - button "New client"
          - button "Remove kim@acme-pattern.example"
      - combobox "People" [expanded]: priya
      - listbox "Suggestions":
        - group "People":
          - option "Priya Rao client@acme.example Client" [selected]
        - group "New":
          - option "Invite New Client “priya” finish typing an email or phone number" [disabled]
  `);
  const active = await field.getAttribute("aria-activedescendant");
  await expect(dialog.getByRole("listbox").getByRole("option", { selected: true })).toHaveAttribute(
    "id",
    active ?? "",
  );
  const controls = await field.getAttribute("aria-controls");
  await expect(dialog.getByRole("listbox")).toHaveAttribute("id", controls ?? "");
});

test("chips are walked, removed and edited by keys", async ({ page }) => {
  const { dialog, field } = await openInvite(page, ADMIN, "Walking");
  for (const name of ["a", "b", "c"]) await field.pressSequentially(`${name}@walk.example,`);
  await page.keyboard.press("Backspace");
  await expect(removeButton(dialog, "c@walk.example")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Delete");
  await expect(dialog.getByRole("status")).toHaveText("b@walk.example removed");
  await expect(removeButton(dialog, "c@walk.example")).toBeFocused();
  await page.keyboard.press("Backspace");
  await expect(field).toBeFocused();
  await expect(chips(dialog)).toHaveCount(1);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("F2");
  await expect(field).toHaveValue("a@walk.example");
  await expect(chips(dialog)).toHaveCount(0);
});

test("Esc closes the list, then asks before people are lost, then the focus is back", async ({ page }) => {
  const { panel, dialog, field } = await openInvite(page, ADMIN, "Layers");
  await field.pressSequentially("a@layers.example,pri");
  await expect(dialog.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog.getByRole("listbox")).toBeHidden();
  await expect(field).toHaveValue("pri");
  await page.keyboard.press("Escape");
  await expect(dialog.getByRole("alertdialog")).toContainText("Discard?");
  await expect(dialog.getByRole("button", { name: "Keep editing" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog.getByRole("alertdialog")).toBeHidden();
  await expect(chips(dialog)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Discard" }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByRole("button", { name: "Invite Members" })).toBeFocused();
});

test("a pasted mixed list becomes chips with one summary; too many are refused", async ({ page }) => {
  const { dialog, field } = await openInvite(page, ADMIN, "Pasting");
  await paste(field, "Ann Lee <ann@paste.example>; jo@acme\nclient@acme.example\t+1 (202) 555-0143");
  await expect(dialog.getByRole("status")).toHaveText("3 added · 1 needs fixing");
  await expect(chips(dialog)).toContainText(["Ann Lee", "jo@acme", "Priya Rao", "+1 202 555 0143"]);
  await expect(dialog).toContainText("jo@acme needs a full email address. Everyone else can be invited now.");
  await paste(field, Array.from({ length: 48 }, (_, i) => `p${i}@paste.example`).join("\n"));
  await expect(dialog.getByRole("status")).toHaveText("48 added");
  await expect(chips(dialog)).toHaveCount(12);
  await dialog.getByRole("button", { name: "+40 more" }).click();
  await expect(chips(dialog)).toHaveCount(52);
  await paste(field, Array.from({ length: 501 }, (_, i) => `q${i}@paste.example`).join(", "));
  await expect(dialog.getByRole("status")).toHaveText(
    "That is 501 people; nothing was added. Add up to 500 at a time; the rest after these.",
  );
  await expect(dialog.getByRole("button", { name: "Invite 51 people" })).toBeVisible();
});

test("the same person twice is one chip, and the field says so", async ({ page }) => {
  const { dialog, field } = await openInvite(page, ADMIN, "Twice");
  await field.pressSequentially("kim@twice.example,KIM@twice.example,");
  await expect(dialog.getByRole("status")).toContainText("is already in the list");
  await expect(chips(dialog)).toHaveCount(1);
  await field.pressSequentially("priya rao");
  await dialog.getByRole("option", { name: /Priya Rao/ }).click();
  await field.pressSequentially("client@acme.example");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("status")).toHaveText("Priya Rao is already in the list.");
  await expect(chips(dialog)).toHaveCount(2);
});

test("when the answer is lost on the way, everything stays, and trying again invites nobody twice", async ({
  page,
}) => {
  const kim = freshAddress("kim");
  const { panel, dialog, field } = await openInvite(page, ADMIN, "Broken line");
  await field.pressSequentially(`${kim},`);
  let isBroken = true;
  await page.route(
    (url) => url.pathname.includes("/w/"),
    async (route) => {
      if (!isBroken || !route.request().headers()["next-action"]) return route.fallback();
      isBroken = false;
      await route.fetch();
      await route.abort();
    },
  );
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText(
    "Not sent. Check the connection and try again. Nobody was invited twice.",
  );
  await expect(chips(dialog)).toHaveCount(1);
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(memberRow(panel, kim)).toHaveCount(1);
  await newestMail(page, kim);
  await page.waitForTimeout(2_000);
  expect(await mailFor(page, kim)).toHaveLength(1);
});

test("who is invited already can be sent to again from the field", async ({ page }) => {
  const kim = freshAddress("kim");
  const { panel, dialog, field } = await openInvite(page, ADMIN, "Again");
  await field.pressSequentially(`${kim},`);
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(memberRow(panel, kim)).toBeVisible();
  await panel.getByRole("button", { name: "Invite Members" }).click();
  await field.pressSequentially(`${kim},jo@acme,`);
  await expect(dialog).toContainText("Not Joined");
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Nobody was invited. 2 need your attention.");
  await dialog.getByRole("button", { name: "Resend Invitation" }).click();
  await expect(dialog.getByRole("status")).toContainText(/again|resend in/);
});

test("an internal user without admin rights reads why, and can ask the admins", async ({ page }) => {
  const zoe = freshAddress("zoe").replace(/@.*/, "@northwind.example");
  const { dialog, field } = await openInvite(page, INTERNAL, "Asking");
  await field.fill(zoe);
  await expect(dialog.getByRole("option", { name: /Invite New Internal User/ })).toContainText(
    "Only admins can invite new internal users. Ask an admin, or invite them as a client.",
  );
  await dialog.getByRole("option", { name: /Invite New Client/ }).click();
  await dialog.getByRole("button", { name: "Request" }).click();
  await expect(dialog.getByRole("status")).toHaveText(`The admins have been asked to invite ${zoe}.`);
  await expect(async () => {
    const mails = await mailFor(page, ADMIN);
    expect(mails.some(({ text }) => text.includes(zoe))).toBe(true);
  }).toPass();
  expect(await mailFor(page, zoe)).toEqual([]);
});

test("one role, one person: more are refused beside the role, and nothing is sent", async ({ page }) => {
  await signInAs(page, ADMIN);
  await startFlow(page, "One holder", [{ role: "Reviewer", action: "Read it" }]);
  const panel = await openMembers(page);
  await panel.getByRole("button", { name: "Invite Members" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite Members" });
  await paste(dialog.getByRole("combobox", { name: "People" }), "a@role.example, b@role.example");
  await dialog.getByLabel("Role", { exact: true }).selectOption("Reviewer");
  await dialog.getByRole("button", { name: "Invite 2 people" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Nobody was invited.");
  await removeButton(dialog, "b@role.example").click();
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(panel.getByRole("listitem").filter({ hasText: "Reviewer" }).first()).toContainText(
    "a@role.example",
  );
});
