import { cookies, headers } from "next/headers";
import { browserCookie } from "@/lib/auth/cookies";
import { keepBrowser } from "@/lib/auth/visitor";
import { type Catalogue, catalogueIn } from "@/lib/catalogue";
import { clientIp } from "@/lib/client-ip";
import { readerLanguage } from "@/lib/domain/reader-language";
import { hashSecret, newSecret } from "@/lib/domain/secret";
import type { Visitor } from "@/lib/domain/sign-in";
import { env } from "@/lib/env";
import { isOwnOrigin } from "@/lib/origin";

const LARGEST_FORM_BYTES = 8_192;

/**
 * A form posted to a plain page: its fields as single texts. Null when it did not come from a page
 * of ours, is too large, or is no form.
 */
export async function readStrangerForm(request: Request): Promise<Record<string, string> | null> {
  return isOwnOrigin((await headers()).get("origin"), env().APP_URL) ? readForm(request) : null;
}

/** Whether a mail program asks to unsubscribe with one click (RFC 8058): from anywhere, without cookies. */
export async function isOneClick(request: Request): Promise<boolean> {
  const form = await readForm(request);
  return form?.["List-Unsubscribe"] === "One-Click";
}

async function readForm(request: Request): Promise<Record<string, string> | null> {
  const size = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (size > LARGEST_FORM_BYTES) return null;
  const form = await request.formData().catch(() => null);
  return (
    form &&
    Object.fromEntries([...form].filter((field): field is [string, string] => typeof field[1] === "string"))
  );
}

/** The words for somebody of whom only the browser is known. */
export const browserWords = (request: Request): Catalogue =>
  catalogueIn(readerLanguage({ accepts: request.headers.get("accept-language") }));

/** The answer to a form that did not come from a page of ours. */
export const notOurs = (request: Request): Response =>
  new Response(browserWords(request).pages.shared.openAgain, { status: 403 });

/** This browser while it proves an address for one link: a code asked for elsewhere is no good here. */
export async function strangerVisitor(token: string): Promise<Visitor> {
  const secret = (await cookies()).get(browserCookie())?.value ?? newSecret();
  await keepBrowser(secret);
  const ip = clientIp(await headers(), env().TRUSTED_PROXIES);
  return { browserHash: hashSecret(`invite|${token}|${secret}`), ip };
}

/** Sends the browser on with GET. The path is one of ours. */
export const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { location: path, "cache-control": "private, no-store" } });
