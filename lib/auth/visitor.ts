import { cookies, headers } from "next/headers";
import { clientIp } from "@/lib/client-ip";
import { hashSecret, newSecret } from "@/lib/domain/secret";
import type { Visitor } from "@/lib/domain/sign-in";
import { env } from "@/lib/env";
import { browserCookie, cookieOptions } from "./cookies";

const BROWSER_SECONDS = 3600;

/**
 * This browser, as the sign-in pages know it, and its network. A browser without a cookie gets a
 * fresh `secret`, to be kept by `keepBrowser`. Codes asked for on other pages are not among its own.
 */
export async function currentVisitor(): Promise<Visitor & { secret: string }> {
  const secret = (await cookies()).get(browserCookie())?.value ?? newSecret();
  const ip = clientIp(await headers(), env().TRUSTED_PROXIES);
  return { secret, browserHash: hashSecret(`sign-in|${secret}`), ip };
}

/** Remembers the browser for as long as a code can live, so that the code works in it. */
export async function keepBrowser(secret: string): Promise<void> {
  (await cookies()).set(browserCookie(), secret, { ...cookieOptions(), maxAge: BROWSER_SECONDS });
}
