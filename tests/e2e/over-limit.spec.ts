import { expect, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { check } from "./axe";
import { addOrganization, type Installation, signInByCode, test } from "./installation";
import { invite, memberRow, openMembers, startFlow } from "./places";

const ADA = "ada@northwind.example";
const [KIM, LEE, MAX] = ["kim@acme.example", "lee@acme.example", "max@acme.example"];

const allow = ({ db }: Installation, daily: number) =>
  db.execute(sql`update organizations set daily_limit = ${daily}`);

async function signIn(page: Page, installation: Installation): Promise<void> {
  await addOrganization(installation, "northwind", ADA);
  await signInByCode(page, installation, ADA);
}

test("who is over a limit stays in the field with it, and is asked about once more by the same button", async ({
  page,
  installation,
}) => {
  await signIn(page, installation);
  await startFlow(page, "Crowd", []);
  const panel = await openMembers(page);
  await allow(installation, 1);
  await invite(page, [KIM, LEE, MAX]);
  const dialog = page.getByRole("dialog", { name: "Invite Members" });
  await expect(dialog.getByRole("alert")).toContainText("1 invited. 2 need your attention.");
  await expect(dialog).toContainText(
    /lee@acme\.example: .* limit of 1 message a day\. Try again in 24 hours\./,
  );
  await check(page, "a dialog with people over a limit");
  await allow(installation, 2);
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("1 invited. 1 needs your attention.");
  await expect(dialog).toContainText(/max@acme\.example: .* limit of 2 messages a day\./);
  await allow(installation, 3);
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  for (const one of [KIM, LEE, MAX]) await expect(memberRow(panel, one)).toBeVisible();
});
