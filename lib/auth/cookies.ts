import { env } from "@/lib/env";

export const isSecure = () => env().APP_URL.startsWith("https:");

const named = (name: string) => (isSecure() ? `__Host-foyer.${name}` : `foyer.${name}`);

/** The session's secret. `__Host-` wherever the portal is served over https. */
export const sessionCookie = () => named("session");

/** Names the browser that asked for a code: the code works in no other. */
export const browserCookie = () => named("browser");

/** The receipt of an invitation that was declined in this browser. */
export const declinedCookie = () => named("declined");

export const cookieOptions = () =>
  ({ httpOnly: true, secure: isSecure(), sameSite: "lax", path: "/" }) as const;
