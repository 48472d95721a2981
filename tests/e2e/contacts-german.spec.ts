import { type Browser, expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { ADMIN } from "./places";
import { signInAs } from "./session";

/** An admin whose browser asks for German; what goes wrong in it is kept. */
async function germanAdmin(page: Page, browser: Browser, baseURL: string | undefined) {
  await signInAs(page, ADMIN);
  const context = await browser.newContext({ baseURL, locale: "de-DE" });
  await context.addCookies(await page.context().cookies());
  const german = await context.newPage();
  const wrong: string[] = [];
  german.on("pageerror", (error) => wrong.push(error.message));
  german.on("console", (line) => line.type() === "error" && wrong.push(line.text()));
  return { german, wrong };
}

const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

test("who reads German finds, selects and merges contacts in German", async ({ page, browser, baseURL }) => {
  const { german, wrong } = await germanAdmin(page, browser, baseURL);
  await german.goto("/northwind/contacts");
  await expect(german).toHaveTitle(/^Kontakte/);
  await heading(german, "Kontakte");
  await expect(german.getByRole("link", { name: /^Interne Teams \d/ })).toBeVisible();
  await expect(german.getByRole("combobox", { name: "Status" })).toContainText("Nicht beigetreten");
  await check(german, "contacts in German");
  const row = german.getByRole("main").getByRole("row").nth(1);
  await row.getByRole("checkbox").check();
  const acts = german.getByRole("toolbar", { name: "Mit den Ausgewählten" });
  await acts.getByRole("button", { name: "Zum Workspace hinzufügen" }).click();
  await expect(german.getByText("1 Person", { exact: true })).toBeVisible();
  await german.getByLabel("Workspace", { exact: true }).selectOption({ index: 1 });
  await expect(german.getByRole("button", { name: /^1 Person zu .+ hinzufügen$/ })).toBeVisible();
  await german.goto("/northwind/contacts");
  await german.getByRole("main").getByRole("rowheader").first().getByRole("link").first().click();
  await expect(german.getByRole("heading", { name: "Angaben" })).toBeVisible();
  await expect(german.getByLabel("Sprache")).toContainText("Deutsch");
  await german.getByRole("link", { name: "Zusammenführen …" }).first().click();
  await heading(german, "Kontakte zusammenführen");
  expect(wrong).toEqual([]);
});

test("who is left out of an act on many is told in German, and why", async ({ page, browser, baseURL }) => {
  const { german } = await germanAdmin(page, browser, baseURL);
  await german.goto(`/northwind/contacts?tab=internal&find=${ADMIN}`);
  await german.getByRole("main").getByRole("row").nth(1).getByRole("checkbox").check();
  await german.getByRole("toolbar").getByRole("button", { name: "Deaktivieren" }).click();
  await german.getByRole("button", { name: "1 Person deaktivieren" }).click();
  await expect(german.getByRole("status").filter({ hasText: "1 nicht erledigt." })).toBeVisible();
  await expect(german.getByText("Sie können sich nicht selbst deaktivieren")).toBeVisible();
  await expect(german.getByRole("link", { name: "Zurück zu den Kontakten" })).toBeVisible();
});

test("who reads German looks after groups in German", async ({ page, browser, baseURL }) => {
  const { german, wrong } = await germanAdmin(page, browser, baseURL);
  await german.goto("/northwind/contacts?tab=groups");
  await german.getByRole("main").getByRole("link", { name: "Nordlicht board", exact: true }).click();
  await heading(german, "Nordlicht board");
  await expect(german.getByText(/^Kundengruppe · \d+ Person(en)? · verantwortlich: /)).toBeVisible();
  await german.getByText("Personen hinzufügen", { exact: true }).click();
  await german.getByRole("button", { name: "Zur Gruppe hinzufügen" }).click();
  await expect(german.getByText("Fügen Sie mindestens eine Person hinzu.")).toBeVisible();
  await check(german, "a group in German");
  await german.getByRole("link", { name: "Löschen", exact: true }).click();
  await german.getByLabel("„Nordlicht board“ eingeben, um die Gruppe zu löschen").fill("Nordlicht");
  await german.getByRole("button", { name: "Nordlicht board löschen" }).click();
  await expect(german.getByRole("status").filter({ hasText: "Es wurde nichts gelöscht." })).toBeVisible();
  expect(wrong).toEqual([]);
});
