import type { PauseReason } from "@/db/queries/channel-pauses";
import type { Meter } from "./meter";

/** One message, ready to leave. `from` is a whole mailbox: name and address. Unused for SMS. */
export type Envelope = {
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
 * down for what it says. `later`: not taken, this message may be tried again. `away`: nobody was there
 * to take it, for certain. `unknown`: nobody can tell, so the same call must be repeated, or a person asked.
 * `busy`: an earlier call with this key still runs. `broken`: the key was used for something else, which
 * is a mistake of ours. `paused`: turned away unread, like everything else for a while.
 */
export type Outcome =
  | { kind: "accepted"; ids: string[]; state: "sent" | "delivered"; restSeconds: number }
  | { kind: "refused"; error: string }
  | { kind: "later"; error: string }
  | { kind: "away"; error: string }
  | { kind: "unknown"; error: string }
  | { kind: "busy"; error: string }
  | { kind: "broken"; error: string }
  | { kind: "paused"; reason: PauseReason; seconds: number; error: string };

/** A way out. `send` never throws for what the other side does. */
export type Channel = {
  name: string;
  handles: ReadonlyArray<"email" | "sms">;
  /** Messages that one call may carry, where that is fewer than a worker's batch. */
  most?: number;
  /**
   * For how long the other side knows a call again by its key. While it does, what is unknown is repeated by
   * machine; afterwards, and at 0 at once, it becomes "uncertain" and waits for a person.
   */
  certainHours: number;
  /** What the provider allows in a window of time, if it says so. */
  meter?: Meter;
  send: (batch: Batch, signal: AbortSignal) => Promise<Outcome>;
  /** Gives back what is held between calls. */
  close?: () => void;
};
