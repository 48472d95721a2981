import { type Browser, expect, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { newId } from "@/lib/domain/id";
import { makeToken, newestKey } from "@/lib/domain/token";
import { check } from "./axe";
import { addOrganization, type Installation, newestCode, signInByCode, test } from "./installation";

const ADA = "ada@fjord.example";
const LEE = "lee@acme.example";
const PLACE = "Acme onboarding";

/** Ada's workspace and a link to it; answers the paths of both. */
async function addLink({ db, keys }: Installation, mode: "request" | "join") {
  const [workspace, link, role] = [newId(), newId(), newId()];
  const [org] = await db.execute<{ id: string; number: number; ada: string }>(sql`
    select o.id, o.number, c.id as ada from organizations o join contacts c on c.org_id = o.id where o.slug = 'fjord'`);
  if (!org) throw new Error("no organization");
  await db.execute(sql`insert into workspaces (org_id, id, name, sort_key, owner_id)
    values (${org.id}, ${workspace}, ${PLACE}, 'acme onboarding', ${org.ada})`);
  await db.execute(sql`insert into members (org_id, workspace_id, contact_id, added_by, joined_at)
    values (${org.id}, ${workspace}, ${org.ada}, ${org.ada}, now())`);
  await db.execute(sql`insert into roles (org_id, id, workspace_id, name, position)
    values (${org.id}, ${role}, ${workspace}, 'Signatory', 0)`);
  await db.execute(sql`insert into workspace_links (org_id, id, workspace_id, mode, created_by, expires_at)
    values (${org.id}, ${link}, ${workspace}, ${mode}, ${org.ada}, now() + interval '30 days')`);
  const token = makeToken(keys, newestKey(keys), "join", { organization: org.number, id: link }, 1);
  return { path: `/join/${token}`, workspace: `/fjord/w/${workspace}` };
}

const visitor = async (browser: Browser, baseURL: string): Promise<Page> =>
  (await browser.newContext({ baseURL, javaScriptEnabled: false })).newPage();

/** Proves an address by keyboard alone, as somebody who has no account yet. */
async function prove(page: Page, installation: Installation, address: string, name: string): Promise<void> {
  await page.getByLabel("Email or phone number").fill(address);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`A code is on its way to ${address}.`)).toBeVisible();
  await page.getByLabel("Code").fill((await newestCode(installation, address)).digits);
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Your name")).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
}

test.beforeEach(({ installation }) => addOrganization(installation, "fjord", ADA));

test("from the link to the workspace: asked without script, approved in the panel, in", async ({
  page,
  browser,
  installation,
}) => {
  const { path, workspace } = await addLink(installation, "request");
  const lee = await visitor(browser, installation.url);
  const requests: string[] = [];
  lee.on("request", (request) => requests.push(request.url()));
  const response = await lee.goto(path);
  expect(requests.filter((url) => !url.startsWith("data:"))).toHaveLength(1);
  expect((await response?.body())?.length).toBeLessThanOrEqual(6_000);
  expect(await response?.headerValue("set-cookie")).toBeNull();
  expect(await response?.headerValue("content-security-policy")).toContain("script-src 'none'");
  await prove(lee, installation, LEE, "Lee Park");
  await expect(lee.getByRole("heading", { level: 1 })).toHaveText("Your request is with The fjord firm");
  await expect(lee.getByRole("button", { name: "Withdraw request" })).toBeVisible();
  await lee.goto("/");
  await expect(lee.getByText(PLACE)).toBeVisible();

  await signInByCode(page, installation, ADA);
  await page.goto(workspace);
  const said = page.getByText("1 person asks to join");
  await expect(said).toBeVisible();
  await page.setViewportSize({ width: 390, height: 500 });
  await page.getByRole("link", { name: "Answer", exact: true }).press("Enter");
  const panel = page.getByRole("complementary", { name: "Members" });
  await expect(said).toBeHidden();
  const waiting = panel.getByRole("region", { name: "Requests to join" });
  await expect(waiting).toContainText(LEE);
  await expect(waiting.getByRole("heading")).toBeInViewport();
  await waiting.getByRole("link", { name: "More about Lee Park" }).press("Enter");
  await waiting.getByLabel("Role").selectOption("Signatory");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 840 });
    await check(page, `the panel at ${width} px`);
  }
  await waiting.getByRole("button", { name: "Approve Lee Park" }).press("Enter");
  await expect(panel.getByText("Lee Park joined.")).toBeVisible();
  await expect(waiting).toBeHidden();
  await expect(panel.getByRole("listitem").filter({ hasText: LEE })).toContainText("Signatory");

  await lee.goto(path);
  await expect(lee.getByRole("heading", { level: 1, name: PLACE })).toBeVisible();
});

