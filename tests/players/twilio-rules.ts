/** An error answer of Twilio's: the status of HTTP, and its own number. */
export type Refusal = { status: number; code: number; message: string };

export type Text = { to: string; from: string; body: string; statusCallback: string };

const FIELDS = ["To", "From", "MessagingServiceSid", "Body", "StatusCallback"];
const NUMBER = /^\+[1-9]\d{6,14}$/;

const refusal = (code: number, message: string, status = 400): Refusal => ({ status, code, message });

/** One message of a request, or why it is none: every field once, none unknown, one sender, and that our own. */
export function readText(form: URLSearchParams, own: string): Text | Refusal {
  const names = [...form.keys()];
  const stranger = names.find((name) => !FIELDS.includes(name));
  if (stranger) return refusal(21620, `Unknown field ${stranger}.`);
  if (new Set(names).size < names.length) return refusal(21620, "A field is given twice.");
  const to = form.get("To") ?? "";
  if (!to) return refusal(21604, "A 'To' phone number is required.");
  if (!NUMBER.test(to)) return refusal(21211, `The 'To' number ${to} is not a valid phone number.`);
  const [from, service] = [form.get("From"), form.get("MessagingServiceSid")];
  if ((from === null) === (service === null))
    return refusal(21603, "Give either a 'From' number or a 'MessagingServiceSid'.");
  if (from !== null && !NUMBER.test(from)) return refusal(21212, "The 'From' number is not valid.");
  if ((from ?? service) !== own) return refusal(21606, "The 'From' number is not yours.");
  const body = form.get("Body") ?? "";
  if (!body) return refusal(21602, "Message body is required.");
  if (body.length > 1600) return refusal(21617, "The message body exceeds the 1600 character limit.");
  const statusCallback = form.get("StatusCallback") ?? "";
  if (!URL.canParse(statusCallback)) return refusal(21609, "The 'StatusCallback' URL is not valid.");
  return { to, from: own, body, statusCallback };
}

/** What is wrong with the request before its body is looked at. */
export function readHead(
  { authorization, "content-type": type }: Record<string, string | string[] | undefined>,
  { accountSid, authToken }: { accountSid: string; authToken: string },
  method: string,
): Refusal | null {
  const key = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
  if (authorization !== `Basic ${key}`) return refusal(20003, "Authenticate", 401);
  if (method === "POST" && !String(type).startsWith("application/x-www-form-urlencoded"))
    return refusal(20415, "Unsupported media type.", 415);
  return null;
}
