import { type Browser, expect, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { check } from "./axe";
import { addOrganization, newestCode, test } from "./installation";
import { askForCode, enterCode } from "./session";

const ADA = "ada@fjord.example";

test.beforeEach(({ installation }) => addOrganization(installation, "fjord", ADA));

const elsewhere = async (browser: Browser, url: string): Promise<Page> =>
  (await browser.newContext({ baseURL: url })).newPage();

test("the code signs in and leads back to the page that was asked for", async ({ page, installation }) => {
  await page.goto("/fjord/timeline?filter=mine");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("Email or phone number").fill(ADA.toUpperCase());
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByText(`If ${ADA} can sign in here, a code is on its way.`)).toBeVisible();
  const { digits } = await newestCode(installation, ADA);
  await enterCode(page, digits.startsWith("000") ? "111111" : "000000");
  await expect(page.getByText("4 tries are left.")).toBeVisible();
  await enterCode(page, `${digits.slice(0, 3)} ${digits.slice(3)}`);
  await expect(page).toHaveURL(/\/fjord\/timeline/);
});

test("after five wrong tries the page promises no code and takes none, until a new one is sent", async ({
  page,
  installation,
}) => {
  await askForCode(page, ADA);
  const { digits } = await newestCode(installation, ADA);
  const wrong = digits.startsWith("000") ? "111111" : "000000";
  for (const left of ["4 tries are", "3 tries are", "2 tries are", "1 try is"]) {
    await enterCode(page, wrong);
    await expect(page.getByText(`${left} left.`)).toBeVisible();
  }
  await enterCode(page, wrong);
  await expect(page.getByRole("alert").filter({ hasText: "This code no longer works." })).toBeFocused();
  await expect(page.getByText("on its way")).toHaveCount(0);
  await expect(page.getByLabel("Code", { exact: true })).toHaveCount(0);
  await check(page, "a code whose tries are spent");
  await installation.db.execute(sql`update sign_in_codes set created_at = now() - interval '1 minute'`);
  await page.reload();
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("A new code is on its way.")).toBeVisible();
  await expect(page.getByText("no longer works")).toHaveCount(0);
  await enterCode(page, (await newestCode(installation, ADA)).digits);
  await expect(page).toHaveURL("/fjord/timeline");
});

test("a German browser signs in on German pages, and the portal behind them goes on in German", async ({
  browser,
  installation,
}) => {
  const german = { baseURL: installation.url, locale: "de-AT", viewport: { width: 390, height: 844 } };
  const page = await (await browser.newContext(german)).newPage();
  await page.goto("/sign-in");
  await expect(page.getByRole("main")).toHaveAttribute("lang", "de");
  await check(page, "sign-in in German");
  await page.getByLabel("E-Mail-Adresse oder Telefonnummer").fill("ada@");
  await page.getByRole("button", { name: "Weiter", exact: true }).click();
  await expect(page.getByText("Hier fehlt eine vollständige E-Mail-Adresse.")).toBeVisible();
  await page.getByLabel("E-Mail-Adresse oder Telefonnummer").fill(ADA);
  await page.getByRole("button", { name: "Weiter", exact: true }).click();
  await expect(page.getByText(`Wenn sich ${ADA} hier anmelden kann, ist ein Code unterwegs.`)).toBeVisible();
  await check(page, "the code in German");
  const { digits, path } = await newestCode(installation, ADA);
  await page.getByLabel("Code").fill(digits.startsWith("000") ? "111111" : "000000");
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByText("Sie haben noch 4 Versuche.")).toBeVisible();
  await page.goto(path);
  await check(page, "the link in German");
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page).toHaveURL("/fjord/timeline");
  await expect(
    page.getByRole("navigation", { name: "Hauptmenü" }).getByRole("link", { name: "Übersicht" }),
  ).toBeVisible();
});

test("a stranger sees the same screen as an account, and gets no message", async ({ page, installation }) => {
  await askForCode(page, "nobody@elsewhere.example");
  await expect(
    page.getByText("If nobody@elsewhere.example can sign in here, a code is on its way."),
  ).toBeVisible();
  await expect(newestCode(installation, "nobody@elsewhere.example")).rejects.toThrow("No code was written");
});

