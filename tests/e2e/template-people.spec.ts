import { expect, test } from "@playwright/test";
import { check } from "./axe";
import { freshAddress } from "./mail";
import { ADMIN, openMembers } from "./places";
import { signInAs } from "./session";
import { freshName } from "./wizard-steps";

test("Enter in the middle of a list of people goes on to the next role, and makes nothing", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/templates");
  await page.getByRole("link", { name: "Use template Client onboarding", exact: true }).click();
  const name = page.getByLabel("Workspace name");
  await name.fill(freshName("Half typed"));
  await name.press("Enter");
  await expect(page.getByLabel("Due date (optional)")).toBeFocused();
  const lead = page.getByLabel("Account lead", { exact: true });
  await expect(lead).toHaveAttribute("aria-expanded", "false");
  await lead.fill("ose");
  await expect(page.getByRole("option", { name: /Daniel Osei/ })).toBeVisible();
  await lead.press("Enter");
  await expect(page.getByLabel("Compliance reviewer", { exact: true })).toBeFocused();
  await page.getByLabel("Client finance team", { exact: true }).press("Enter");
  await expect(page.getByRole("button", { name: "Create workspace" })).toBeFocused();
  await expect(page.getByRole("listitem").filter({ hasText: "Daniel Osei" })).toBeVisible();
});

test("what somebody new is to be, chosen before the field that searches has come, counts once it has", async ({
  page,
}) => {
  const kim = freshAddress("late");
  await signInAs(page, ADMIN);
  await page.goto("/northwind/templates");
  await page.getByRole("link", { name: "Use template Partner review", exact: true }).click();
  const field = page.getByRole("combobox", { name: "Partner", exact: true });
  await expect(field).toHaveAttribute("aria-expanded", "false");
  let letScriptsCome = () => {};
  const scripts = new Promise<void>((resolve) => {
    letScriptsCome = resolve;
  });
  await page.route("**/*.js", (route) => scripts.then(() => route.continue()));
  await page.reload({ waitUntil: "commit" });
  await page.getByLabel("Partner", { exact: true }).fill(kim);
  await page.getByLabel("What somebody new as Partner is").selectOption("New: internal user");
  await page.getByLabel("Workspace name").fill(freshName("Late"));
  letScriptsCome();
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await expect(field).toHaveValue(kim);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.getByRole("link", { name: "Open workspace" }).click();
  const panel = await openMembers(page);
  await expect(panel.getByRole("region", { name: /^Internal users/ })).toContainText(kim);
});

test("with the keyboard at 390 px people are searched for as in the People field, and those a role is not for say so", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 840 });
  const workspace = freshName("Searched");
  await signInAs(page, ADMIN);
  await page.goto("/northwind/templates");
  await page.getByRole("link", { name: "Use template Client onboarding", exact: true }).click();
  await page.getByLabel("Workspace name").fill(workspace);
  const signatory = page.getByRole("combobox", { name: "Client signatory" });
  // The field that searches has come: who is in the line of text already keeps that.
  await expect(signatory).toHaveAttribute("aria-expanded", "false");
  await signatory.fill("daniel ose");
  const unfit = page.getByRole("option", { name: /Daniel Osei.*this role is for clients/ });
  await expect(unfit).toHaveAttribute("aria-disabled", "true");
  await signatory.press("Shift+Tab");
  await expect(unfit).toBeHidden();
  await signatory.fill("priya");
  await expect(page.getByRole("option", { name: /Priya Rao/ })).toBeVisible();
  await check(page, "people for a role");
  await signatory.press("Enter");
  const team = page.getByRole("combobox", { name: "Client finance team" });
  await expect(team).toBeFocused();
  await team.fill("acme fin");
  await expect(page.getByRole("option", { name: /Acme finance/ })).toBeVisible();
  await team.press("Enter");
  const create = page.getByRole("button", { name: "Create workspace" });
  await expect(create).toBeFocused();
  await create.press("Enter");
  await expect(page.getByText(/^Priya Rao, (added|invited)\.$/)).toBeVisible();
  await expect(page.getByText(/^Acme finance: \d+ people/)).toBeVisible();
});

test("who goes on while somebody is still looked up is not taken from where they are", async ({ page }) => {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/templates");
  await page.getByRole("link", { name: "Use template Client onboarding", exact: true }).click();
  const signatory = page.getByRole("combobox", { name: "Client signatory" });
  await expect(signatory).toHaveAttribute("aria-expanded", "false");
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/templates/people?**", (route) => held.then(() => route.continue()));
  await signatory.fill("priya");
  await signatory.press("Enter");
  const name = page.getByLabel("Workspace name");
  await name.focus();
  answer();
  await expect(page.getByText("Priya Rao", { exact: true }).first()).toBeVisible();
  await expect(name).toBeFocused();
});
