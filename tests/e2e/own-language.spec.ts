import { type Browser, expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { freshAddress, invitePath, newestMail } from "./mail";
import { ADMIN } from "./places";
import { signInAs } from "./session";
import { choose, freshName, said } from "./wizard-steps";

/** Has an admin invite another one, who joins in a browser that asks for English; answers that browser's page. */
async function newAdmin(page: Page, browser: Browser, baseURL: string | undefined): Promise<Page> {
  const address = freshAddress("jana");
  const name = freshName("Jana");
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts/new/internal");
  await page.getByLabel("Full name", { exact: true }).fill(name);
  await page.getByLabel("Email", { exact: true }).fill(address);
  await page
    .getByRole("checkbox", { name: "Admin" })
    .or(page.getByRole("switch", { name: "Admin" }))
    .check();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Step 2 of 2")).toBeVisible();
  await choose(page, "new", freshName("Umzug"));
  await expect(said(page, "invited to")).toContainText(name);
  const jana = await (await browser.newContext({ baseURL, locale: "en-US" })).newPage();
  await jana.goto(invitePath(await newestMail(page, address)));
  await jana.getByRole("button", { name: "Join Workspace" }).click();
  await expect(jana.getByRole("heading", { level: 1 })).toContainText("Umzug");
  return jana;
}

/** Chooses a language on the page as it is, in whatever language that is. */
async function chooseLanguage(page: Page, language: string): Promise<void> {
  await page.getByRole("combobox", { name: /^(Language|Sprache)$/ }).selectOption(language);
  await page.getByRole("button", { name: /^(Save|Speichern)$/ }).click();
}

const speaks = (page: Page, language: string) =>
  expect(page.locator("html")).toHaveAttribute("lang", language);

test("who chooses Deutsch reads the portal in German at once, and English again when they choose that", async ({
  page,
  browser,
  baseURL,
}) => {
  const jana = await newAdmin(page, browser, baseURL);
  await jana.goto("/northwind/account");
  const choice = jana.getByRole("combobox", { name: "Language" });
  await expect(choice.getByRole("option")).toHaveText(["As the browser asks", "English", "Deutsch"]);
  await expect(choice).toHaveValue("");
  await check(jana, "own account");
  await chooseLanguage(jana, "Deutsch");
  await expect(said(jana, "Gespeichert.")).toBeVisible();
  await speaks(jana, "de");
  await expect(jana.getByRole("heading", { name: "Weitere Adresse hinzufügen" })).toBeVisible();
  await expect(jana.getByRole("combobox", { name: "Sprache" })).toHaveValue("de");
  for (const [place, title, words] of [
    ["account", /^Ihr Konto/, "Adressen, mit denen Sie sich anmelden"],
    ["timeline", /^Übersicht/, "Neuer Workspace"],
    ["invitations", /^Einladungen/, "CSV exportieren"],
    ["outbox", /^Postausgang/, "Senden pausieren"],
    ["settings/general", /^Allgemein/, "Name der Organisation"],
    ["settings/invitations", /^Einladungen/, "Gesperrte Domains"],
    ["settings/notices", /^Benachrichtigungen/, "Meine Zeitzone"],
  ] as const) {
    await jana.goto(`/northwind/${place}`);
    await speaks(jana, "de");
    await expect(jana).toHaveTitle(title);
    await expect(jana.getByRole("main").or(jana.getByRole("banner")).getByText(words).first()).toBeVisible();
    await check(jana, `${place} in German`);
  }
  await jana.goto("/northwind/settings/general");
  await expect(jana.getByLabel("Land").getByRole("option", { name: "Deutschland" })).toHaveCount(1);
  const file = await jana.request.get("/northwind/invitations/export");
  expect(await file.text()).toMatch(/^\ufeff"Name","Adresse","Workspace","Rolle","Eingeladen von",/);
  await jana.goto("/northwind/account");
  await chooseLanguage(jana, "English");
  await expect(said(jana, "Saved.")).toBeVisible();
  await speaks(jana, "en");
  await jana.goto("/northwind/timeline");
  await expect(jana.getByRole("heading", { level: 1, name: "Timeline" })).toBeVisible();
});

test("without script the choice is kept, and the answer speaks it", async ({ page, browser, baseURL }) => {
  const jana = await newAdmin(page, browser, baseURL);
  const storageState = await jana.context().storageState();
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, storageState, baseURL, locale: "en-US" },
    viewport: { width: 390, height: 844 },
  });
  const plain = await context.newPage();
  await plain.goto("/northwind/account");
  await chooseLanguage(plain, "Deutsch");
  await speaks(plain, "de");
  await expect(plain.getByRole("status").filter({ hasText: "Gespeichert." })).toBeVisible();
  await chooseLanguage(plain, "Wie im Browser eingestellt");
  await speaks(plain, "en");
  await expect(plain.getByRole("combobox", { name: "Language" })).toHaveValue("");
  await context.close();
});
