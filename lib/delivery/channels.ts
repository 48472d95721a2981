import type { Env } from "@/lib/env";

/** A way out as configured: its name, and what it takes. */
export type Way = { name: WayName; handles: ReadonlyArray<"email" | "sms"> };
export type WayName = "resend" | "smtp" | "mailbox";

/** Every way that leads out, in the order of use when nobody says otherwise. */
const outward: (Way & { isSet: (env: Env) => boolean })[] = [
  { name: "resend", handles: ["email"], isSet: (env) => env.RESEND_API_KEY !== undefined },
  { name: "smtp", handles: ["email"], isSet: (env) => env.SMTP_URL !== undefined },
];

const mailbox: Way = { name: "mailbox", handles: ["email", "sms"] };

/**
 * The ways that the environment asks for, the one to use first in front. With nothing configured the
 * local mailbox takes everything; otherwise what no way handles waits.
 */
export function configuredWays(env: Env): Way[] {
  const order: readonly string[] | undefined = env.MAIL_ORDER;
  const isUsed = ({ name, handles }: Way) => !order || !handles.includes("email") || order.includes(name);
  const rank = ({ name }: Way) => order?.indexOf(name) ?? 0;
  const ways = outward
    .filter((way) => way.isSet(env) && isUsed(way))
    .map(({ name, handles }) => ({ name, handles }))
    .sort((a, b) => rank(a) - rank(b));
  return ways.length > 0 ? ways : [mailbox];
}

/** Whether messages may be read at /mailbox: only while no real channel exists. */
export const isMailboxOpen = (env: Env): boolean =>
  configuredWays(env).every(({ name }) => name === mailbox.name);
