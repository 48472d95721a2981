import { expect, test } from "@playwright/test";
import { freshAddress } from "./mail";
import { ADMIN, startFlow } from "./places";
import { signInAs } from "./session";
import { freshName } from "./wizard-steps";

const UNREACHED = "No answer came. Check the connection and try again; what you typed stays.";

test("without a connection a form says so, keeps what was typed, and works once there is one", async ({
  page,
}) => {
  const name = freshName("Unreached");
  await signInAs(page, ADMIN);
  await page.goto("/northwind/templates");
  await page.getByRole("link", { name: "New template" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Name of role 1").fill("Signatory");
  await page.context().setOffline(true);
  await page.getByLabel("Name", { exact: true }).press("Enter");
  await expect(page.getByText(UNREACHED)).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  await expect(page.getByLabel("Name of role 1")).toHaveValue("Signatory");
  await page.context().setOffline(false);
  await page.getByLabel("Name", { exact: true }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Template created." })).toBeVisible();
});

test("without a connection a flow stays as it is and says so beside the button that was pressed", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await startFlow(page, freshName("Unreached flow"), [
    { role: "Signatory", action: "Sign" },
    { role: "Signatory", action: "Send" },
  ]);
  await page.goto(`${page.url().split("?")[0]}?edit=flow`);
  const down = page.getByRole("button", { name: "Move Sign down" });
  await page.context().setOffline(true);
  await expect(async () => {
    await down.click();
    await expect(page.getByText(UNREACHED)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.context().setOffline(false);
  await down.click();
  await expect(page.getByText(UNREACHED)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Move .+ down$/ }).first()).toHaveAccessibleName(
    "Move Send down",
  );
});

test("without a connection whoever signs in keeps the address and the code", async ({ page }) => {
  const address = freshAddress("unreached");
  await page.goto("/sign-in");
  const [asked, sent] = [page.getByLabel("Email or phone number"), page.getByLabel("Code", { exact: true })];
  await asked.fill(address);
  await page.context().setOffline(true);
  await asked.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: UNREACHED })).toBeVisible();
  await expect(asked).toHaveValue(address);
  await page.context().setOffline(false);
  await asked.press("Enter");
  await sent.fill("123 456");
  await page.context().setOffline(true);
  await sent.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: UNREACHED })).toBeVisible();
  await expect(sent).toHaveValue("123 456");
  await page.getByRole("button", { name: /^Send again in/ }).waitFor();
  await page.context().setOffline(false);
});

test("without a connection a new workspace, a contact's details and a group stay as they were typed", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  const name = page.getByLabel("Name", { exact: true });

  await page.goto("/northwind/w/new");
  await name.fill("Harbour loan");
  await page.getByLabel("Name of role 1").fill("Lender");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByRole("alert").filter({ hasText: UNREACHED })).toBeFocused();
  await expect(name).toHaveValue("Harbour loan");
  await expect(page.getByLabel("Name of role 1")).toHaveValue("Lender");
  await page.context().setOffline(false);

  await page.goto("/northwind/contacts?find=Chidi");
  await page.getByRole("link", { name: "Chidi Okonkwo", exact: true }).click();
  await page.getByLabel("Title", { exact: true }).fill("Keeper of keys");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(UNREACHED)).toBeVisible();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Keeper of keys");
  await page.context().setOffline(false);

  await page.goto("/northwind/contacts?tab=groups");
  await page.getByRole("main").getByRole("link", { name: "Nordlicht board", exact: true }).click();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("Description").fill("Meets in June");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(UNREACHED)).toBeVisible();
  await expect(page.getByLabel("Description")).toHaveValue("Meets in June");
  await page.context().setOffline(false);
});
