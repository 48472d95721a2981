import { expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { type Mail, mailFor } from "./mail";
import { ADMIN, CLIENT, INTERNAL, startFlow } from "./places";
import { signInAs } from "./session";

const rows = (page: Page) => page.getByRole("link", { name: /^Edit / });

/** Gives the first free role of the flow to somebody of the demo. */
async function assign(page: Page, role: string, name: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: "Assign" }).first().click();
  const dialog = page.getByRole("dialog", { name: `Assign ${role}` });
  await dialog.getByRole("combobox").fill(name);
  await dialog.getByRole("option", { name: new RegExp(`^${name}`) }).click();
  await expect(dialog).toHaveCount(0);
}

/** The message with this subject, once it has arrived. */
async function mailCalled(page: Page, address: string, subject: string): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    found = (await mailFor(page, address)).find((mail) => mail.subject === subject);
    expect(found).toBeDefined();
  }).toPass({ timeout: 20_000 });
  if (!found) throw new Error("no mail");
  return found;
}

test("a flow is edited in place: by buttons, by keyboard and by dragging", async ({ page }) => {
  await signInAs(page, ADMIN);
  await startFlow(page, "Editing", [
    { role: "Lead", action: "Plan" },
    { role: "Lead", action: "Ship" },
    { role: "Reviewer", action: "Review" },
  ]);
  await page.getByRole("link", { name: "Edit flow" }).click();
  await expect(rows(page)).toContainText(["Plan", "Ship", "Review", "Lead", "Reviewer"]);

  await page.getByRole("link", { name: "Add action" }).click();
  await expect(page.getByLabel("Title")).toBeFocused();
  await page.keyboard.type("Celebrate");
  await page.getByLabel("Starts").selectOption("Together with the one before");
  await page.getByRole("button", { name: "Add action" }).click();
  await expect(rows(page)).toContainText(["Plan", "Ship", "Review", "Celebrate"]);
  await expect(page.getByRole("button", { name: "Move Celebrate up" })).toBeFocused();

  const up = page.getByRole("button", { name: "Move Ship up" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(rows(page)).toContainText(["Ship", "Plan", "Review", "Celebrate"]);
  await expect(up).toBeFocused();
  await page.getByRole("button", { name: "Move Ship down" }).click();
  await expect(rows(page)).toContainText(["Plan", "Ship", "Review", "Celebrate"]);
  await rows(page)
    .nth(1)
    .dragTo(rows(page).first(), { targetPosition: { x: 40, y: 2 } });
  await expect(rows(page)).toContainText(["Ship", "Plan", "Review", "Celebrate"]);

  await rows(page).first().click();
  await page.getByLabel("Title").fill("Ship \u202eit");
  await page.keyboard.press("Enter");
  await expect(page.getByText("This contains characters that cannot be stored.")).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Ship \u202eit");
  await page.getByLabel("Title").fill("Ship it");
  await page.keyboard.press("Enter");
  await expect(rows(page)).toContainText(["Ship it", "Plan"]);

  await rows(page).nth(5).click();
  await page.getByText("Remove…").click();
  await page.getByRole("button", { name: "Remove role" }).click();
  await expect(page.getByLabel("Its action goes to")).toBeFocused();
  await page.getByLabel("Its action goes to").selectOption("Lead");
  await page.getByRole("button", { name: "Remove role" }).click();
  await expect(page.getByText("Reviewer removed.")).toBeAttached();
  await expect(rows(page)).toHaveCount(5);
  await rows(page).nth(3).click();
  await expect(page.getByLabel("Title")).toHaveValue("Celebrate");
  for (const width of [1320, 390]) {
    await page.setViewportSize({ width, height: 840 });
    await check(page, `the editor at ${width} px`);
  }
  await page.getByText("Remove…").click();
  await page.getByRole("button", { name: "Remove action" }).click();
  await expect(page.getByText("Celebrate removed.")).toBeAttached();
  await expect(rows(page)).toContainText(["Ship it", "Plan", "Review", "Lead"]);
  await page.getByRole("link", { name: "Done" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toContainText(["Ship it", "Plan", "Review"]);
});

test("moves pressed one after the other without waiting all count", async ({ page }) => {
  await signInAs(page, ADMIN);
  await startFlow(
    page,
    "Pressed quickly",
    ["First", "Second", "Third"].map((action) => ({ role: "Lead", action })),
  );
  await page.getByRole("link", { name: "Edit flow" }).click();
  for (const title of ["Fourth", "Fifth"]) {
    await page.getByRole("link", { name: "Add action" }).click();
    await page.getByLabel("Title").fill(title);
    await page.getByRole("button", { name: "Add action" }).click();
    await expect(page.getByRole("button", { name: `Move ${title} up` })).toBeFocused();
  }
  const pressThrice = async (label: string) => {
    const button = page.getByRole("button", { name: label });
    await button.focus();
    await Promise.all([1, 2, 3].map(() => page.keyboard.press("Enter")));
  };
  await pressThrice("Move Fifth up");
  await expect(rows(page)).toContainText(["First", "Fifth", "Second", "Third", "Fourth"]);
  await pressThrice("Move Fifth down");
  await expect(rows(page)).toContainText(["First", "Second", "Third", "Fourth", "Fifth"]);
  await expect(page.getByRole("button", { name: "Move Fifth down" })).toBeFocused();
  await expect(page.getByText("The flow changed meanwhile.")).toHaveCount(0);
});

test("two actions are open at once; an approval is declined with a reason and asked for again", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  await startFlow(page, "Declining", [
    { role: "Lead", action: "Approve the plan", kind: "Approval" },
    { role: "Reviewer", action: "Read the plan", kind: "Acknowledgement" },
  ]);
  await page.getByRole("link", { name: "Edit flow" }).click();
  await rows(page).nth(1).click();
  await page.getByLabel("Starts").selectOption("Together with the one before");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(rows(page).nth(1)).toContainText("together with the one before");
  await page.getByRole("link", { name: "Done" }).click();
  await expect(page.getByRole("img", { name: "Next" })).toHaveCount(2);
  await assign(page, "Lead", "Grace Lindqvist");

  const context = await browser.newContext({ baseURL });
  const grace = await context.newPage();
  await signInAs(grace, INTERNAL);
  await grace.goto(page.url());
  await grace.getByRole("button", { name: "Decline", exact: true }).click();
  const reason = grace.getByLabel("Reason (optional)");
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAccessibleDescription("Everybody in the workspace can read it.");
  await grace.keyboard.type("The budget is missing.");
  await check(grace, "declining");
  await grace.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await expect(grace.getByText("“The budget is missing.”")).toBeVisible();
  const declined = await mailCalled(page, ADMIN, "Grace Lindqvist declined an approval in Declining");
  expect(declined.text).toContain("> The budget is missing.");

  await page.reload();
  await check(page, "declined");
  await page.getByRole("button", { name: "Ask again" }).click();
  await expect(page.getByRole("img", { name: "Next" })).toHaveCount(2);
  await mailCalled(page, INTERNAL, "It is your turn in Declining");
  await grace.reload();
  await grace.getByRole("button", { name: "Approve" }).click();
  await expect(grace.getByText(/^Approved by Grace Lindqvist/)).toBeVisible();
  await context.close();
});

test("without script rows move, are added and changed; clients edit nothing", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  await startFlow(page, "Plainly", [
    { role: "Lead", action: "First" },
    { role: "Lead", action: "Second" },
  ]);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto(page.url());
  await plain.getByRole("link", { name: "Edit flow" }).click();
  await plain.getByRole("button", { name: "Move Second up" }).click();
  await expect(rows(plain)).toContainText(["Second", "First"]);
  await plain.getByRole("link", { name: "Add role" }).click();
  await plain.getByLabel("Name").fill("Notary");
  await plain.getByRole("button", { name: "Add role" }).click();
  await expect(rows(plain)).toContainText(["Second", "First", "Lead", "Notary"]);
  await context.close();

  await page.context().clearCookies();
  await signInAs(page, CLIENT);
  await page.goto("/northwind/timeline");
  await page.getByRole("link", { name: /Acme Corp onboarding/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Acme Corp onboarding" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit flow" })).toHaveCount(0);
  await page.goto(`${page.url().split("#")[0]}?edit=flow`);
  await expect(page.getByRole("heading", { level: 1, name: "Acme Corp onboarding" })).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
});
