import { expect, test } from "@playwright/test";
import { thisMoment } from "./fresh";
import { freshAddress, invitePath, newestMail } from "./mail";
import { ADMIN, INTERNAL, invite, memberRow, openMembers, startFlow } from "./places";
import { signInAs } from "./session";
import { choose, fillDetails } from "./wizard-steps";

const SOON = { timeout: 5_000 };

test("what others do reaches an open page by itself, and moves nothing that is in hand", async ({
  page,
  browser,
}) => {
  const name = `Seen by two ${thisMoment()}`;
  const [zed, amy] = [freshAddress("zed"), freshAddress("amy")];
  await signInAs(page, ADMIN);
  await startFlow(page, name, []);
  const panel = await openMembers(page);
  await invite(page, [INTERNAL, zed]);
  await expect(memberRow(panel, zed)).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await signInAs(other, INTERNAL);
  await other.goto("/northwind/timeline");
  await other
    .getByRole("main")
    .getByRole("link", { name: new RegExp(name) })
    .click();
  const otherPanel = await openMembers(other);

  const held = memberRow(panel, zed).getByRole("button", { name: "Not Joined" });
  await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0, { timeout: 15_000 });
  await held.focus();
  const before = await held.boundingBox();
  await invite(other, [amy]);
  await expect(memberRow(panel, amy)).toBeVisible(SOON);
  await expect(held).toBeFocused();
  expect(Math.abs(((await held.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1);

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(invitePath(await newestMail(page, amy)));
  await stranger.getByRole("button", { name: "Join Workspace" }).click();
  await expect(memberRow(panel, amy).getByRole("button", { name: "Not Joined" })).toHaveCount(0, SOON);
  await expect(memberRow(otherPanel, amy)).toContainText("Joined", SOON);
  await stranger.close();

  const colleague = memberRow(panel, "Grace Lindqvist");
  await colleague.getByRole("link", { name: /^More about/ }).click();
  await panel.getByRole("button", { name: "Remove from workspace" }).click();
  await expect(other.getByRole("heading", { name: "This page does not exist" })).toBeVisible(SOON);
  await other.close();
});

test("who is removed keeps what they have typed, to copy it, and is told so in German", async ({
  page,
  browser,
  baseURL,
}) => {
  const kim = freshAddress("kim");
  await signInAs(page, ADMIN);
  await startFlow(page, "Entfernt", []);
  const panel = await openMembers(page);
  await invite(page, [INTERNAL]);
  await expect(memberRow(panel, "Grace Lindqvist")).toBeVisible();
  const own = await (await browser.newContext()).newPage();
  await signInAs(own, INTERNAL);
  const context = await browser.newContext({ baseURL, locale: "de-DE" });
  await context.addCookies(await own.context().cookies());
  const grace = await context.newPage();
  await grace.goto(`${new URL(page.url()).pathname}?panel=members`);
  await grace.getByRole("button", { name: "Mitglieder einladen" }).first().click();
  const dialog = grace.getByRole("dialog", { name: "Mitglieder einladen" });
  await dialog.getByRole("combobox", { name: "Personen" }).fill(`${kim},`);

  await memberRow(panel, "Grace Lindqvist")
    .getByRole("link", { name: /^More about/ })
    .click();
  await panel.getByRole("button", { name: "Remove from workspace" }).click();
  const strip = dialog.getByRole("alert");
  await expect(strip).toContainText("Diese Seite gibt es nicht, oder Sie können sie nicht sehen.", SOON);
  await expect(strip).toContainText("Was Sie eingegeben haben, ist noch da, damit Sie es kopieren können.");
  await expect(strip.getByRole("link")).toHaveCount(0);
  await expect(dialog.getByText(kim, { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Abbrechen" }).click();
  await dialog.getByRole("button", { name: "Verwerfen" }).click();
  await expect(grace.getByRole("heading", { name: "Diese Seite gibt es nicht" })).toBeVisible({
    timeout: 10_000,
  });
});

test("an open popover catches up, and its button keeps the focus and its place", async ({ page }) => {
  // With room below the button: where there is none the popover keeps to the edge of the window instead.
  await page.setViewportSize({ width: 1280, height: 900 });
  const zed = freshAddress("zed");
  await signInAs(page, ADMIN);
  await startFlow(page, `Looked at ${thisMoment()}`, []);
  const panel = await openMembers(page);
  await invite(page, [zed]);
  const opener = memberRow(panel, zed).getByRole("button", { name: "Not Joined" });
  await opener.click();
  const box = page.getByRole("dialog", { name: `Invitation for ${zed}` });
  await expect(box).toContainText("Held");
  const copy = box.getByRole("button", { name: "Copy invite link" });
  await copy.focus();
  await box.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
  const below = async () => ((await copy.boundingBox())?.y ?? 0) - ((await opener.boundingBox())?.y ?? 0);
  const before = await below();
  await expect(box).not.toContainText("Held", { timeout: 15_000 });
  await expect(box).toBeVisible();
  await expect(copy).toBeFocused();
  // The words above it lost a line of 20 px.
  expect(Math.abs((await below()) - before)).toBeLessThanOrEqual(4);
});

test("an answer in an open popover stays, and the page goes on around it", async ({ page }) => {
  const [zed, amy] = [freshAddress("zed"), freshAddress("amy")];
  await signInAs(page, ADMIN);
  await startFlow(page, `Answered ${thisMoment()}`, []);
  const panel = await openMembers(page);
  await invite(page, [zed]);
  await memberRow(panel, zed).getByRole("button", { name: "Not Joined" }).click();
  const box = page.getByRole("dialog", { name: `Invitation for ${zed}` });
  await expect(box).toContainText("Held");
  const resend = box.getByRole("button", { name: /^(Send|Resend) Invitation$/ });
  await resend.press("Enter");
  await expect(box.getByRole("status")).not.toHaveText("");
  const said = (await box.getByRole("status").textContent()) ?? "";

  const other = await page.context().newPage();
  await other.goto(page.url());
  await invite(other, [amy]);
  await expect(memberRow(panel, amy)).toBeVisible({ timeout: 15_000 });
  await expect(box).not.toContainText("Held", { timeout: 15_000 });
  await expect(box.getByRole("status")).toHaveText(said);
  await expect(resend).toBeFocused();
  await other.close();
});

test("whoever is added hears of it on the open timeline", async ({ page, browser }) => {
  const name = `Heard of ${thisMoment()}`;
  await signInAs(page, ADMIN);
  const other = await (await browser.newContext()).newPage();
  await signInAs(other, INTERNAL);
  await other.goto("/northwind/timeline");
  await startFlow(page, name, []);
  await openMembers(page);
  await invite(page, [INTERNAL]);
  const row = other.getByRole("main").getByRole("link", { name: new RegExp(name) });
  await expect(row.getByText("New", { exact: true })).toBeVisible(SOON);
  await expect(other.getByRole("status").filter({ hasText: `You were added to ${name}` })).toBeAttached();
  await other.close();
});

test("an open contact list and an open page of a contact show who was invited and joins", async ({
  page,
  browser,
}) => {
  const ann = freshAddress("ann");
  const other = await (await browser.newContext()).newPage();
  await signInAs(other, INTERNAL);
  await other.goto(`/northwind/contacts?find=${ann}`);
  await expect(other.getByRole("row")).toHaveCount(0);
  await signInAs(page, ADMIN);
  await fillDetails(page, "client", "Ann Joining", [ann]);
  await choose(page, "contacts");
  const row = other.getByRole("row").filter({ hasText: ann });
  await expect(row).toContainText("Not Joined", SOON);
  const contact = await other.context().newPage();
  await contact.goto(
    (await row.getByRole("link", { name: "Ann Joining", exact: true }).getAttribute("href")) ?? "",
  );
  await expect(contact.getByRole("main")).toContainText("Not Joined");
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(invitePath(await newestMail(page, ann)));
  await stranger.getByRole("main").getByRole("button").first().click();
  await expect(row).toContainText("Joined", SOON);
  await expect(row).not.toContainText("Not Joined");
  await expect(contact.getByRole("main")).not.toContainText("Not Joined", SOON);
});

test("a stream is refused, in words, to who may not read its page", async ({ page }) => {
  const statusOf = async (path: string) => {
    const answer = await page.request.get(path);
    expect(answer.headers()["content-type"]).toContain("text/plain");
    return answer.status();
  };
  expect(await statusOf("/northwind/timeline/live")).toBe(401);
  await signInAs(page, INTERNAL);
  expect(await statusOf("/elsewhere/timeline/live")).toBe(404);
  expect(await statusOf("/northwind/outbox/live")).toBe(403);
  expect(await statusOf("/northwind/contacts/groups/no-group/live")).toBe(404);
});

test("a reader who leaves page after page, each before its stream has begun, may still follow the next", async ({
  page,
}) => {
  await signInAs(page, INTERNAL);
  await page.goto("/northwind/timeline");
  const status = await page.evaluate(async () => {
    const giveUp = async (milliseconds: number) => {
      const leaving = new AbortController();
      setTimeout(() => leaving.abort(), milliseconds);
      await fetch("/northwind/timeline/live", { signal: leaving.signal }).catch(() => {});
    };
    for (let i = 0; i < 120; i++) await giveUp(i % 12);
    const last = await fetch("/northwind/timeline/live");
    await last.body?.cancel();
    return last.status;
  });
  expect(status).toBe(200);
});
