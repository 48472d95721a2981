import { expect, test } from "@playwright/test";
import { check } from "./axe";
import { ADMIN, startFlow } from "./places";
import { signInAs } from "./session";

test("an action and a role that somebody removes while they are open are said to be, with what was typed", async ({
  page,
}) => {
  await signInAs(page, ADMIN);
  await startFlow(page, "Edited by two", [
    { role: "Lead", action: "Plan" },
    { role: "Reviewer", action: "Ship" },
  ]);
  await page.getByRole("link", { name: "Edit flow" }).click();
  await expect(page).toHaveURL(/edit=flow/);
  const flow = page.url();
  const other = await page.context().newPage();
  const removeElsewhere = async (name: RegExp, button: string, takers?: string) => {
    await other.goto(flow);
    await other.getByRole("link", { name }).click();
    await other.getByText("Remove…").click();
    if (takers) await other.getByLabel("Its action goes to").selectOption(takers);
    await other.getByRole("button", { name: button }).click();
    await expect(other.getByRole("link", { name })).toHaveCount(0);
    await expect(other.getByText("removed a moment ago")).toHaveCount(0);
  };
  const strip = page.getByRole("main").getByRole("alert");

  await page.getByRole("link", { name: /^Edit Plan/ }).click();
  await page.getByLabel("Instructions").fill("Ask the bank first.");
  await removeElsewhere(/^Edit Plan/, "Remove action");
  await expect(strip).toContainText("Plan was removed a moment ago.", { timeout: 5_000 });
  await expect(strip).toContainText("You had entered: Ask the bank first.");
  await check(page, "an open action that was removed");
  await page.getByRole("link", { name: "Done" }).click();
  await expect(strip).toHaveCount(0);

  await page.getByRole("link", { name: "Edit flow" }).click();
  await page.getByRole("link", { name: /^Edit Reviewer/ }).click();
  await page.getByLabel("Name", { exact: true }).fill("Notary of the bank");
  await removeElsewhere(/^Edit Reviewer/, "Remove role", "Lead");
  await expect(strip).toContainText("Reviewer was removed a moment ago.", { timeout: 5_000 });
  await expect(strip).toContainText("You had entered: Notary of the bank");
  await other.close();
});
