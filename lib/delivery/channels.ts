import type { Env } from "@/lib/env";

/** Which way messages of each kind go; null: none is set up, they wait. */
export type ConfiguredChannels = { email: "resend" | "mailbox"; sms: "mailbox" | null };

/** The channels the environment asks for. With nothing configured the local mailbox takes everything. */
export const configuredChannels = (env: Env): ConfiguredChannels =>
  env.RESEND_API_KEY ? { email: "resend", sms: null } : { email: "mailbox", sms: "mailbox" };

/** Every way out that is set up, by name. */
export const configuredProviders = (env: Env): string[] => [
  ...new Set(Object.values(configuredChannels(env)).filter((name) => name !== null)),
];

/** Whether messages may be read at /mailbox: only while no real channel exists. */
export const isMailboxOpen = (env: Env): boolean => {
  const { email, sms } = configuredChannels(env);
  return email === "mailbox" && sms === "mailbox";
};
