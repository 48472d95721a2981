import { selectNow } from "@/db/queries/clock";
import type { DeliveryEvent } from "@/db/queries/delivery-events";
import { recordAnswerByText } from "@/lib/domain/answer-by-text";
import type { Installation } from "@/lib/domain/context";
import { recordDeliveryEvent } from "@/lib/domain/delivery-events";
import type { Env } from "@/lib/env";
import { readResendEvent } from "./resend-events";
import { secretsOf, verifySvix } from "./svix";
import { readTwilioEvent } from "./twilio-events";
import { verifyTwilio } from "./twilio-signature";

type Portal = Pick<Installation, "db"> & { env: Env };

const MOST_BYTES = 256 * 1024;

const answer = (status: number) => new Response(null, { status });

/** The body as it came, byte for byte; null for one that is too long to be an event. */
async function readRaw(request: Request): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Resend tells what became of a mail. Only what Resend signed is looked at, everything else is answered 401; what was
 * signed is answered 200 whether or not it is about a message of ours, so that nothing can be learned here.
 */
export async function receiveResend(request: Request, { db, env }: Portal): Promise<Response> {
  const body = await readRaw(request);
  if (!body) return answer(413);
  const secrets = secretsOf(env.RESEND_WEBHOOK_SECRET);
  const id = verifySvix(request.headers, body, { secrets, now: await selectNow(db) });
  return id === null ? answer(401) : record(db, readResendEvent(id, body.toString("utf8")));
}

/** What Twilio takes for "say nothing" to who wrote. */
const silence = () => new Response("<Response/>", { headers: { "content-type": "text/xml" } });

/** Twilio tells what became of a text message, or what somebody answered; guarded and answered as `receiveResend`. */
export async function receiveTwilio(request: Request, { db, env }: Portal): Promise<Response> {
  const body = await readRaw(request);
  if (!body) return answer(413);
  const { pathname, search, searchParams } = new URL(request.url);
  const form = new URLSearchParams(body.toString("utf8"));
  const signature = request.headers.get("x-twilio-signature");
  const tokens = [env.TWILIO_AUTH_TOKEN, env.TWILIO_AUTH_TOKEN_PREVIOUS].filter(
    (token) => token !== undefined,
  );
  const isForm = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  if (!isForm || !verifyTwilio({ url: env.APP_URL + pathname + search, form, signature }, tokens))
    return answer(401);
  if (form.get("SmsStatus") === "received") {
    const [number, words] = [form.get("From") ?? "", form.get("Body") ?? ""];
    await recordAnswerByText({ db }, { number, words, asked: form.get("OptOutType") });
    return silence();
  }
  return record(db, readTwilioEvent(searchParams.get("message") ?? "", form));
}

async function record(db: Portal["db"], event: DeliveryEvent | null): Promise<Response> {
  if (event) await recordDeliveryEvent({ db }, event);
  return answer(200);
}