test("of several who ask, Enter on a checkbox answers nobody, and the focus goes on to the next", async ({
  page,
  browser,
  installation,
}) => {
  const { path, workspace } = await addLink(installation, "request");
  const asking = ["dora", "mia", "noa"].map((name) => `${name}@a-long-name-of-a-firm.example`);
  for (const address of asking) {
    const one = await visitor(browser, installation.url);
    await one.goto(path);
    await prove(one, installation, address, address.split("@")[0] ?? "");
    await expect(one.getByRole("button", { name: "Withdraw request" })).toBeVisible();
    await one.context().close();
  }
  await signInByCode(page, installation, ADA);
  await page.goto(`${workspace}?panel=members`);
  const waiting = page.getByRole("region", { name: "Requests to join" });
  const facts = waiting.getByText(new RegExp(asking.join("|")));
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 840 });
    for (const one of await facts.all())
      expect(await one.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await check(page, `several requests at ${width} px`);
  }
  await waiting.getByRole("checkbox", { name: "Select dora" }).press("Enter");
  await waiting.getByRole("checkbox", { name: "Select dora" }).press("Space");
  await waiting.getByRole("button", { name: "Decline dora" }).press("Enter");
  await expect(page.getByText("dora declined.")).toHaveCount(1);
  await expect(waiting.getByRole("listitem").filter({ hasText: "mia" })).toBeFocused();
  await expect(waiting.getByRole("listitem")).toHaveCount(2);
  await waiting.getByRole("checkbox", { name: "Select noa" }).check();
  await waiting.getByLabel("Reason, if you decline those selected").fill("The list is closed.");
  await waiting.getByRole("button", { name: "Decline selected" }).press("Enter");
  await expect(page.getByText("noa declined.")).toHaveCount(1);
  await expect(waiting.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Undo: noa declined." }).click();
  await expect(waiting.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByText("noa declined.")).toHaveCount(0);
});

test("a link that lets join at once, a phone's width, in both themes; then it is paused", async ({
  page,
  browser,
  installation,
}) => {
  const { path, workspace } = await addLink(installation, "join");
  await page.setViewportSize({ width: 390, height: 840 });
  await page.goto(path);
  await check(page, "the link's page");
  await page.getByLabel("Email or phone number").fill("nonsense");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toHaveText("This needs an email or phone number.");
  await page.getByLabel("Email or phone number").fill(LEE);
  await page.getByRole("button", { name: "Continue" }).click();
  await check(page, "the code's page");
  await page.getByRole("link", { name: "Use another address" }).click();
  await expect(page.getByLabel("Email or phone number")).toBeVisible();
  await page.goBack();
  await page.getByLabel("Code").fill((await newestCode(installation, LEE)).digits);
  await page.getByRole("button", { name: "Join Workspace" }).click();
  await page.getByLabel("Your name", { exact: true }).fill("Lee Park");
  await check(page, "the name's page");
  await page.getByRole("button", { name: "Join Workspace" }).click();
  await expect(page).toHaveURL(new RegExp(workspace));
  await expect(page.getByRole("heading", { level: 1, name: PLACE })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: PLACE })).toBeVisible();

  await installation.db.execute(sql`update workspace_links set paused_at = now()`);
  const other = await visitor(browser, installation.url);
  const bodies = await Promise.all(
    [path, `${path.slice(0, -2)}AA`, "/join/x", `/join/${"A".repeat(71)}`, "/join/%ff"].map(async (one) => {
      const response = await other.request.get(one);
      expect(response.status()).toBe(404);
      return response.text();
    }),
  );
  expect(new Set(bodies).size).toBe(1);
  expect(bodies[0]).toContain("Ask the person who shared it.");
  const forged = await other.request.post(path, { form: { act: "address", address: LEE } });
  expect(forged.status()).toBe(403);
});

