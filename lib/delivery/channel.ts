import type { PauseReason } from "@/db/queries/channel-pauses";

/** One message, ready to leave. `from` is a whole mailbox: name and address. Unused for SMS. */
export type Envelope = {
  orgId: string;
  id: string;
  to: string;
  from: string;
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
};

/** What goes out in one call. The same key always carries the same messages in the same order. */
export type Batch = { key: string; messages: Envelope[] };

/**
 * What became of one call, for the whole batch. `accepted`: taken, one id a message. `refused`: turned
 * down for what it says. `unknown`: nobody can tell, so the same call must be repeated. `busy`: an
 * earlier call with this key still runs. `broken`: the key was used for something else, which is a
 * mistake of ours. `paused`: turned away unread, like everything else for a while.
 */
export type Outcome =
  | { kind: "accepted"; ids: string[]; state: "sent" | "delivered"; restSeconds: number }
  | { kind: "refused"; error: string }
  | { kind: "unknown"; error: string }
  | { kind: "busy"; error: string }
  | { kind: "broken"; error: string }
  | { kind: "paused"; reason: PauseReason; seconds: number; error: string };

/** A way out. `send` never throws for what the other side does. */
export type Channel = {
  name: string;
  handles: ReadonlyArray<"email" | "sms">;
  send: (batch: Batch, signal: AbortSignal) => Promise<Outcome>;
};
