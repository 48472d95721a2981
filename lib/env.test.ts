import { expect, test } from "vitest";
import { parseEnv } from "./env";

const good = {
  APP_URL: "https://portal.example.com",
  AUTH_SECRET: "thirty-two characters at the very least",
  DATABASE_URL: "postgres://u:p@host/db",
};

const mistakes = (changed: Record<string, string | undefined>) => {
  const parsed = parseEnv({ ...good, ...changed });
  return parsed.ok ? [] : parsed.mistakes;
};

test("a complete environment is taken, empty values count as absent", () => {
  expect(mistakes({ RESEND_API_KEY: "" })).toEqual([]);
});

test.each([
  ["APP_URL", undefined, "APP_URL is missing"],
  ["APP_URL", "portal.example.com", "APP_URL must be an origin"],
  ["APP_URL", "https://portal.example.com/app", "APP_URL must be an origin"],
  ["AUTH_SECRET", "short", "AUTH_SECRET is too short"],
  ["DATABASE_URL", "mysql://x", "DATABASE_URL must begin"],
  ["LOG_LEVEL", "loud", "LOG_LEVEL must be"],
  ["TRUSTED_PROXIES", "many", "TRUSTED_PROXIES must be"],
  ["RESEND_WEBHOOK_SECRET", "secret", "RESEND_WEBHOOK_SECRET must be"],
  ["RESEND_WEBHOOK_SECRET", "whsec_c2VjcmV0c2VjcmV0c2VjcmV0,x", "RESEND_WEBHOOK_SECRET must be"],
  ["MAIL_FROM", "Foyer <a@b.c>", "MAIL_FROM must be a bare"],
  ["AUTH_MICROSOFT_ENTRA_ID_ISSUER", "tenant", "AUTH_MICROSOFT_ENTRA_ID_ISSUER must be a URL."],
  ["AUTH_GOOGLE_ID", "x", "AUTH_GOOGLE_ID and AUTH_GOOGLE_SECRET go together"],
])("%s = %s: one sentence", (variable, value, sentence) => {
  expect(mistakes({ [variable]: value })).toEqual([expect.stringContaining(sentence)]);
});

test("sending through Resend needs an address to send from and a secret to hear what became of it", () => {
  const key = { RESEND_API_KEY: "re_12345678" };
  const rest = { MAIL_FROM: "a@b.example", RESEND_WEBHOOK_SECRET: "whsec_c2VjcmV0c2VjcmV0c2VjcmV0" };
  expect(mistakes({ ...key, ...rest })).toEqual([]);
  expect(mistakes({ ...key, ...rest, MAIL_FROM: "" })).toEqual([
    expect.stringContaining("MAIL_FROM is missing"),
  ]);
  expect(mistakes({ ...key, ...rest, RESEND_WEBHOOK_SECRET: "" })).toEqual([
    expect.stringContaining("RESEND_WEBHOOK_SECRET is missing"),
  ]);
  const two = `${rest.RESEND_WEBHOOK_SECRET}, ${rest.RESEND_WEBHOOK_SECRET}`;
  expect(mistakes({ ...key, ...rest, RESEND_WEBHOOK_SECRET: two })).toEqual([]);
});

test("every mistake has its sentence", () => {
  expect(mistakes({ APP_URL: "x", AUTH_SECRET: "x", DATABASE_URL: "x" })).toHaveLength(3);
});
