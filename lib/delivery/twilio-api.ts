import type { Env } from "@/lib/env";
import type { TwilioFailure } from "./twilio-classify";
import { isUnsent } from "./unsent";

export type TwilioSettings = {
  accountSid: string;
  authToken: string;
  /** A number in E.164, or a messaging service. */
  from: string;
  baseUrl: string;
};

/** What the environment says about Twilio; null when it is not set up. */
export function twilioSettings(env: Env): TwilioSettings | null {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = env;
  return accountSid && authToken && from
    ? { accountSid, authToken, from, baseUrl: env.TWILIO_BASE_URL }
    : null;
}

/** A message as Twilio tells of it. */
export type TwilioMessage = {
  sid: string;
  to: string;
  body: string;
  status: string;
  error_code: number | null;
};

/**
 * What came of a request: an answer; an error answer; or none, `isUnsent` when the request cannot have
 * reached anybody.
 */
export type Reply<T> =
  | { ok: true; data: T }
  | { ok: false; failure: TwilioFailure }
  | { ok: false; isUnsent: boolean };

async function readJson(response: Response): Promise<Record<string, unknown> | null> {
  const body: unknown = await response.json().catch(() => null);
  return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : null;
}

async function call<T>(
  { accountSid, authToken, baseUrl }: TwilioSettings,
  place: string,
  init: RequestInit,
): Promise<Reply<T>> {
  const key = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
  try {
    const response = await fetch(`${baseUrl}/2010-04-01/Accounts/${accountSid}${place}`, {
      ...init,
      headers: { authorization: `Basic ${key}` },
      redirect: "manual",
    });
    const body = await readJson(response);
    if (response.ok && body) return { ok: true, data: body as T };
    const code = typeof body?.code === "number" ? body.code : null;
    const message = typeof body?.message === "string" ? body.message : "";
    const retryAfter = response.headers.get("retry-after");
    return { ok: false, failure: { status: response.status, code, message, retryAfter } };
  } catch (error) {
    return { ok: false, isUnsent: isUnsent(error) };
  }
}

/** Hands one message over. */
export function createMessage(
  settings: TwilioSettings,
  message: { to: string; body: string; statusCallback: string },
  signal: AbortSignal,
): Promise<Reply<TwilioMessage>> {
  const sender = settings.from.startsWith("MG") ? "MessagingServiceSid" : "From";
  const body = new URLSearchParams({
    To: message.to,
    [sender]: settings.from,
    Body: message.body,
    StatusCallback: message.statusCallback,
  });
  return call(settings, "/Messages.json", { method: "POST", body, signal });
}

/** The messages to a number since a day (UTC), newest first, at most a thousand. */
export function listMessages(
  settings: TwilioSettings,
  { to, since }: { to: string; since: Date },
  signal: AbortSignal,
): Promise<Reply<{ messages: TwilioMessage[] }>> {
  const day = since.toISOString().slice(0, 10);
  const query = new URLSearchParams({ To: to, "DateSent>": day, PageSize: "1000" });
  return call(settings, `/Messages.json?${query}`, { method: "GET", signal });
}

/** The account itself. */
export function fetchAccount(
  settings: TwilioSettings,
  signal: AbortSignal,
): Promise<Reply<{ status: string }>> {
  return call(settings, ".json", { method: "GET", signal });
}
