import { expect, test } from "@playwright/test";
import { freshAddress, mailFor } from "./mail";
import { ADMIN, startFlow } from "./places";
import { signInAs } from "./session";

test("inviting is in German for who reads German: reasons, what was done, and taking it back", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  await startFlow(page, "Auf Deutsch einladen", []);
  const kim = freshAddress("kim");
  const context = await browser.newContext({ baseURL, locale: "de-DE" });
  await context.addCookies(await page.context().cookies());
  const german = await context.newPage();
  await german.goto(`${new URL(page.url()).pathname}?panel=members`);
  await german.getByRole("button", { name: "Mitglieder einladen" }).first().click();
  const dialog = german.getByRole("dialog", { name: "Mitglieder einladen" });
  await dialog.getByRole("combobox", { name: "Personen" }).fill("acme fi");
  const groups = dialog.getByRole("group", { name: "Kundengruppen" });
  await expect(groups.getByRole("option", { name: /Acme finance/ })).toBeVisible();
  expect(await groups.evaluate((list) => getComputedStyle(list, "::before").content)).toMatch(
    /Kundengruppen/,
  );
  await dialog.getByRole("combobox", { name: "Personen" }).fill("jo@acme");
  await expect(dialog.getByRole("listbox", { name: "Vorschläge" })).toContainText(
    "es fehlt eine vollständige E-Mail-Adresse",
  );
  await dialog.getByRole("combobox", { name: "Personen" }).fill(`${kim},`);
  await expect(dialog).toContainText("1 Person bekommt eine E-Mail.");
  await dialog.getByRole("button", { name: "Einladen", exact: true }).click();
  const said = german.getByRole("status").filter({ hasText: `${kim} eingeladen.` });
  await said.getByRole("button", { name: "Rückgängig" }).click();
  await expect(
    german.getByText("Rückgängig gemacht. 1 Person wurde wieder entfernt und hat keine Nachricht bekommen."),
  ).toBeVisible();
  expect(await mailFor(page, kim)).toEqual([]);
  await context.close();
});
