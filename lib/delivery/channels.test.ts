import { expect, test } from "vitest";
import { rigEnv } from "@/tests/faults/outbox-rig";
import { configuredWays } from "./channels";

const resend = { url: "http://127.0.0.1:9", apiKey: "re_test_key" };
const smtp = { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "invites@foyer.example" };
const namesIn = (...given: [typeof resend | undefined, Record<string, string>?]) =>
  configuredWays(rigEnv("postgres://x/y", ...given)).map(({ name }) => name);

test("with nothing configured the mailbox takes e-mail and SMS", () => {
  expect(configuredWays(rigEnv("postgres://x/y"))).toEqual([{ name: "mailbox", handles: ["email", "sms"] }]);
});

test("what is configured is used, Resend first unless MAIL_ORDER says otherwise", () => {
  expect(namesIn(resend)).toEqual(["resend"]);
  expect(namesIn(undefined, smtp)).toEqual(["smtp"]);
  expect(namesIn(resend, smtp)).toEqual(["resend", "smtp"]);
  expect(namesIn(resend, { ...smtp, MAIL_ORDER: "smtp, resend" })).toEqual(["smtp", "resend"]);
});

test("what MAIL_ORDER leaves out is not used", () => {
  expect(namesIn(resend, { ...smtp, MAIL_ORDER: "smtp" })).toEqual(["smtp"]);
});

test("Twilio takes text messages alone, whatever MAIL_ORDER says, until they are switched off", () => {
  const texts = {
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
    TWILIO_AUTH_TOKEN: "0".repeat(32),
    TWILIO_FROM: "+14155550100",
  };
  expect(configuredWays(rigEnv("postgres://x/y", undefined, texts))).toEqual([
    { name: "twilio", handles: ["sms"] },
  ]);
  const all = { ...smtp, ...texts, MAIL_ORDER: "smtp,resend" };
  expect(namesIn(resend, all)).toEqual(["smtp", "resend", "twilio"]);
  expect(namesIn(undefined, { ...texts, SMS_DAILY_LIMIT: "0" })).toEqual([]);
});
