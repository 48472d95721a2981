import { expect } from "@playwright/test";
import { check } from "./axe";
import { addOrganization, signInByCode, test } from "./installation";

const ADA = "ada@harbour.example";

test("an admin pauses all sending, is told so, and lets it go on; codes to sign in go out meanwhile", async ({
  page,
  installation,
}) => {
  await addOrganization(installation, "harbour", ADA);
  await signInByCode(page, installation, ADA);
  await page.goto("/harbour/outbox");
  await expect(page.getByText("No messages yet.")).toBeVisible();
  await page.getByRole("button", { name: "Pause sending" }).click();
  const strip = page.getByRole("status").filter({ hasText: "Sending is paused since" });
  await expect(strip).toContainText("only sign-in codes go out. 0 messages wait. Nothing is lost.");
  await check(page, "a paused outbox");
  await page.getByRole("button", { name: "Continue sending" }).click();
  await expect(strip).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Pause sending" })).toBeVisible();
});

test("providers' servers need no page of ours to write, but their signature; nobody else passes the gate", async ({
  request,
}) => {
  const post = async (path: string) =>
    (await request.post(path, { data: { type: "email.delivered" } })).status();
  expect(await post("/api/webhooks/resend")).toBe(401);
  expect(await post("/api/webhooks/twilio?message=x")).toBe(401);
  expect(await post("/api/webhooks/other")).toBe(403);
});
