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
  ["DAILY_MESSAGE_LIMIT", "none", "DAILY_MESSAGE_LIMIT must be"],
  ["DAILY_MESSAGE_LIMIT", "0", "DAILY_MESSAGE_LIMIT must be"],
  ["RESEND_WEBHOOK_SECRET", "secret", "RESEND_WEBHOOK_SECRET must be"],
  ["RESEND_WEBHOOK_SECRET", "whsec_c2VjcmV0c2VjcmV0c2VjcmV0,x", "RESEND_WEBHOOK_SECRET must be"],
  ["SMTP_URL", "smtp://mail.example.com", "MAIL_FROM is missing: with SMTP_URL set"],
  ["SMTP_URL", "https://mail.example.com", "SMTP_URL must be like smtp://"],
  ["SMTP_URL", "smtp://mail.example.com/box", "SMTP_URL must be like smtp://"],
  ["SMTP_URL", "mail.example.com:587", "SMTP_URL must be like smtp://"],
  ["SMTP_URL", "smtp://ada@mail.example.com", "SMTP_URL needs both a user and a password"],
  ["SMTP_URL", "smtp://ada:100%@mail.example.com", 'SMTP_URL holds a "%"'],
  ["MAIL_ORDER", "smtp", "MAIL_ORDER names smtp: set SMTP_URL"],
  ["MAIL_ORDER", "resend", "MAIL_ORDER names resend: set RESEND_API_KEY"],
  ["MAIL_ORDER", "post,smtp", "MAIL_ORDER must name resend and smtp"],
  ["MAIL_FROM", "Foyer <a@b.c>", "MAIL_FROM must be a bare"],
  ["AUTH_MICROSOFT_ENTRA_ID_ISSUER", "tenant", "AUTH_MICROSOFT_ENTRA_ID_ISSUER must be a URL."],
  ["TWILIO_AUTH_TOKEN_PREVIOUS", "short", "TWILIO_AUTH_TOKEN_PREVIOUS is too short"],
  ["TWILIO_BASE_URL", "twilio", "TWILIO_BASE_URL must be a URL."],
  ["SMS_COUNTRIES", "US, XX", '"XX" is none'],
  ["SMS_DAILY_LIMIT", "-1", "SMS_DAILY_LIMIT must be a whole number"],
  ["AUTH_GOOGLE_ID", "x", "AUTH_GOOGLE_ID and AUTH_GOOGLE_SECRET go together"],
])("%s = %s: one sentence", (variable, value, sentence) => {
  expect(mistakes({ [variable]: value })).toEqual([expect.stringContaining(sentence)]);
});

const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
  TWILIO_AUTH_TOKEN: "0".repeat(32),
  TWILIO_FROM: "+14155550134",
};

test.each([
  ["TWILIO_ACCOUNT_SID", "AC12", "TWILIO_ACCOUNT_SID must be AC followed by 32 hexadecimal digits."],
  ["TWILIO_AUTH_TOKEN", "short", "TWILIO_AUTH_TOKEN is too short"],
  ["TWILIO_FROM", "0123", "TWILIO_FROM must be a number such as +14155550134"],
  ["TWILIO_FROM", undefined, "TWILIO_FROM is missing: with TWILIO_ACCOUNT_SID set"],
  ["TWILIO_ACCOUNT_SID", undefined, "TWILIO_ACCOUNT_SID is missing: with TWILIO_AUTH_TOKEN set"],
])("of Twilio, %s = %s: one sentence", (variable, value, sentence) => {
  expect(mistakes(TWILIO)).toEqual([]);
  expect(mistakes({ ...TWILIO, TWILIO_FROM: `MG${"a".repeat(32)}` })).toEqual([]);
  expect(mistakes({ ...TWILIO, [variable]: value })).toEqual([expect.stringContaining(sentence)]);
});

test("countries are read in any spelling of a list", () => {
  const parsed = parseEnv({ ...good, SMS_COUNTRIES: "us, Ca GB," });
  expect(parsed).toMatchObject({
    ok: true,
    env: { SMS_COUNTRIES: ["US", "CA", "GB"], SMS_DAILY_LIMIT: 1000 },
  });
});

test("every mistake has its sentence", () => {
  expect(mistakes({ APP_URL: "x", AUTH_SECRET: "x", DATABASE_URL: "x" })).toHaveLength(3);
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

test("SMTP_URL says where the server is, and who we are there", () => {
  const read = (SMTP_URL: string) => {
    const parsed = parseEnv({ ...good, SMTP_URL, MAIL_FROM: "invites@example.com" });
    return parsed.ok ? parsed.env.SMTP_URL : parsed.mistakes;
  };
  expect(read("smtp://ada%40x:p%3Aw@mail.example.com")).toEqual({
    host: "mail.example.com",
    port: 587,
    isSecure: false,
    login: { user: "ada@x", pass: "p:w" },
  });
  expect(read("smtps://mail.example.com")).toMatchObject({ port: 465, isSecure: true, login: null });
  expect(read("smtp://127.0.0.1:2525")).toMatchObject({ host: "127.0.0.1", port: 2525 });
});