test("a wrong code, Back and reload repeat nothing; a request that was withdrawn is said to be, here alone", async ({
  browser,
  installation,
}) => {
  const { path } = await addLink(installation, "request");
  const lee = await visitor(browser, installation.url);
  await lee.goto(path);
  await lee.getByLabel("Email or phone number").fill(LEE);
  await lee.keyboard.press("Enter");
  await expect(lee.getByText(`A code is on its way to ${LEE}.`)).toBeVisible();
  const { digits } = await newestCode(installation, LEE);
  await lee.getByLabel("Code").fill(digits.startsWith("000") ? "111111" : "000000");
  await lee.keyboard.press("Enter");
  await expect(lee.getByRole("alert")).toContainText("4 tries are left");
  await lee.reload();
  await expect(lee.getByRole("alert")).toContainText("4 tries are left");
  await lee.getByLabel("Code").fill(digits);
  await lee.keyboard.press("Enter");
  await lee.getByLabel("Your name", { exact: true }).fill("Lee Park");
  await lee.getByRole("button", { name: "Request to Join" }).click();
  const heading = lee.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Your request is with The fjord firm");
  await lee.goBack();
  await expect(heading).toHaveText("Your request is with The fjord firm");
  await lee.getByRole("button", { name: "Withdraw request" }).click();
  await expect(heading).toHaveText("You withdrew your request");
  await lee.reload();
  await expect(heading).toHaveText("You withdrew your request");
  const other = await visitor(browser, installation.url);
  await other.goto(lee.url());
  await expect(other.getByLabel("Email or phone number")).toBeVisible();
  await lee.getByRole("link", { name: "ask again" }).click();
  await expect(lee.getByRole("button", { name: "Continue as Lee Park" })).toBeVisible();
});

test("a German browser reads the link's page in German, from a mistyped address to joining, on a phone", async ({
  browser,
  installation,
}) => {
  const { path, workspace } = await addLink(installation, "join");
  const context = { baseURL: installation.url, locale: "de-AT", viewport: { width: 390, height: 844 } };
  const lee = await (await browser.newContext(context)).newPage();
  await lee.goto(path);
  await expect(lee.locator("html")).toHaveAttribute("lang", "de");
  await expect(lee.getByText("Sie treten sofort bei.")).toBeVisible();
  await check(lee, "the link's page in German");
  await lee.getByLabel("E-Mail-Adresse oder Telefonnummer").fill("lee@");
  await lee.getByRole("button", { name: "Weiter" }).click();
  await expect(lee.getByRole("alert")).toHaveText("Hier fehlt eine vollständige E-Mail-Adresse.");
  await lee.getByLabel("E-Mail-Adresse oder Telefonnummer").fill(LEE);
  await lee.getByRole("button", { name: "Weiter" }).click();
  await expect(lee.getByText(`Ein Code ist unterwegs an ${LEE}.`)).toBeVisible();
  await check(lee, "the code's page in German");
  const { digits } = await newestCode(installation, LEE);
  const name = lee.getByLabel("Ihr Name, wenn Sie neu hier sind");
  await name.fill("Lee Park");
  await lee.getByLabel("Code").fill(digits.startsWith("000") ? "111111" : "000000");
  await lee.getByRole("button", { name: "Workspace beitreten" }).click();
  await expect(lee.getByRole("alert")).toContainText("Sie haben noch 4 Versuche.");
  await expect(name).toHaveValue("Lee Park");
  await lee.getByLabel("Code").fill(digits);
  await lee.getByRole("button", { name: "Workspace beitreten" }).click();
  await expect(lee).toHaveURL(new RegExp(workspace));

  await installation.db.execute(sql`update workspace_links set paused_at = now()`);
  const dead = await (await browser.newContext(context)).newPage();
  for (const link of [path, "/join/x"]) {
    await dead.goto(link);
    await expect(dead.getByRole("heading", { level: 1 })).toHaveText("Dieser Link gilt nicht mehr");
  }
  await check(dead, "a dead link in German");
});