test("opening the link signs nobody in, its button does, once, in the browser that asked", async ({
  page,
  browser,
  installation,
}) => {
  await askForCode(page, ADA);
  const { path } = await newestCode(installation, ADA);
  const scanner = await elsewhere(browser, installation.url);
  for (let i = 0; i < 5; i++) {
    await scanner.goto(path);
    await scanner.request.head(path);
  }
  await scanner.getByRole("button", { name: "Sign in" }).click();
  await expect(scanner.getByText("You began to sign in with another browser.")).toBeVisible();
  expect(await installation.db.$count(sessions)).toBe(0);

  await page.goto(path);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/fjord/timeline");
  await page.goto(path);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This link no longer works")).toBeVisible();
  expect(await installation.db.$count(sessions)).toBe(1);
});

test("a cookie set beforehand does not survive signing in, and signing out ends the session everywhere", async ({
  page,
  browser,
  installation,
}) => {
  await page.context().addCookies([{ name: "foyer.session", value: "planted", url: installation.url }]);
  await askForCode(page, ADA);
  await enterCode(page, (await newestCode(installation, ADA)).digits);
  await expect(page).toHaveURL("/fjord/timeline");
  const cookie = (await page.context().cookies()).find(({ name }) => name === "foyer.session");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(cookie?.value).toMatch(/^[A-Za-z0-9_-]{43}$/);

  const copy = await elsewhere(browser, installation.url);
  await copy.context().addCookies(cookie ? [cookie] : []);
  await copy.goto("/fjord/timeline");
  await expect(copy).toHaveURL("/fjord/timeline");
  await installation.db.execute(sql`delete from sessions`);
  await copy.reload();
  await expect(copy).toHaveURL(/\/sign-in/);
});

test("a person of two organizations chooses one", async ({ page, installation }) => {
  await addOrganization(installation, "harbour", ADA);
  await askForCode(page, ADA);
  await enterCode(page, (await newestCode(installation, ADA)).digits);
  await expect(page.getByRole("heading", { name: "Choose an organization" })).toBeVisible();
  await page.getByRole("link", { name: "The harbour firm" }).click();
  await expect(page).toHaveURL("/harbour/timeline");
  await page.goto("/");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  expect(await installation.db.$count(sessions)).toBe(0);
});

test("a change that no page of ours sent is refused in words", async ({ page, installation }) => {
  for (const origin of [
    undefined,
    "null",
    "http://evil.example",
    `${installation.url}.`,
    installation.url.replace("http:", "https:"),
  ]) {
    const response = await page.request.post("/sign-in", {
      headers: origin ? { origin } : {},
      form: { address: ADA },
    });
    expect(response.status()).toBe(403);
    expect(await response.text()).toContain("Nothing was changed.");
  }
});

test("every answer carries the policy, also the missing page", async ({ page }) => {
  for (const [path, status] of [
    ["/sign-in", 200],
    ["/nothing/here/at-all", 404],
    ["/api/health", 200],
    ["/_next/image?url=%2Fx", 404],
  ] as const) {
    const response = await page.request.get(path, { maxRedirects: 0 });
    expect(response.status()).toBe(status);
    expect(response.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(response.headers()["cache-control"]).toContain("no-store");
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("code and link work, and a mistake keeps what was typed", async ({ page, installation }) => {
    await page.goto("/sign-in?next=/fjord/timeline");
    await page.getByLabel("Email or phone number").fill("ada at fjord");
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await expect(page.getByText("This needs an email or phone number.")).toBeVisible();
    await expect(page.getByLabel("Email or phone number")).toHaveValue("ada at fjord");
    await page.getByLabel("Email or phone number").fill(ADA);
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await expect(page).toHaveURL("/sign-in/code");
    await page.getByRole("button", { name: "Send again" }).click();
    await expect(page.getByText("A new code is on its way.")).toBeVisible();
    await enterCode(page, (await newestCode(installation, ADA)).digits);
    await expect(page).toHaveURL("/fjord/timeline");

    await page.context().clearCookies({ name: "foyer.session" });
    await askForCode(page, ADA);
    await page.goto((await newestCode(installation, ADA)).path);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/fjord/timeline");
  });
});
