import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Refusal, readHead, readText, type Text } from "./twilio-rules";

/**
 * What may go wrong with a call that hands a message over: refused for the rate, failed, cut or never answered before
 * or after the message was taken.
 */
export type Fault = "rate" | "error" | "error-after" | "reset" | "reset-after" | "silent" | "silent-after";

export type PlayerOptions = {
  port?: number;
  accountSid?: string;
  authToken?: string;
  from?: string;
  retryAfterSeconds?: number;
  /** Decides the fault of each call; called with its number, from 1. */
  fault?: (call: number) => Fault | null;
  /** The same for looks, of which the list fails. */
  lookFault?: (look: number) => "rate" | "error" | null;
  /** The error number this provider refuses a number with. */
  refuses?: (to: string) => number | null;
};

export type Sent = Text & { sid: string; at: number; status: string; errorCode: number | null };

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
};

const present = ({ sid, to, from, body, status, errorCode, at }: Sent) => ({
  sid,
  to,
  from,
  body,
  status,
  error_code: errorCode,
  direction: "outbound-api",
  date_sent: new Date(at).toUTCString(),
});

function answer(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

const refuse = (response: ServerResponse, { status, code, message }: Refusal, headers = {}) =>
  answer(
    response,
    status,
    { status, code, message, more_info: `https://www.twilio.com/docs/errors/${code}` },
    headers,
  );

/** Plays Twilio's messages over HTTP, more strictly than Twilio: every rule broken is an error answer. */
export async function startTwilio(options: PlayerOptions = {}) {
  const account = {
    accountSid: options.accountSid ?? `AC${"0123456789abcdef".repeat(2)}`,
    authToken: options.authToken ?? "a token of the player, 32 characters",
  };
  const from = options.from ?? "+14155550100";
  const sent: Sent[] = [];
  const counts = { calls: 0, looks: 0, refused: 0, faults: 0 };
  const retry = { "retry-after": String(options.retryAfterSeconds ?? 1) };
  const rate: Refusal = { status: 429, code: 20429, message: "Too Many Requests" };

  /** Ends the call the bad way if it has to; true when nothing more is to be said. */
  function spoil(response: ServerResponse, kind: Fault | null, isAfter: boolean): boolean {
    if (!kind || kind.endsWith("-after") !== isAfter) return false;
    counts.faults++;
    if (kind === "rate") refuse(response, rate, retry);
    else if (kind.startsWith("error"))
      refuse(response, { status: 500, code: 20500, message: "Internal Server Error" });
    else if (kind.startsWith("reset")) response.socket?.resetAndDestroy();
    return true;
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    counts.calls++;
    const kind = options.fault?.(counts.calls) ?? null;
    const text = readText(await readForm(request), from);
    if (spoil(response, kind, false)) return;
    const code = "status" in text ? null : (options.refuses?.(text.to) ?? null);
    if ("status" in text || code !== null) {
      counts.refused++;
      return refuse(
        response,
        "status" in text ? text : { status: 400, code: code ?? 0, message: "Refused." },
      );
    }
    const one: Sent = {
      ...text,
      sid: `SM${randomBytes(16).toString("hex")}`,
      at: Date.now(),
      status: "queued",
      errorCode: null,
    };
    sent.push(one);
    if (!spoil(response, kind, true)) answer(response, 201, present(one));
  }

  function list(query: URLSearchParams, response: ServerResponse): void {
    counts.looks++;
    const kind = options.lookFault?.(counts.looks) ?? null;
    if (kind === "rate") return refuse(response, rate, retry);
    if (kind) return refuse(response, { status: 500, code: 20500, message: "Internal Server Error" });
    const [to, since] = [query.get("To"), query.get("DateSent>") ?? ""];
    if (!to || !/^\d{4}-\d\d-\d\d$/.test(since))
      return refuse(response, { status: 400, code: 20001, message: "Name a number and a day." });
    const found = sent.filter((one) => one.to === to && one.at >= Date.parse(since));
    answer(response, 200, { messages: found.map(present).reverse(), next_page_uri: null });
  }

  const own = `/2010-04-01/Accounts/${account.accountSid}`;
  const path = `${own}/Messages.json`;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://player");
    const method = request.method ?? "";
    const isOwn = method === "GET" && url.pathname === `${own}.json`;
    if (!isOwn && (url.pathname !== path || !["GET", "POST"].includes(method)))
      return refuse(response, { status: 404, code: 20404, message: "The requested resource was not found" });
    const wrong = readHead(request.headers, account, method);
    if (wrong) return refuse(response, wrong);
    if (isOwn) return answer(response, 200, { sid: account.accountSid, status: "active" });
    if (method === "GET") return list(url.searchParams, response);
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    ...account,
    from,
    sent,
    counts,
    /** Changes what goes wrong from now on. */
    setFault: (next: PlayerOptions["fault"]) => {
      options.fault = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
