import { type Browser, expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { ADMIN } from "./places";
import { signInAs } from "./session";

/** The same person in a browser that is set to German. */
async function inGerman(page: Page, browser: Browser, baseURL: string | undefined): Promise<Page> {
  const storageState = await page.context().storageState();
  return (await browser.newContext({ baseURL, locale: "de-DE", storageState })).newPage();
}

test("the shell speaks the reader's language, its keys, its search and its menu too", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, ADMIN);
  const german = await inGerman(page, browser, baseURL);
  await german.goto("/northwind/timeline");
  await expect(german.locator("html")).toHaveAttribute("lang", "de");
  const side = german.getByRole("navigation", { name: "Hauptmenü" });
  await expect(side.getByRole("link")).toContainText(["Northwind", "Übersicht", "Kontakte", "Einladungen"]);
  const menu = german.getByRole("dialog", { name: "Suchen" });
  await expect(async () => {
    if (!(await menu.isVisible())) await german.keyboard.press("ControlOrMeta+k");
    await expect(menu).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await menu
    .getByRole("searchbox", { name: "Zu einer Seite oder einem Workspace gehen" })
    .fill("$& gibt es nicht");
  await expect(menu.getByRole("status")).toHaveText("Nichts heißt „$& gibt es nicht“.");
  await menu.getByRole("searchbox").fill("kontakte");
  await expect(menu.getByRole("link")).toHaveText(["KontakteSeite"]);
  await menu.getByRole("searchbox").fill("");
  await german.keyboard.press("Escape");
  await expect(german.locator(".commands")).toHaveCount(0);
  await german.keyboard.press("?");
  const help = german.getByRole("dialog", { name: "Tastenkürzel" });
  await expect(help).toContainText("Vom einen bis zum nächsten auswählenUmschalt↓");
  await check(german, "keys in German");
  await help.getByRole("button", { name: "Schließen" }).click();
  await side.locator("[popovertarget=person-menu]").click();
  await expect(german.getByRole("dialog", { name: /^Angemeldet als / })).toContainText("HellDunkel");
});

test("what is not there, the mailbox and the gate answer in the browser's language", async ({
  browser,
  baseURL,
  playwright,
}) => {
  const german = await (await browser.newContext({ baseURL, locale: "de-DE" })).newPage();
  await german.goto("/setup/nothing");
  await expect(german).toHaveTitle("Nicht gefunden · Foyer");
  await expect(german.getByRole("heading", { level: 1 })).toHaveText(
    "Diese Seite gibt es nicht, oder Sie können sie nicht sehen",
  );
  await check(german, "nothing in German");
  await german.goto("/mailbox?to=niemand@example.com");
  await expect(german).toHaveTitle("Lokales Postfach · Foyer");
  await expect(german.getByText("Noch keine Nachrichten an niemand@example.com.")).toBeVisible();
  await check(german, "mailbox in German");

  const foreign = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { "accept-language": "de", origin: "https://elsewhere.example" },
  });
  const answer = await foreign.post("/sign-in");
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toMatch(/^Diese Anfrage kam nicht von einer Seite von http/);
  await foreign.dispose();
});
