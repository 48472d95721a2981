import { CERTAIN_HOURS } from "@/db/queries/outbox";
import type { Channel } from "./channel";

/** Delivers by keeping: a message marked as delivered is readable at /mailbox. */
export const mailboxChannel: Channel = {
  name: "mailbox",
  handles: ["email", "sms"],
  batchSize: 100,
  certainHours: CERTAIN_HOURS,
  send: async ({ messages }) => ({
    kind: "accepted",
    ids: messages.map(({ id }) => id),
    state: "delivered",
    restSeconds: 0,
  }),
};
