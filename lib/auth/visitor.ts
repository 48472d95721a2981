import { cookies, headers } from "next/headers";
import { clientIp } from "@/lib/client-ip";
import type { Context } from "@/lib/domain/context";
import { hashSecret, newSecret } from "@/lib/domain/secret";
import type { Visitor } from "@/lib/domain/sign-in";
import { env } from "@/lib/env";
import { browserCookie, cookieOptions, declinedCookie } from "./cookies";

const BROWSER_SECONDS = 3600;

/**
 * This browser, as the pages of one purpose know it, and its network. A browser without a cookie gets a
 * fresh `secret`, to be kept by `keepBrowser`. Codes asked for on other pages are not among its own.
 */
export async function currentVisitor(purpose = "sign-in"): Promise<Visitor & { secret: string }> {
  const secret = (await cookies()).get(browserCookie())?.value ?? newSecret();
  const ip = clientIp(await headers(), env().TRUSTED_PROXIES);
  return { secret, browserHash: hashSecret(`${purpose}|${secret}`), ip };
}

/** Remembers the browser for as long as a code can live, so that the code works in it. */
export async function keepBrowser(secret: string): Promise<void> {
  (await cookies()).set(browserCookie(), secret, { ...cookieOptions(), maxAge: BROWSER_SECONDS });
}

/** Keeps the receipt of a declined invitation as long, so that its page can say so to this browser alone. */
export async function keepReceipt(receipt: string): Promise<void> {
  (await cookies()).set(declinedCookie(), receipt, { ...cookieOptions(), maxAge: BROWSER_SECONDS });
}

/** The receipt of what was declined last in this browser. */
export const keptReceipt = async (): Promise<string | null> =>
  (await cookies()).get(declinedCookie())?.value ?? null;

/** This browser on the page of one's own account: a code that one person asked for is no good to another. */
export const accountVisitor = ({ actor }: Context): Promise<Visitor & { secret: string }> =>
  currentVisitor(`account|${actor.userId}`);
