import { type ErrorResponse, Resend } from "resend";
import { CERTAIN_HOURS } from "@/db/queries/outbox";
import type { Channel, Envelope, Outcome } from "./channel";
import { classifyFailure, restSeconds } from "./classify";
import { allowanceIn, makeMeter } from "./meter";
import { isUnsent } from "./unsent";

/** The tags come back with every event: by them it is known whose mail it is about, also before our own commit. */
const mailOf = ({ orgId, id, from, to, replyTo, subject, html, text, headers }: Envelope) => ({
  from,
  to,
  ...(replyTo && { replyTo }),
  subject,
  html,
  text,
  ...(Object.keys(headers).length > 0 && { headers }),
  tags: [
    { name: "organization", value: orgId },
    { name: "message", value: id },
  ],
});

/** A call of 100 messages with room to spare; `fetch` takes its own copy of what is handed to it. */
const room = new Uint8Array(4 * 1_048_576);
const encoder = new TextEncoder();

/** The text as bytes. Written into room that is there already, its length need not be counted first. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const { read, written } = encoder.encodeInto(text, room);
  return read === text.length ? room.subarray(0, written) : encoder.encode(text);
}

/** What is answered to a key that may send and nothing else, whatever else it asks for: it is known. */
const ONLY_SENDS = "restricted_api_key";

const noAnswer = (error: unknown): Outcome =>
  isUnsent(error)
    ? { kind: "away", seconds: 0, error: "The mail service cannot be reached." }
    : { kind: "unknown", error: "The mail service did not answer in time." };

type Answer<T> = ({ data: T; error: null } | { data: null; error: ErrorResponse }) & {
  headers: Record<string, string>;
};

/**
 * Asks by itself, since the SDK says of a call without an answer nothing but that: whether it can have reached anybody
 * is told by what `fetch` throws. Hands bodies over as bytes: text it would read through twice more, which costs a third
 * of the whole call.
 */
class PlainResend extends Resend {
  override async fetchRequest<T>(path: string, options: { body?: unknown } = {}): Promise<Answer<T>> {
    const { body } = options;
    const request = typeof body === "string" ? { ...options, body: bytesOf(body) } : options;
    const response = await fetch(`${this.baseUrl}${path}`, request as RequestInit);
    const headers = Object.fromEntries(response.headers.entries());
    if (response.ok) return { data: (await response.json()) as T, error: null, headers };
    const { status: statusCode, statusText: message } = response;
    const said: Partial<ErrorResponse> | null = await response.json().catch(() => null);
    return { data: null, error: { name: "application_error", message, ...said, statusCode }, headers };
  }
}

/**
 * Sends e-mail through Resend: up to 100 messages a call, each call under its idempotency key. The last of a batch is
 * still sent as a batch: a key is known again only where it was first used.
 */
export function resendChannel({ apiKey, baseUrl }: { apiKey: string; baseUrl?: string }): Channel {
  const resend = new PlainResend(apiKey, baseUrl ? { baseUrl } : undefined);
  const call = async (messages: Envelope[], options: { idempotencyKey: string; signal: AbortSignal }) => {
    const [first] = messages;
    if (first?.id === options.idempotencyKey) {
      const { data, error, headers } = await resend.emails.send(mailOf(first), options);
      return { ids: data?.id ? [data.id] : undefined, error, headers };
    }
    const { data, error, headers } = await resend.batch.send(messages.map(mailOf), options);
    return { ids: data?.data.map(({ id }) => id), error, headers };
  };
  return {
    name: "resend",
    handles: ["email"],
    batchSize: 100,
    certainHours: CERTAIN_HOURS,
    meter: makeMeter(),
    check: async (signal) => {
      try {
        const { error, headers } = await resend.get("/domains", { signal });
        return error && error.name !== ONLY_SENDS ? classifyFailure(error, headers) : null;
      } catch (error) {
        return noAnswer(error);
      }
    },
    send: async ({ key, messages }, signal): Promise<Outcome> => {
      try {
        const { ids, error, headers } = await call(messages, { idempotencyKey: key, signal });
        const allowance = allowanceIn(headers);
        if (error) return { ...classifyFailure(error, headers), allowance };
        if (ids?.length !== messages.length)
          return { kind: "unknown", error: "The mail service gave no clear answer.", allowance };
        return { kind: "accepted", ids, state: "sent", restSeconds: restSeconds(headers), allowance };
      } catch (error) {
        return noAnswer(error);
      }
    },
  };
}
