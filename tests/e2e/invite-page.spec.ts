import { expect, type Page, test } from "@playwright/test";
import { freshAddress, invitePath, mailFor, newestMail } from "./mail";
import { ADMIN, CLIENT, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

/** Has an admin invite an address into a workspace of its own; answers the link's path. */
async function invited(page: Page, address: string, workspace: string): Promise<string> {
  await signInAs(page, ADMIN);
  await startFlow(page, workspace, []);
  await openMembers(page);
  await invite(page, [address]);
  return invitePath(await newestMail(page, address));
}

const nobody = async (page: Page) => {
  const browser = page.context().browser();
  if (!browser) throw new Error("no browser");
  return (await browser.newContext({ baseURL: test.info().project.use.baseURL })).newPage();
};

test("the page is one request, no script, at most 6 kB, and is never framed or cached", async ({ page }) => {
  const path = await invited(page, freshAddress("weight"), "Weighing");
  const stranger = await nobody(page);
  const requests: string[] = [];
  stranger.on("request", (request) => requests.push(request.url()));
  const response = await stranger.goto(path);
  expect(requests.filter((url) => !url.startsWith("data:"))).toHaveLength(1);
  expect((await response?.body())?.length).toBeLessThanOrEqual(6_000);
  expect(await stranger.locator("script").count()).toBe(0);
  const headers = (await response?.allHeaders()) ?? {};
  expect(headers["content-security-policy"]).toContain("script-src 'none'");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({ "referrer-policy": "same-origin", "cache-control": "private, no-store" });
});

test("a hundred visits of scanners change nothing; the person joins afterwards", async ({ page }) => {
  const kim = freshAddress("scanned");
  const path = await invited(page, kim, "Scanned");
  const stranger = await nobody(page);
  for (let i = 0; i < 50; i++) {
    expect((await stranger.request.get(path)).headers()["set-cookie"]).toBeUndefined();
    await stranger.request.head(path);
  }
  for (let i = 0; i < 3; i++) await stranger.goto(path);
  await stranger.getByRole("button", { name: "Join Workspace" }).click();
  await expect(stranger.getByRole("heading", { level: 1, name: "Scanned" })).toBeVisible();
});

test("an address with an account asks for a code; the link alone opens nothing", async ({ page }) => {
  const kim = freshAddress("twice");
  const first = await invited(page, kim, "First");
  const joiner = await nobody(page);
  await joiner.goto(first);
  await joiner.getByRole("button", { name: "Join Workspace" }).click();
  await expect(joiner.getByRole("heading", { level: 1, name: "First" })).toBeVisible();

  await page.goto("/harbor/timeline");
  await expect(page.getByRole("main")).toContainText("Pier 9");
  await page.getByRole("link", { name: /Pier 9/ }).click();
  await openMembers(page);
  await invite(page, [kim]);
  const path = invitePath(await newestMail(page, kim, 2));
  const stranger = await nobody(page);
  await stranger.goto(path);
  await stranger.getByRole("button", { name: "Join Workspace" }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Enter the code we sent");
  await stranger.getByLabel("Code").fill("000000");
  await stranger.getByRole("button", { name: "Join Workspace" }).click();
  await expect(stranger.getByRole("alert")).toContainText("4 tries are left");
  await stranger.reload();
  await expect(stranger.getByRole("alert")).toContainText("4 tries are left");
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Enter the code we sent");
  const code = /\b\d{6}\b/.exec((await newestMail(page, kim, 3)).text)?.[0] ?? "";
  await stranger.getByLabel("Code").fill(code);
  await stranger.getByRole("button", { name: "Join Workspace" }).click();
  await expect(stranger.getByRole("heading", { level: 1, name: /Pier 9/ })).toBeVisible();
  for (let step = 0; step < 3; step++) {
    await stranger.goBack();
    await expect(stranger.getByRole("heading", { level: 1, name: /Pier 9/ })).toBeVisible();
  }
});

test("signed in as somebody else: both addresses, switch or ask; never attached", async ({ page }) => {
  const kim = freshAddress("other");
  const path = await invited(page, kim, "Not yours");
  const other = await nobody(page);
  await signInAs(other, CLIENT);
  await other.goto(path);
  await expect(other.getByText(CLIENT).first()).toBeVisible();
  await expect(other.getByText("o•••@clients.example").first()).toBeVisible();
  await expect(other.getByRole("button", { name: "Join Workspace" })).toHaveCount(0);
  await other.getByRole("button", { name: /^Ask .* to invite .* instead$/ }).click();
  await expect(other.getByRole("status")).toContainText("on its way");
  await other.reload();
  await expect(other.getByRole("status")).toContainText("on its way");
  await expect(async () => {
    const mails = await mailFor(page, ADMIN);
    expect(mails.some(({ text }) => text.includes("Not yours") && text.includes(CLIENT))).toBe(true);
  }).toPass();
});

test("No thanks declines, tells the inviter, and the row says so", async ({ page }) => {
  const kim = freshAddress("declines");
  const path = await invited(page, kim, "Declined");
  const stranger = await nobody(page);
  await stranger.goto(path);
  await stranger.getByRole("button", { name: "No thanks" }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("You declined the invitation");
  await stranger.reload();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("You declined the invitation");
  const elsewhere = await nobody(page);
  const answers = [stranger.url(), path].map(async (url) => (await elsewhere.request.get(url)).text());
  expect(new Set(await Promise.all(answers)).size).toBe(1);
  await stranger.goBack();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(
    "This invitation link no longer works",
  );
  await page.reload();
  const row = memberRow(page.getByRole("complementary", { name: "Members" }), kim);
  await row.getByRole("button", { name: "Not Joined" }).click();
  await expect(page.getByRole("dialog", { name: /^Invitation for/ })).toContainText("Declined");
});

/** Links broken on their way so that they encode no text. */
const MANGLED = ["/invite/%ff", "/invite/%", "/invite/A%C3%28"];

test("dead links of every kind are the same page, byte for byte", async ({ page }) => {
  const used = await invited(page, freshAddress("used"), "Used");
  const stranger = await nobody(page);
  await stranger.goto(used);
  await stranger.getByRole("button", { name: "Join Workspace" }).click();
  await expect(stranger.getByRole("heading", { level: 1, name: "Used" })).toBeVisible();

  const cancelled = await invited(page, freshAddress("unwanted"), "Unwanted");
  await page.getByRole("button", { name: "Not Joined", exact: true }).click();
  await page.getByRole("button", { name: "Cancel Invitation" }).click();
  await expect(page.getByRole("complementary", { name: "Members" })).toContainText("cancelled");

  const probe = await nobody(page);
  const bodies = await Promise.all(
    [
      used,
      cancelled,
      `${used.slice(0, -2)}AA`,
      "/invite/x",
      "/i/x",
      `/invite/${"A".repeat(71)}`,
      ...MANGLED,
    ].map(async (path) => {
      const response = await probe.request.get(path);
      expect(response.status()).toBe(404);
      expect(response.headers()["content-security-policy"]).toContain("default-src 'none'");
      return response.text();
    }),
  );
  expect(new Set(bodies).size).toBe(1);
  expect(bodies[0]).toContain("This invitation link no longer works");
  await stranger.goto(used);
  await expect(stranger.getByRole("heading", { level: 1, name: "Used" })).toBeVisible();
});

test("Send me a new link answers the same whatever the link", async ({ page }) => {
  const stranger = await nobody(page);
  await stranger.goto("/invite/nonsense");
  await stranger.getByRole("button", { name: "Send me a new link" }).click();
  await expect(stranger.getByRole("status")).toHaveText(
    "If this invitation is still open, a new link is on its way.",
  );
  await stranger.reload();
  await expect(stranger.getByRole("status")).toHaveText(
    "If this invitation is still open, a new link is on its way.",
  );
  await expect(stranger.getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("who does not know the sender stops further invitations", async ({ page }) => {
  const kim = freshAddress("stranger");
  await invited(page, kim, "Unknown sender");
  const [, stop] = /(\/stop\/[A-Za-z0-9_-]+)/.exec((await newestMail(page, kim)).html) ?? [];
  const stranger = await nobody(page);
  await stranger.goto(stop ?? "");
  await expect(stranger.getByRole("main")).toContainText(
    "sees that this address asked not to be invited again",
  );
  await expect(stranger.getByRole("main")).not.toContainText(/Nobody is told|cannot send/);
  await stranger.getByRole("button", { name: "Stop invitations" }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Invitations are stopped");
  await page.reload();
  await page.getByRole("button", { name: "Not Joined", exact: true }).click();
  await expect(page.getByRole("dialog", { name: /^Invitation for/ })).toContainText(
    "asked not to be invited again",
  );
});

test("a forged post changes nothing: no Origin, a null one, another one", async ({ page }) => {
  const path = await invited(page, freshAddress("forged"), "Forged");
  const stranger = await nobody(page);
  for (const headers of [{}, { origin: "null" }, { origin: "https://evil.example" }] as Record<
    string,
    string
  >[]) {
    const response = await stranger.request.post(path, { form: { act: "join" }, headers });
    expect(response.status()).toBe(403);
  }
  await stranger.goto(path);
  await expect(stranger.getByRole("button", { name: "Join Workspace" })).toBeVisible();
});
