import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { crc32 } from "node:zlib";
import { listMails, shown } from "./resend-listing";
import {
  isAddress,
  type Mail,
  makeWindow,
  ONLY_SENDS,
  QUOTA_REFUSAL,
  RATE_REFUSAL,
  type Refusal,
  readHead,
  readMails,
  refusal,
} from "./resend-rules";
import { eventBody, type Said, signWebhook, type Webhook } from "./resend-webhooks";

/**
 * What may go wrong with a call: refused for the rate or the quota, failed or cut before or after
 * the messages were taken, never answered, or answered late.
 */
export type Fault =
  | "rate"
  | "quota"
  | "error"
  | "error-after"
  | "reset"
  | "reset-after"
  | "silent"
  | "silent-after"
  | "slow";

export type PlayerOptions = {
  port?: number;
  apiKey?: string;
  latencyMs?: number;
  slowMs?: number;
  retryAfterSeconds?: number;
  /** Calls it takes in each second of its clock; says so in its headers, and turns down more. */
  perSecond?: number;
  /** Keeps of each mail only to whom and when it went, where there will be many. */
  isTerse?: boolean;
  /** Decides the fault of each call; called with its number, from 1. */
  fault?: (call: number, mails: number) => Fault | null;
  /** Called with what was taken, before the call is answered: time for events to overtake the answer. */
  beforeAnswer?: (mails: Sent[]) => Promise<void>;
  /** Addresses this provider refuses. */
  refuses?: (address: string) => boolean;
};

/** `fate`: what Resend would tell who asks. */
export type Sent = Mail & { id: string; key: string | null; at: number; fate: string };
type Entry = { digest: string; ids: string[] | null };

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Tells contents apart, at a price that is not felt among thousands of messages a second. */
const digestOf = (body: Buffer) => `${body.length} ${crc32(body)}`;

