import { spawn } from "node:child_process";
import { expect } from "@playwright/test";
import { startResend } from "@/tests/players/resend";
import { WEBHOOK_SECRET } from "@/tests/players/resend-webhooks";
import { startSmtp } from "@/tests/players/smtp";
import { startTwilio } from "@/tests/players/twilio";
import { check } from "./axe";
import { addOrganization, test as base, SECRET, signInByCode } from "./installation";

const ADA = "ada@fjord.example";

type Players = {
  resend: Awaited<ReturnType<typeof startResend>>;
  smtp: Awaited<ReturnType<typeof startSmtp>>;
  twilio: Awaited<ReturnType<typeof startTwilio>>;
};

/** Players of the three services, an installation that knows them, and a worker of it. */
const test = base.extend<{ worker: undefined }, { players: Players }>({
  players: [
    async ({ playwright: _ }, use) => {
      const [resend, smtp, twilio] = await Promise.all([startResend(), startSmtp(), startTwilio()]);
      await use({ resend, smtp, twilio });
      await Promise.all([resend.stop(), smtp.stop(), twilio.stop()]);
    },
    { scope: "worker" },
  ],
  outlets: [
    async ({ players: { resend, smtp, twilio } }, use) =>
      use({
        RESEND_API_KEY: resend.apiKey,
        RESEND_BASE_URL: resend.url,
        RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
        MAIL_FROM: "invites@foyer.example",
        SMTP_URL: smtp.url,
        TWILIO_ACCOUNT_SID: twilio.accountSid,
        TWILIO_AUTH_TOKEN: twilio.authToken,
        TWILIO_FROM: twilio.from,
        TWILIO_BASE_URL: twilio.url,
      }),
    { scope: "worker" },
  ],
  worker: [
    async ({ installation: { url, database }, outlets }, use) => {
      const env = { ...process.env, ...outlets, DATABASE_URL: database, APP_URL: url, AUTH_SECRET: SECRET };
      const program = ["--import", "tsx", "scripts/worker.ts"];
      const worker = spawn(process.execPath, program, { env, stdio: "ignore" });
      await use(undefined);
      worker.kill();
    },
    { auto: true },
  ],
});

test("where several ways are set up, an admin tries each of them and sees which took the message", async ({
  page,
  installation,
  players,
}) => {
  await addOrganization(installation, "fjord", ADA);
  await signInByCode(page, installation, ADA);
  await page.goto("/fjord/settings/delivery");
  const ways = page.getByRole("region", { name: "Channels" }).getByRole("listitem");
  await expect(ways).toContainText(["Resend", "Mail server (SMTP)", "Twilio"]);

  await page.getByRole("button", { name: "Send a test message to me" }).click();
  await expect(page.getByText(`Resend: Email sent · ${ADA}`)).toBeVisible({ timeout: 15_000 });
  await page.getByRole("button", { name: "Send one by Mail server (SMTP)" }).click();
  await expect(page.getByText(`Mail server (SMTP): Email sent · ${ADA}`)).toBeVisible({ timeout: 15_000 });
  const subject = "Test message from The fjord firm";
  const byResend = players.resend.sent.filter((mail) => mail.subject === subject);
  const bySmtp = players.smtp.taken.filter(({ headers }) => headers.subject === subject);
  expect([byResend.length, bySmtp.length]).toEqual([1, 1]);

  await page.getByRole("button", { name: "Send one by Twilio" }).click();
  await expect(page.getByText("Your account has no phone number for a test.")).toBeVisible();
  expect(players.twilio.sent).toEqual([]);
  await check(page, "delivery by several ways");
});
