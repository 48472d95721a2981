import { type Browser, expect, type Page, test } from "@playwright/test";
import { check } from "./axe";
import { freshAddress, invitePath, type Mail, newestMail } from "./mail";
import { ADMIN, CLIENT } from "./places";
import { signInAs } from "./session";
import { choose, freshName, said } from "./wizard-steps";

const PHONE = { width: 390, height: 844 };

/** A browser on a phone, set to a language. */
const reader = async (browser: Browser, baseURL: string | undefined, locale: string): Promise<Page> =>
  (await browser.newContext({ baseURL, locale, viewport: PHONE })).newPage();

const inviteInGerman = (page: Page, address: string, workspace: string) =>
  invite(page, { address, workspace, language: "German" });

type Invited = { address: string; workspace: string; language?: string };

/** Has an admin invite a client, whose language is set or is not, into a new workspace; answers the message. */
async function invite(page: Page, { address, workspace, language }: Invited): Promise<Mail> {
  await signInAs(page, ADMIN);
  await page.goto("/northwind/contacts/new/client");
  await page.getByLabel("Full name", { exact: true }).fill("Jörg Groß");
  await page.getByLabel("Email", { exact: true }).fill(address);
  if (language) await page.getByLabel("Language").selectOption(language);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Step 2 of 2")).toBeVisible();
  await choose(page, "new", workspace);
  await expect(said(page, "invited to")).toContainText("Jörg Groß");
  return newestMail(page, address);
}

const inGerman = (page: Page) => expect(page.locator("html")).toHaveAttribute("lang", "de");

test("who is written to in German joins on a German page, whatever the browser's language", async ({
  page,
  browser,
  baseURL,
}) => {
  const workspace = freshName("Jahresabschluss");
  const mail = await inviteInGerman(page, freshAddress("joerg"), workspace);
  expect(mail.subject).toContain("eingeladen");
  const joerg = await reader(browser, baseURL, "en-US");
  const requests: string[] = [];
  joerg.on("request", (request) => requests.push(request.url()));
  const response = await joerg.goto(invitePath(mail));
  expect(requests.filter((url) => !url.startsWith("data:"))).toHaveLength(1);
  expect((await response?.body())?.length).toBeLessThanOrEqual(6_000);
  expect(await response?.headerValue("vary")).toMatch(/\baccept-language\b/i);
  expect(await response?.headerValue("content-security-policy")).toContain("script-src 'none'");
  await inGerman(joerg);
  await expect(joerg.getByRole("heading", { level: 1 })).toContainText("lädt Sie ein zu");
  await expect(
    joerg.getByText(/^Dieser Link gilt bis \d+\. \p{L}+ \d{4}, .*\(noch 14 Tage\)\.$/u),
  ).toBeVisible();
  await joerg.getByText("Nicht Sie? Andere Adresse verwenden").click();
  await check(joerg, "invitation in German");
  await joerg.getByRole("button", { name: "Workspace beitreten" }).click();
  await expect(joerg.getByRole("heading", { level: 1, name: workspace })).toBeVisible();
});

test("who is signed in without a language reads that of who was invited; declining is said in German", async ({
  page,
  browser,
  baseURL,
}) => {
  const mail = await inviteInGerman(page, freshAddress("nein"), freshName("Umzug"));
  await signInAs(page, CLIENT);
  await page.goto(invitePath(mail));
  await inGerman(page);
  await expect(page.getByRole("button", { name: "Konto wechseln" })).toBeVisible();
  const joerg = await reader(browser, baseURL, "en-US");
  await joerg.goto(invitePath(mail));
  await joerg.getByRole("button", { name: "Nein danke" }).click();
  await expect(joerg.getByRole("heading", { level: 1 })).toHaveText("Sie haben die Einladung abgelehnt");
  await inGerman(joerg);
  await check(joerg, "declined in German");
});

test("a dead link is in the browser's language, and tells no link that was good from one that never was", async ({
  page,
  browser,
  baseURL,
  playwright,
}) => {
  const used = invitePath(await inviteInGerman(page, freshAddress("tot"), freshName("Vorbei")));
  const joerg = await reader(browser, baseURL, "de-AT");
  await joerg.goto(used);
  await joerg.getByRole("button", { name: "Nein danke" }).click();
  await joerg.goto(used);
  await inGerman(joerg);
  await expect(joerg.getByRole("heading", { level: 1 })).toHaveText("Dieser Einladungslink gilt nicht mehr");
  await check(joerg, "dead link in German");

  const links = [used, `${used.slice(0, -2)}AA`, "/invite/x", "/i/x", "/invite/%ff"];
  for (const [accepts, language] of [
    ["de-AT,de;q=0.9,en;q=0.5", "de"],
    ["en", "en"],
    ["fr, *", "en"],
    ["", "en"],
  ] as const) {
    const probe = await playwright.request.newContext({
      baseURL,
      extraHTTPHeaders: { "accept-language": accepts },
    });
    const answers = await Promise.all(links.map((link) => probe.get(link)));
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(bodies.size, accepts).toBe(1);
    expect([...bodies][0]).toContain(`<html lang="${language}">`);
    expect(new Set(answers.map((answer) => `${answer.status()} ${answer.headers().vary}`)).size).toBe(1);
    await probe.dispose();
  }
  await joerg.getByRole("button", { name: "Neuen Link anfordern" }).click();
  await expect(joerg.getByRole("status")).toHaveText(
    "Wenn diese Einladung noch offen ist, ist ein neuer Link unterwegs.",
  );
});

test("stopping invitations is in the language of the message, any other link in the browser's", async ({
  page,
  browser,
  baseURL,
}) => {
  const { html } = await inviteInGerman(page, freshAddress("fremd"), freshName("Unbekannt"));
  const [, stop = ""] = /(\/stop\/[A-Za-z0-9_-]+)/.exec(html) ?? [];
  const joerg = await reader(browser, baseURL, "en-US");
  await joerg.goto("/stop/nothing");
  await expect(joerg.getByRole("button", { name: "Stop invitations" })).toBeVisible();
  await joerg.goto(stop);
  await inGerman(joerg);
  await check(joerg, "stopping in German");
  await joerg.getByRole("button", { name: "Einladungen beenden" }).click();
  await expect(joerg.getByRole("heading", { level: 1 })).toHaveText("Die Einladungen sind beendet");
  await check(joerg, "stopped in German");
});

test("who has no language set reads the invitation and how to stop it as their browser asks", async ({
  page,
  browser,
  baseURL,
}) => {
  const mail = await invite(page, { address: freshAddress("ohne"), workspace: freshName("Ohne") });
  expect(mail.subject).toContain("invited");
  const [, stop = ""] = /(\/stop\/[A-Za-z0-9_-]+)/.exec(mail.html) ?? [];
  for (const [locale, language] of [
    ["de-AT", "de"],
    ["en-US", "en"],
    ["fr", "en"],
  ] as const) {
    const reading = await reader(browser, baseURL, locale);
    for (const link of [invitePath(mail), stop]) {
      const response = await reading.goto(link);
      expect(response?.status()).toBe(200);
      expect((await response?.body())?.length).toBeLessThanOrEqual(6_000);
      expect(await response?.headerValue("vary")).toMatch(/\baccept-language\b/i);
      await expect(reading.locator("html")).toHaveAttribute("lang", language);
    }
    await reading.context().close();
  }
});