/** A key is known again only at the address where it was used. */
const placeOf = (path: string, key: string) => `${path} ${key}`;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Plays Resend over HTTP, more strictly than Resend: every rule broken is an error answer. */
export async function startResend(options: PlayerOptions = {}) {
  const { apiKey = "re_test_key", latencyMs = 0, slowMs = 500, retryAfterSeconds = 1 } = options;
  const keys = new Map<string, Entry>();
  const sent: Sent[] = [];
  const counts = { calls: 0, replays: 0, conflicts: 0, refused: 0, faults: 0, asked: 0, limited: 0 };
  let fault = options.fault;
  let askFault: ((call: number) => Fault | null) | undefined;
  const countCall = makeWindow(options.perSecond);

  function accept(key: string | null, place: string | null, digest: string, mails: Mail[]): string[] {
    const taken = mails.map((mail) => ({ ...mail, id: randomUUID(), key, at: Date.now(), fate: "sent" }));
    sent.push(...(options.isTerse ? taken.map((mail) => ({ ...mail, html: "", text: "" })) : taken));
    const ids = taken.map(({ id }) => id);
    if (place) keys.set(place, { digest, ids });
    return ids;
  }

  function answer(
    response: ServerResponse,
    status: number,
    body: unknown,
    headers: Record<string, string> = {},
  ) {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  }

  const refuse = (response: ServerResponse, refusal: Refusal, headers?: Record<string, string>) =>
    answer(response, refusal.statusCode, refusal, headers);

  /** Ends the call the bad way if it has to; true when nothing more is to be said. */
  async function spoil(response: ServerResponse, kind: Fault | null, isAfter: boolean): Promise<boolean> {
    if (!kind || kind.endsWith("-after") !== isAfter) return false;
    counts.faults++;
    const retry = { "retry-after": String(retryAfterSeconds) };
    if (kind === "rate") refuse(response, RATE_REFUSAL, retry);
    else if (kind === "quota") refuse(response, QUOTA_REFUSAL, retry);
    else if (kind.startsWith("error"))
      refuse(response, { statusCode: 500, name: "application_error", message: "Internal error." });
    else if (kind.startsWith("reset")) response.socket?.resetAndDestroy();
    else if (kind === "slow") await pause(slowMs);
    return kind !== "slow";
  }

  async function take(request: IncomingMessage, response: ServerResponse, path: string) {
    const body = await readBody(request);
    const head = readHead(request.headers, apiKey);
    if ("statusCode" in head) return refuse(response, head);
    const mails = readMails(path, JSON.parse(body.toString()));
    const isList = Array.isArray(mails);
    counts.calls++;
    const { isOver, headers } = countCall();
    if (isOver) {
      counts.limited++;
      return refuse(response, RATE_REFUSAL, headers);
    }
    const kind = fault?.(counts.calls, isList ? mails.length : 0) ?? null;
    if (kind === "rate" || kind === "quota") return spoil(response, kind, false);
    const digest = digestOf(body);
    const place = head.key === null ? null : placeOf(path, head.key);
    const known = place === null ? undefined : keys.get(place);
    if (known) return repeat(response, known, digest, path);
    const banned = isList ? mails.find(({ to }) => options.refuses?.(to)) : undefined;
    if (!isList || banned) {
      counts.refused++;
      return refuse(response, isList ? refusal("validation_error", "Invalid `to` field.") : mails);
    }
    if (place) keys.set(place, { digest, ids: null });
    await pause(latencyMs);
    if (await spoil(response, kind, false)) {
      if (place) keys.delete(place);
      return;
    }
    const ids = accept(head.key, place, digest, mails);
    await options.beforeAnswer?.(sent.filter(({ id }) => ids.includes(id)));
    if (!(await spoil(response, kind, true))) answer(response, 200, present(path, ids), headers);
  }

  const present = (path: string, ids: string[]) =>
    path === "/emails" ? { id: ids[0] } : { data: ids.map((id) => ({ id })) };

  function repeat(response: ServerResponse, known: Entry, digest: string, path: string) {
    const name = known.digest === digest ? "concurrent_idempotent_requests" : "invalid_idempotent_request";
    if (known.ids && known.digest === digest) {
      counts.replays++;
      return answer(response, 200, present(path, known.ids));
    }
    counts.conflicts++;
    return refuse(response, { statusCode: 409, name, message: "The key is in use." });
  }

  /** Whether a question may be answered; where not, it has been. */
  function mayAsk(request: IncomingMessage, response: ServerResponse): boolean {
    const head = readHead({ "content-type": "application/json", ...request.headers }, apiKey);
    if ("statusCode" in head) {
      refuse(response, head);
      return false;
    }
    counts.asked++;
    const kind = askFault?.(counts.asked) ?? null;
    if (kind) void spoil(response, kind, false);
    return !kind;
  }

  function list(response: ServerResponse, query: URLSearchParams) {
    const page = listMails(query, sent);
    return "statusCode" in page ? refuse(response, page) : answer(response, 200, page);
  }

  /** One mail, for who asks what became of it. */
  function tell(response: ServerResponse, id: string) {
    const mail = sent.find((one) => one.id === id);
    if (!mail) return refuse(response, { statusCode: 404, name: "not_found", message: "Email not found" });
    const { html, text, tags } = mail;
    answer(response, 200, { object: "email", ...shown(mail), html, text, tags });
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://player");
    const one = /^\/emails\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (request.method === "GET" && (one || url.pathname === "/emails")) {
      if (!mayAsk(request, response)) return;
      return one ? tell(response, one) : list(response, url.searchParams);
    }
    if (request.method === "GET" && url.pathname === "/domains") {
      if (mayAsk(request, response)) refuse(response, ONLY_SENDS);
      return;
    }
    if (request.method === "GET" && url.pathname === "/ledger") {
      const to = url.searchParams.get("to");
      return answer(response, 200, { counts, sent: sent.filter((mail) => to === null || mail.to === to) });
    }
    const isKnown = url.pathname === "/emails" || url.pathname === "/emails/batch";
    if (request.method !== "POST" || !isKnown)
      return refuse(response, refusal("not_found", "The endpoint does not exist.", 404));
    take(request, response, url.pathname).catch(() =>
      refuse(response, { statusCode: 400, name: "validation_error", message: "The body is no JSON." }),
    );
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    apiKey,
    sent,
    counts,
    /** Changes what goes wrong from now on. */
    setFault: (next: PlayerOptions["fault"]) => {
      fault = next;
    },
    /** The same for who asks. */
    setAskFault: (next: typeof askFault) => {
      askFault = next;
    },
    /** From now on this became of the mail; answers the webhook that tells it. */
    say: (mail: Sent, said: Said): Webhook => {
      mail.fate = said.type;
      return signWebhook(eventBody(mail, said));
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [port = "3999", perSecond, terse] = process.argv.slice(2);
  const player = await startResend({
    port: Number(port),
    perSecond: Number(perSecond) || undefined,
    isTerse: terse === "terse",
    refuses: (to) => !isAddress(to),
  });
  console.log(`Playing Resend at ${player.url}, key ${player.apiKey}, sent messages at ${player.url}/ledger`);
}
