import type { SmsRules } from "@/lib/domain/context";
import type { Env } from "@/lib/env";

/** Which way messages of each kind go; null: none is set up, they wait. */
export type ConfiguredChannels = {
  email: "resend" | "mailbox" | null;
  sms: "twilio" | "mailbox" | null;
};

/**
 * The channels the environment asks for. With nothing configured the local mailbox takes everything. Text messages
 * that are switched off wait.
 */
export function configuredChannels(env: Env): ConfiguredChannels {
  const email = env.RESEND_API_KEY ? "resend" : null;
  const sms = env.TWILIO_ACCOUNT_SID ? "twilio" : null;
  if (!email && !sms) return { email: "mailbox", sms: "mailbox" };
  return { email, sms: env.SMS_DAILY_LIMIT === 0 ? null : sms };
}

/** Every way out that is set up, by name. */
export const configuredProviders = (env: Env): string[] => [
  ...new Set(Object.values(configuredChannels(env)).filter((name) => name !== null)),
];

/** Whether messages may be read at /mailbox: only while no real channel exists. */
export const isMailboxOpen = (env: Env): boolean => {
  const { email, sms } = configuredChannels(env);
  return email === "mailbox" && sms === "mailbox";
};

/** How text messages go, by the environment. */
export function smsRules(all: Env): SmsRules {
  const { sms } = configuredChannels(all);
  const way = all.TWILIO_ACCOUNT_SID ? "out" : sms === "mailbox" ? "mailbox" : "none";
  return { way, countries: all.SMS_COUNTRIES ?? null, dailyLimit: all.SMS_DAILY_LIMIT };
}
