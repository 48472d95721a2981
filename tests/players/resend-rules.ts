/** The answer to a request that breaks the rules. */
export type Refusal = { statusCode: number; name: string; message: string };

export type Mail = {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  reply_to?: string;
  headers: Record<string, string>;
  tags?: Tag[];
};

export type Tag = { name: string; value: string };

const KNOWN = new Set(["from", "to", "subject", "html", "text", "reply_to", "headers", "tags"]);
const ADDRESS = /^[^\s<>@"]+@[^\s<>@"]+\.[^\s<>@".]+$/;
const MAILBOX = /^(?:"[^"\\\r\n]*" |[^"<>@,\r\n]* )?<([^<>]+)>$/;

const TAG_TEXT = /^[A-Za-z0-9_-]{1,256}$/;

const isTag = (value: unknown): value is Tag => {
  if (typeof value !== "object" || value === null) return false;
  const { name, value: text, ...rest } = value as Record<string, unknown>;
  return (
    [name, text].every((one) => typeof one === "string" && TAG_TEXT.test(one)) && !Object.keys(rest).length
  );
};

/** Further header fields: each a name and one line. */
const isHeaders = (value: unknown): value is Record<string, string> =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).every(
    ([name, line]) => /^[A-Za-z0-9-]+$/.test(name) && typeof line === "string" && /^[\x20-\x7e]+$/.test(line),
  );

/** A refusal of what is asked for; 422 unless said otherwise. */
export const refusal = (name: string, message: string, statusCode = 422): Refusal => ({
  statusCode,
  name,
  message,
});

export const RATE_REFUSAL = refusal("rate_limit_exceeded", "Too many requests.", 429);
export const QUOTA_REFUSAL = refusal("daily_quota_exceeded", "Quota used up.", 429);

/** What a key that may send and nothing else gets for any other question. */
export const ONLY_SENDS = refusal(
  "restricted_api_key",
  "This API key is restricted to only send emails.",
  401,
);

export const isAddress = (value: unknown): value is string =>
  typeof value === "string" && ADDRESS.test(value);

function isMailbox(value: unknown): boolean {
  if (typeof value !== "string") return false;
  return isAddress(value) || isAddress(MAILBOX.exec(value)?.[1]);
}

/** One e-mail of a request, or why it is none. Exactly one recipient; nothing unknown; no line breaks in headers. */
export function readMail(value: unknown): Mail | Refusal {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refusal("validation_error", "Expected an object.");
  const fields = new Map(Object.entries(value));
  const stranger = [...fields.keys()].find((name) => !KNOWN.has(name));
  if (stranger) return refusal("validation_error", `Unknown field \`${stranger}\`.`);
  const text = (name: string) => {
    const field: unknown = fields.get(name);
    return typeof field === "string" && field.length > 0 ? field : null;
  };
  const [from, subject, html, body] = [text("from"), text("subject"), text("html"), text("text")];
  if (!from || !isMailbox(from)) return refusal("invalid_from_address", "Invalid `from` field.");
  const given: unknown = fields.get("to");
  const to: unknown = Array.isArray(given) ? (given.length === 1 ? given[0] : null) : given;
  if (!isAddress(to))
    return refusal("validation_error", "Invalid `to` field: exactly one address is expected.");
  if (!subject || /[\r\n]/.test(subject)) return refusal("validation_error", "Invalid `subject` field.");
  if (!html || !body) return refusal("missing_required_field", "Missing `html` or `text` field.");
  const reply = text("reply_to");
  if (reply && !isAddress(reply)) return refusal("validation_error", "Invalid `reply_to` field.");
  const tags: unknown = fields.get("tags") ?? [];
  if (!Array.isArray(tags) || !tags.every(isTag))
    return refusal("validation_error", "Tags must be ASCII letters, numbers, underscores or dashes.");
  const headers: unknown = fields.get("headers") ?? {};
  if (!isHeaders(headers)) return refusal("validation_error", "Invalid `headers` field.");
  return { from, to, subject, html, text: body, ...(reply && { reply_to: reply }), headers, tags };
}

/** All e-mails of a request: one at /emails, up to 100 at /emails/batch, where one bad one spoils all. */
export function readMails(path: string, body: unknown): Mail[] | Refusal {
  if (path === "/emails") {
    const mail = readMail(body);
    return "statusCode" in mail ? mail : [mail];
  }
  if (!Array.isArray(body) || body.length === 0 || body.length > 100)
    return refusal("validation_error", "A batch holds 1 to 100 emails.");
  const mails = body.map(readMail);
  return (
    mails.find((mail): mail is Refusal => "statusCode" in mail) ??
    mails.filter((mail): mail is Mail => "from" in mail)
  );
}

/** What is wrong with the request before its body is looked at. */
export function readHead(
  headers: Record<string, string | string[] | undefined>,
  apiKey: string,
): Refusal | { key: string | null } {
  const { authorization } = headers;
  if (!authorization) return refusal("missing_api_key", "Missing API key in the authorization header.", 401);
  if (authorization !== `Bearer ${apiKey}`) return refusal("invalid_api_key", "API key is invalid.", 403);
  if (!String(headers["content-type"]).startsWith("application/json"))
    return refusal("validation_error", "Expected application/json.", 415);
  const key = headers["idempotency-key"];
  if (key === undefined) return { key: null };
  if (typeof key !== "string" || key.length < 1 || key.length > 256)
    return refusal("invalid_idempotency_key", "The key must be between 1 and 256 characters.", 400);
  return { key };
}

/** Counts calls against the second they come in: what the headers say of it, and whether one is too many. */
export function makeWindow(perSecond: number | undefined) {
  let second = 0;
  let used = 0;
  return (): { isOver: boolean; headers: Record<string, string> } => {
    if (!perSecond) return { isOver: false, headers: {} };
    const now = Date.now();
    const current = Math.floor(now / 1_000);
    if (current !== second) used = 0;
    second = current;
    const isOver = used >= perSecond;
    if (!isOver) used++;
    const reset = String((1_000 - (now % 1_000)) / 1_000);
    const headers = {
      "ratelimit-limit": String(perSecond),
      "ratelimit-remaining": String(perSecond - used),
      "ratelimit-reset": reset,
      "retry-after": reset,
    };
    return { isOver, headers };
  };
}
