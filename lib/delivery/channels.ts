import type { SmsRules } from "@/lib/domain/context";
import type { Env } from "@/lib/env";

/** A way out as configured: its name, and what it takes. */
export type Way = { name: WayName; handles: ReadonlyArray<"email" | "sms"> };
export type WayName = "resend" | "smtp" | "twilio" | "mailbox";

/** Every way that leads out, in the order of use when nobody says otherwise; one that is set up may be closed. */
const outward: (Way & { isSet: (env: Env) => boolean; isClosed?: (env: Env) => boolean })[] = [
  { name: "resend", handles: ["email"], isSet: (env) => env.RESEND_API_KEY !== undefined },
  { name: "smtp", handles: ["email"], isSet: (env) => env.SMTP_URL !== undefined },
  {
    name: "twilio",
    handles: ["sms"],
    isSet: (env) => env.TWILIO_ACCOUNT_SID !== undefined,
    isClosed: (env) => env.SMS_DAILY_LIMIT === 0,
  },
];

const mailbox: Way = { name: "mailbox", handles: ["email", "sms"] };

/**
 * The ways that the environment asks for, the one to use first in front. With nothing configured the
 * local mailbox takes everything; otherwise what no way handles waits, like text messages that are switched off.
 */
export function configuredWays(env: Env): Way[] {
  if (isMailboxOpen(env)) return [mailbox];
  const order: readonly string[] | undefined = env.MAIL_ORDER;
  const isUsed = ({ name, handles }: Way) => !order || !handles.includes("email") || order.includes(name);
  const rank = ({ name, handles }: Way) =>
    handles.includes("email") && order ? order.indexOf(name) : outward.length;
  return outward
    .filter((way) => way.isSet(env) && !way.isClosed?.(env) && isUsed(way))
    .sort((a, b) => rank(a) - rank(b))
    .map(({ name, handles }) => ({ name, handles }));
}

/** Whether messages may be read at /mailbox: only while no real channel exists. */
export const isMailboxOpen = (env: Env): boolean => !outward.some((way) => way.isSet(env));

/** How text messages go, by the environment. */
export function smsRules(all: Env): SmsRules {
  const way = all.TWILIO_ACCOUNT_SID ? "out" : isMailboxOpen(all) ? "mailbox" : "none";
  return { way, countries: all.SMS_COUNTRIES ?? null, dailyLimit: all.SMS_DAILY_LIMIT };
}
