import { cookies } from "next/headers";
import { listenTo } from "@/db/listen";
import { sessionCookie } from "@/lib/auth/cookies";
import { LIVE_CHANNEL } from "@/lib/domain/activity";
import { versionOf, type Watched } from "@/lib/domain/live";
import { hashSecret } from "@/lib/domain/secret";
import { env } from "@/lib/env";
import { installation } from "@/lib/installation";
import { refused } from "@/lib/refused";
import { type Hub, type LiveEvent, makeHub, POLL_SECONDS } from "./hub";

const kept = globalThis as { foyerHub?: Hub };

const BEAT_SECONDS = 10;
/** Between proofs of life, which also find out that a browser has gone. */
const BREATH_MS = 15_000;

/** This process's hub; it begins to listen when the first page is opened. */
function hub(): Hub {
  if (!kept.foyerHub) {
    const made = makeHub(installation().db, { pollSeconds: POLL_SECONDS });
    listenTo(LIVE_CHANNEL, {
      databaseUrl: env().DATABASE_URL,
      onHint: made.look,
      beatSeconds: BEAT_SECONDS,
    });
    kept.foyerHub = made;
  }
  return kept.foyerHub;
}

/**
 * The route of an open page: a server-sent event stream for what `watch` finds at its address, from the version the
 * page was written at (`?from=`): "changed" when what it shows is old, "gone" and the end within two seconds of its
 * reader losing the session or the place. Who may not read it is refused as by every route.
 * Source: HTML Living Standard, 9.2 Server-sent events.
 */
export const liveRoute =
  <P>(watch: (at: P) => Promise<Watched>) =>
  async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    try {
      return await liveStream(request, await watch(await params));
    } catch (error) {
      return refused(error);
    }
  };

async function liveStream(request: Request, watched: Watched): Promise<Response> {
  const from = new URL(request.url).searchParams.get("from") ?? (await versionOf(installation(), watched));
  const tokenHash = hashSecret((await cookies()).get(sessionCookie())?.value ?? "");
  if (request.signal.aborted) return new Response(null, { status: 204 });
  const body = streamOf((tell) => hub().subscribe({ ...watched, tokenHash }, from, tell), request.signal);
  if (!body) return new Response("Too many pages are open.", { status: 429 });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

type Subscribe = (tell: (event: LiveEvent) => void) => (() => void) | null;

const written = (event: LiveEvent) =>
  `event: ${event.kind}\ndata: ${event.kind === "changed" ? event.version : ""}\n\n`;

function streamOf(subscribe: Subscribe, signal: AbortSignal): ReadableStream<Uint8Array> | null {
  const encoder = new TextEncoder();
  let write = (_: string) => {};
  let end = () => {};
  let breath: NodeJS.Timeout;
  const stop = subscribe((event) => {
    write(written(event));
    if (event.kind === "gone") end();
  });
  if (!stop) return null;
  const forget = () => {
    clearInterval(breath);
    stop();
    write = end = () => {};
  };
  return new ReadableStream({
    start(controller) {
      breath = setInterval(() => write(": here\n\n"), BREATH_MS);
      write = (text) => controller.enqueue(encoder.encode(text));
      end = () => {
        forget();
        controller.close();
      };
      signal.addEventListener("abort", () => end(), { once: true });
      write("retry: 2000\n\n");
    },
    cancel: () => forget(),
  });
}
