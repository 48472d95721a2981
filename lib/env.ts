import { isSupportedCountry } from "libphonenumber-js";
import { z } from "zod";

const secret = z
  .string("AUTH_SECRET is missing: set it to at least 32 random characters.")
  .min(32, "AUTH_SECRET is too short: set it to at least 32 random characters.");

const origin = z
  .string("APP_URL is missing: set it to the address people open, such as https://portal.example.com.")
  .transform((value, ctx) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.username)
      return url.origin;
    ctx.addIssue(
      `APP_URL must be an origin such as https://portal.example.com, without a path; it is "${value}".`,
    );
    return z.NEVER;
  });

const twilioToken = (name: string) =>
  z.string().min(32, `${name} is too short: it has 32 characters in Twilio's console.`).optional();

const countries = z
  .string()
  .optional()
  .transform((value, ctx) => {
    const codes = value
      ?.toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean);
    const stranger = codes?.find((code) => !isSupportedCountry(code));
    if (stranger === undefined) return codes;
    ctx.addIssue(
      `SMS_COUNTRIES must be two-letter country codes separated by commas, such as US,CA; "${stranger}" is none.`,
    );
    return z.NEVER;
  });

const SMS_LIMIT = "SMS_DAILY_LIMIT must be a whole number; 0 switches text messages off.";
/** What stands in SMTP_URL: where the server is, who we are there, and whether TLS begins at once. */
export type SmtpServer = {
  host: string;
  port: number;
  isSecure: boolean;
  login: { user: string; pass: string } | null;
};

/** A part of a URL as it is meant, or null where its escapes are none. */
function unescaped(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

const smtpServer = z.string().transform((value, ctx): SmtpServer => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isWhole = url && /^smtps?:$/.test(url.protocol) && url.hostname && !url.search && !url.hash;
  if (!isWhole || !/^\/?$/.test(url.pathname)) {
    ctx.addIssue("SMTP_URL must be like smtp://user:password@host:587, or smtps:// for TLS from the start.");
    return z.NEVER;
  }
  if (!url.username !== !url.password) {
    ctx.addIssue("SMTP_URL needs both a user and a password, or neither.");
    return z.NEVER;
  }
  const [user, pass] = [unescaped(url.username), unescaped(url.password)];
  if (user === null || pass === null) {
    ctx.addIssue('SMTP_URL holds a "%" that escapes nothing: write it as %25.');
    return z.NEVER;
  }
  const isSecure = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (isSecure ? 465 : 587),
    isSecure,
    login: user ? { user, pass } : null,
  };
});

const mailOrder = z.string().transform((value, ctx) => {
  const names = value.split(",").map((name) => name.trim().toLowerCase());
  const known = names.filter((name) => name === "resend" || name === "smtp");
  if (known.length === names.length && new Set(names).size === names.length) return known;
  ctx.addIssue(`MAIL_ORDER must name resend and smtp in the order to use them, such as "resend,smtp".`);
  return z.NEVER;
});

