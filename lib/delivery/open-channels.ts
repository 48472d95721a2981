import type { Env } from "@/lib/env";
import type { Channel } from "./channel";
import { configuredWays, type WayName } from "./channels";
import { mailboxChannel } from "./mailbox-channel";
import { resendChannel } from "./resend-channel";
import { smtpChannel } from "./smtp-channel";
import type { Tunables } from "./tunables";
import { twilioSettings } from "./twilio-api";
import { twilioChannel } from "./twilio-channel";

/** How each way is opened; null where its variables are missing. */
const openers: Record<WayName, (env: Env, tunables: Tunables) => Channel | null> = {
  resend: ({ RESEND_API_KEY, RESEND_BASE_URL }) =>
    RESEND_API_KEY ? resendChannel({ apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL }) : null,
  smtp: ({ SMTP_URL, MAIL_FROM }) => (SMTP_URL && MAIL_FROM ? smtpChannel(SMTP_URL, MAIL_FROM) : null),
  twilio: (env, { lookSeconds }) => {
    const settings = twilioSettings(env);
    return settings && twilioChannel({ ...settings, appUrl: env.APP_URL, lookSeconds });
  },
  mailbox: () => mailboxChannel,
};

/** The channels the environment asks for, open, in the order of use. */
export const openChannels = (env: Env, tunables: Tunables): Channel[] =>
  configuredWays(env).flatMap(({ name }) => openers[name](env, tunables) ?? []);
