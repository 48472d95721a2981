import { expect, test } from "@playwright/test";
import { freshAddress, newestMail } from "./mail";
import { ADMIN, openMembers, startFlow } from "./places";
import { signInAs } from "./session";

test("without script, the button leads to a form that invites and tells what became of each", async ({
  page,
  browser,
  baseURL,
}) => {
  const [kim, lee] = [freshAddress("kim"), freshAddress("lee")];
  await signInAs(page, ADMIN);
  await startFlow(page, "Plain", []);
  await openMembers(page);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto(page.url());
  await plain.getByRole("button", { name: "Invite Members" }).click();
  await plain
    .getByRole("textbox", { name: "People" })
    .fill(`Kim Lee <${kim}>\nSee pay.example <${lee}>\njo@acme`);
  await plain.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(plain.getByRole("status").filter({ hasText: "2 people invited." })).toContainText(
    "jo@acme: needs a full email address",
  );
  await expect(plain.getByText(`${lee}: name left out: no links or numbers`)).toBeVisible();
  await expect(plain.getByRole("textbox", { name: "People" })).toHaveValue("jo@acme");
  await newestMail(page, kim);
  await context.close();
});
