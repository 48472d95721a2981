import { CERTAIN_HOURS } from "@/db/queries/outbox";
import { referenceOf } from "@/lib/domain/token";
import type { Batch, Channel, Envelope, Outcome } from "./channel";
import {
  createMessage,
  fetchAccount,
  listMessages,
  type Reply,
  type TwilioMessage,
  type TwilioSettings,
} from "./twilio-api";
import { classifyTwilio, undeliverable } from "./twilio-classify";

export type TwilioOptions = TwilioSettings & { appUrl: string; lookSeconds: number };

/**
 * When, as shares of `lookSeconds` after the first attempt, a message of unknown fate is looked for. The third look
 * that finds nothing sends it again, once.
 */
const LOOKS = [0.05, 0.5, 1];
const RESEND_ATTEMPT = 1 + LOOKS.length;
/** From the second sending on it is only looked for; after so many attempts a person has to decide. */
const LAST_ATTEMPT = 12;

type Failed = Extract<Reply<unknown>, { ok: false }>;

const DAY_MS = 86_400_000;

const NO_ANSWER = "The text message service did not answer in time.";
const UNREACHED = "The text message service cannot be reached.";

/** Where Twilio tells what became of the message. */
const callbackOf = (appUrl: string, { orgId, id }: Envelope) =>
  `${appUrl}/api/webhooks/twilio?message=${orgId}.${id}`;

/**
 * Sends text messages through Twilio, one a call. Twilio knows no idempotency keys: a message of which nobody can tell
 * whether it was taken is looked for by the reference in its text, and adopted when found.
 */
export function twilioChannel(options: TwilioOptions): Channel {
  return {
    name: "twilio",
    handles: ["sms"],
    batchSize: 1,
    certainHours: CERTAIN_HOURS,
    check: async (signal) => {
      const reply = await fetchAccount(options, signal);
      return reply.ok ? null : unanswered(reply);
    },
    send: async (batch, signal) => {
      const [message] = batch.messages;
      if (!message || batch.messages.length > 1)
        return { kind: "broken", error: "Text messages are sent one by one." };
      return batch.attempt === 1 ? create(options, message, signal) : look(options, batch, message, signal);
    },
  };
}

async function create(options: TwilioOptions, message: Envelope, signal: AbortSignal): Promise<Outcome> {
  const statusCallback = callbackOf(options.appUrl, message);
  const reply = await createMessage(options, { to: message.to, body: message.text, statusCallback }, signal);
  if (reply.ok)
    return typeof reply.data.sid === "string" ? taken(reply.data) : { kind: "unknown", error: NO_ANSWER };
  return unanswered(reply);
}

function unanswered(reply: Failed): Outcome {
  if ("failure" in reply) return classifyTwilio(reply.failure);
  return reply.isUnsent
    ? { kind: "away", seconds: 0, error: UNREACHED }
    : { kind: "unknown", error: NO_ANSWER };
}

async function look(
  options: TwilioOptions,
  { attempt, triedAgo }: Batch,
  message: Envelope,
  signal: AbortSignal,
): Promise<Outcome> {
  const due = (LOOKS[attempt - 2] ?? 0) * options.lookSeconds;
  if (triedAgo < due) return { kind: "untried", seconds: due - triedAgo, error: NO_ANSWER };
  const since = new Date(Date.now() - triedAgo * 1_000 - DAY_MS);
  const reply = await listMessages(options, { to: message.to, since }, signal);
  if (!reply.ok) return unseen(reply, options);
  const found = reply.data.messages.find((one) => isThis(one, message));
  if (found) return taken(found);
  if (attempt === RESEND_ATTEMPT) return create(options, message, signal);
  if (attempt < LAST_ATTEMPT) return { kind: "unknown", isAnswered: true, error: NO_ANSWER };
  return { kind: "uncertain", error: "Nobody can tell whether this text message was sent." };
}

/** A look without an answer is none: it does not count. */
function unseen(reply: Failed, { lookSeconds }: TwilioOptions): Outcome {
  const outcome = "failure" in reply ? classifyTwilio(reply.failure) : null;
  if (outcome?.kind === "paused") return outcome;
  const isAnswered = outcome !== null && outcome.kind !== "unknown";
  return { kind: isAnswered ? "untried" : "away", seconds: lookSeconds / 10, error: NO_ANSWER };
}

const isThis = ({ to, body }: TwilioMessage, message: Envelope) =>
  to === message.to && body.endsWith(`Ref ${referenceOf(message.id)}`);

function taken({ sid, status, error_code }: TwilioMessage): Outcome {
  if (status === "failed" || status === "undelivered") return undeliverable(error_code);
  return {
    kind: "accepted",
    ids: [sid],
    state: status === "delivered" ? "delivered" : "sent",
    restSeconds: 0,
  };
}
