import pino from "pino";

const SECRET = /[A-Za-z0-9_-]{40,}/g;
const LINK = /\/(invite|i|stop|sign-in\/link)\/[^\s"'?#]+/g;
const EMAIL = /[^\s"'<>@]+@[^\s"'<>@]+/g;
const PHONE = /\+\d{7,15}/g;

/** Takes links, tokens and addresses out of a text bound for the log. */
export const redact = (text: string): string =>
  text
    .replace(LINK, "/$1/[token]")
    .replace(SECRET, "[secret]")
    .replace(EMAIL, "[email]")
    .replace(PHONE, "[phone]");

/** An error as the log may hold it: name, code, redacted message and stack. */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: redact(String(error)) };
  return {
    name: error.name,
    code: "code" in error ? error.code : undefined,
    message: redact(error.message),
    stack: redact(error.stack ?? ""),
  };
}

/** JSON lines on standard output; callers pass ids and counts, never addresses or links. */
export const log = pino({
  base: undefined,
  redact: [
    "email",
    "phone",
    "address",
    "token",
    "link",
    "cookie",
    "authorization",
    "*.email",
    "*.address",
    "*.token",
  ],
});