const Env = z
  .object({
    APP_URL: origin,
    AUTH_SECRET: secret,
    AUTH_SECRET_PREVIOUS: secret.optional(),
    DATABASE_URL: z
      .string(
        "DATABASE_URL is missing: set it to a PostgreSQL address, postgres://user:password@host/database.",
      )
      .regex(/^postgres(ql)?:\/\/.+/, "DATABASE_URL must begin with postgres:// or postgresql://."),
    LOG_LEVEL: z
      .enum(
        ["debug", "info", "warn", "error", "silent"],
        "LOG_LEVEL must be debug, info, warn, error or silent.",
      )
      .default("info"),
    RESEND_API_KEY: z.string().min(8, "RESEND_API_KEY is too short to be a key.").optional(),
    RESEND_WEBHOOK_SECRET: z
      .string()
      .regex(
        /^whsec_[A-Za-z0-9+/]{20,}={0,2}( *, *whsec_[A-Za-z0-9+/]{20,}={0,2})?$/,
        "RESEND_WEBHOOK_SECRET must be the webhook's signing secret, whsec_ and what follows, or two of them with a comma between.",
      )
      .optional(),
    RESEND_BASE_URL: z.url("RESEND_BASE_URL must be a URL.").optional(),
    SMTP_URL: smtpServer.optional(),
    MAIL_ORDER: mailOrder.optional(),
    MAIL_FROM: z
      .string()
      .regex(/^[^<>@\s]+@[^<>@\s]+$/, "MAIL_FROM must be a bare e-mail address such as invites@example.com.")
      .optional(),
    TWILIO_ACCOUNT_SID: z
      .string()
      .regex(/^AC[0-9a-fA-F]{32}$/, "TWILIO_ACCOUNT_SID must be AC followed by 32 hexadecimal digits.")
      .optional(),
    TWILIO_AUTH_TOKEN: twilioToken("TWILIO_AUTH_TOKEN"),
    TWILIO_AUTH_TOKEN_PREVIOUS: twilioToken("TWILIO_AUTH_TOKEN_PREVIOUS"),
    TWILIO_FROM: z
      .string()
      .regex(
        /^(\+[1-9]\d{6,14}|MG[0-9a-fA-F]{32})$/,
        "TWILIO_FROM must be a number such as +14155550134, or a messaging service, MG followed by 32 hexadecimal digits.",
      )
      .optional(),
    TWILIO_BASE_URL: z.url("TWILIO_BASE_URL must be a URL.").default("https://api.twilio.com"),
    SMS_COUNTRIES: countries,
    SMS_DAILY_LIMIT: z.coerce
      .number(SMS_LIMIT)
      .int(SMS_LIMIT)
      .min(0, SMS_LIMIT)
      .max(1_000_000, SMS_LIMIT)
      .default(1000),
    AUTH_GOOGLE_ID: z.string().optional(),
    AUTH_GOOGLE_SECRET: z.string().optional(),
    AUTH_MICROSOFT_ENTRA_ID_ID: z.string().optional(),
    AUTH_MICROSOFT_ENTRA_ID_SECRET: z.string().optional(),
    AUTH_MICROSOFT_ENTRA_ID_ISSUER: z.url("AUTH_MICROSOFT_ENTRA_ID_ISSUER must be a URL.").optional(),
    AUTH_OIDC_ISSUER: z.url("AUTH_OIDC_ISSUER must be a URL.").optional(),
    AUTH_OIDC_ID: z.string().optional(),
    AUTH_OIDC_SECRET: z.string().optional(),
    AUTH_OIDC_NAME: z.string().default("Single sign-on"),
    TRUSTED_PROXIES: z.coerce
      .number("TRUSTED_PROXIES must be the number of reverse proxies in front of Foyer, 0 to 5.")
      .int()
      .min(0)
      .max(5, "TRUSTED_PROXIES must be the number of reverse proxies in front of Foyer, 0 to 5.")
      .default(0),
    DAILY_MESSAGE_LIMIT: z.coerce
      .number("DAILY_MESSAGE_LIMIT must be a number of messages, 1 or more.")
      .int("DAILY_MESSAGE_LIMIT must be a number of messages, 1 or more.")
      .min(1, "DAILY_MESSAGE_LIMIT must be a number of messages, 1 or more.")
      .max(2_000_000_000, "DAILY_MESSAGE_LIMIT must be at most 2000000000; leave it out for no limit.")
      .optional(),
  })
  .superRefine((env, ctx) => {
    const twilio = ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"] as const;
    const set = twilio.find((name) => env[name]);
    for (const name of twilio)
      if (set && !env[name]) ctx.addIssue(`${name} is missing: with ${set} set, text messages need it too.`);
  })
  .superRefine((env, ctx) => {
    if (env.RESEND_API_KEY && !env.MAIL_FROM)
      ctx.addIssue("MAIL_FROM is missing: with RESEND_API_KEY set, say which address mail comes from.");
    if (env.RESEND_API_KEY && !env.RESEND_WEBHOOK_SECRET)
      ctx.addIssue(
        "RESEND_WEBHOOK_SECRET is missing: with RESEND_API_KEY set, add a webhook to /api/webhooks/resend at Resend and set it to the webhook's signing secret.",
      );
    if (env.SMTP_URL && !env.RESEND_API_KEY && !env.MAIL_FROM)
      ctx.addIssue("MAIL_FROM is missing: with SMTP_URL set, say which address mail comes from.");
    if (env.MAIL_ORDER?.includes("resend") && !env.RESEND_API_KEY)
      ctx.addIssue("MAIL_ORDER names resend: set RESEND_API_KEY, or leave it out.");
    if (env.MAIL_ORDER?.includes("smtp") && !env.SMTP_URL)
      ctx.addIssue("MAIL_ORDER names smtp: set SMTP_URL, or leave it out.");
    for (const [id, key] of [
      ["AUTH_GOOGLE_ID", "AUTH_GOOGLE_SECRET"],
      ["AUTH_MICROSOFT_ENTRA_ID_ID", "AUTH_MICROSOFT_ENTRA_ID_SECRET"],
      ["AUTH_OIDC_ID", "AUTH_OIDC_SECRET"],
    ] as const)
      if (!env[id] !== !env[key]) ctx.addIssue(`${id} and ${key} go together: set both or neither.`);
    if (env.AUTH_OIDC_ID && !env.AUTH_OIDC_ISSUER)
      ctx.addIssue("AUTH_OIDC_ISSUER is missing: set it to the issuer's address.");
  });

export type Env = z.infer<typeof Env>;

/** Reads and checks a set of variables. Empty values count as absent. One sentence per mistake. */
export function parseEnv(
  variables: Record<string, string | undefined>,
): { ok: true; env: Env } | { ok: false; mistakes: string[] } {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(given);
  if (parsed.success) return { ok: true, env: parsed.data };
  return { ok: false, mistakes: [...new Set(parsed.error.issues.map((issue) => issue.message))] };
}

let current: Env | undefined;

/** The checked environment of this process; read once. Throws with every mistake named. */
export function env(): Env {
  if (current) return current;
  const parsed = parseEnv(process.env);
  if (!parsed.ok) throw new Error(parsed.mistakes.join("\n"));
  current = parsed.env;
  return current;
}
