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
  ["RESEND_API_KEY", "re_12345678", "MAIL_FROM is missing"],
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
  ["AUTH_GOOGLE_ID", "x", "AUTH_GOOGLE_ID and AUTH_GOOGLE_SECRET go together"],
])("%s = %s: one sentence", (variable, value, sentence) => {
  expect(mistakes({ [variable]: value })).toEqual([expect.stringContaining(sentence)]);
});

test("every mistake has its sentence", () => {
  expect(mistakes({ APP_URL: "x", AUTH_SECRET: "x", DATABASE_URL: "x" })).toHaveLength(3);
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
