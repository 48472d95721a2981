import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { isSecure } from "@/lib/auth/cookies";
import { providerOrigins } from "@/lib/auth/providers";
import { contentPolicy, responseHeaders } from "@/lib/auth/response-headers";
import { readerLanguage } from "@/lib/domain/reader-language";
import { env } from "@/lib/env";
import { isOwnOrigin } from "@/lib/origin";
import { PATH_HEADER } from "@/lib/words/path-header";
import { sayIn } from "@/lib/words/say";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

export const config = { matcher: "/((?!_next/static/).*)" };

/**
 * The gate in front of everything dynamic: refuses changes that no page of ours sent, and gives
 * every response its security headers. It decides nothing about people; each page does that itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname;
  const scene = {
    path,
    nonce: randomBytes(16).toString("base64"),
    isSecure: isSecure(),
    isDevelopment: process.env.NODE_ENV === "development",
    formTargets: path === "/sign-in" ? providerOrigins() : [],
  };
  const response = answer(request, path, contentPolicy(scene));
  for (const [name, value] of Object.entries(responseHeaders(scene))) response.headers.set(name, value);
  return response;
}

function answer(request: NextRequest, path: string, policy: string): NextResponse {
  const say = sayIn(readerLanguage({ accepts: request.headers.get("accept-language") }));
  if (path.startsWith("/_next/image")) return new NextResponse(say("Not found."), { status: 404 });
  if (isForeignWrite(request, path)) {
    const words = `This request did not come from a page of ${env().APP_URL}. Open Foyer there and try again. Nothing was changed.`;
    return new NextResponse(say(words), {
      status: 403,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  }
  return NextResponse.next({ request: { headers: trustedHeaders(request, policy) } });
}

/** What pages see of a request: the policy with the nonce, and the portal's own host, whatever was claimed. */
function trustedHeaders(request: NextRequest, policy: string): Headers {
  const { host, protocol } = new URL(env().APP_URL);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-forwarded-host", host);
  headers.set("x-forwarded-proto", protocol.replace(":", ""));
  headers.set(PATH_HEADER, request.nextUrl.pathname);
  return headers;
}

/** What providers' servers send, who prove themselves by signature. */
const WEBHOOKS = new Set(["/api/webhooks/resend", "/api/webhooks/twilio"]);

/** Where mail programs unsubscribe, by a secret link. */
const UNSUBSCRIBE = /^\/stop\/[^/]+$/;

const isForeignWrite = (request: NextRequest, path: string): boolean =>
  !READING.has(request.method) &&
  !WEBHOOKS.has(path) &&
  !UNSUBSCRIBE.test(path) &&
  !isOwnOrigin(request.headers.get("origin"), env().APP_URL);
