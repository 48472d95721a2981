import { type Browser, expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { ADMIN, startFlow } from "./places";
import { signInAs } from "./session";

const PHONE = { width: 390, height: 844 };

/** A new workspace, and the page of it in a browser that is set to German. */
async function startInGerman(
  page: Page,
  browser: Browser,
  baseURL: string | undefined,
  name: string,
): Promise<Page> {
  await signInAs(page, ADMIN);
  await startFlow(page, name, [{ role: "Prüfung", action: "Vertrag lesen", kind: "Acknowledgement" }]);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ baseURL, storageState, locale: "de-DE", viewport: PHONE });
  const german = await context.newPage();
  await german.goto(page.url());
  await expect(german.locator("html")).toHaveAttribute("lang", "de");
  return german;
}

test("a workspace, its flow and its members are told in German", async ({ page: own, browser, baseURL }) => {
  const page = await startInGerman(own, browser, baseURL, "Jahresabschluss");
  const main = page.getByRole("main");
  await expect(main).toContainText("0 von 1 Aufgabe abgeschlossen");
  await expect(main).toContainText("Wartet, bis Prüfung zugewiesen ist");
  await expect(main).toContainText("hat diesen Workspace begonnen");
  await check(page, "a workspace in German");

  await main.getByRole("link", { name: "Ablauf bearbeiten" }).click();
  await page.getByRole("link", { name: "Vertrag lesen bearbeiten" }).click();
  await expect(page.getByLabel("Art", { exact: true }).locator(":checked")).toHaveText("Kenntnisnahme");
  await page.getByLabel("Titel").fill("Vertrag prüfen");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("button", { name: "Vertrag prüfen nach oben verschieben" })).toBeFocused();
  await page.getByRole("link", { name: "Rolle hinzufügen" }).click();
  await page.getByLabel("Name", { exact: true }).fill("prüfung");
  await page.getByRole("button", { name: "Rolle hinzufügen" }).click();
  await expect(page.getByText("Eine andere Rolle hat diesen Namen. Es wurde nichts geändert.")).toBeVisible();
  await check(page, "the editor of a flow in German");
  await page.getByRole("link", { name: "Fertig" }).click();
  await expect(main).toContainText("hat Vertrag prüfen geändert");

  await page.getByRole("banner").getByRole("link", { name: "Mitglieder" }).click();
  const panel = page.getByRole("complementary", { name: "Mitglieder" });
  await expect(panel).toContainText("Interne Benutzer");
  await expect(panel).toContainText("Nicht zugewiesen · 1 Aufgabe");
  await expect(panel).toContainText("(Sie)");
});

test("a workspace is archived and restored in German", async ({ page: own, browser, baseURL }) => {
  const page = await startInGerman(own, browser, baseURL, "Umzug");
  await page.goto(`${page.url()}/settings`);
  await expect(page).toHaveTitle(/^Einstellungen/);
  await check(page, "settings of a workspace in German");
  await page.getByRole("button", { name: "Archivieren" }).click();
  await expect(page.getByRole("main")).toContainText(/Archiviert am \d+\. \p{L}+\.? von /u);
  await page.getByRole("button", { name: "Wiederherstellen" }).click();
  await expect(page.getByRole("button", { name: "Archivieren" })).toBeVisible();
});
