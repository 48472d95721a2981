import { expect, test } from "@playwright/test";
import { freshAddress, mailFor, newestMail } from "./mail";
import { ADMIN, invite, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

const ONE_CLICK = { "List-Unsubscribe": "One-Click" };

test("a mail program unsubscribes with one click: no cookie, no origin, no script; reading the link stops nothing", async ({
  page,
  playwright,
  baseURL,
}) => {
  const kim = freshAddress("unsubscribe");
  await signInAs(page, ADMIN);
  await startFlow(page, "One click", []);
  await openMembers(page);
  await invite(page, [kim]);
  const mail = await newestMail(page, kim);
  const [, stop = ""] = /(\/stop\/[A-Za-z0-9_-]+)/.exec(mail.html) ?? [];
  const program = await playwright.request.newContext({ baseURL });
  const box = page.getByRole("button", { name: "Not Joined", exact: true });
  const popover = page.getByRole("dialog", { name: /^Invitation for/ });

  for (const method of ["GET", "HEAD"]) expect((await program.fetch(stop, { method })).status()).toBe(200);
  expect((await program.post(stop)).status()).toBe(403);
  expect((await program.post(stop, { form: { act: "stop" } })).status()).toBe(403);
  await page.reload();
  await box.click();
  await expect(popover.getByRole("button", { name: "Resend Invitation" })).toBeVisible();
  await expect(popover).not.toContainText("asked not to be invited again");

  expect((await program.post(stop, { form: ONE_CLICK })).status()).toBe(200);
  expect((await program.post("/stop/nothing", { form: ONE_CLICK })).status()).toBe(200);
  await page.reload();
  await box.click();
  await expect(popover).toContainText("asked not to be invited again");
  expect(await mailFor(page, kim)).toHaveLength(1);
  await program.dispose();
});
