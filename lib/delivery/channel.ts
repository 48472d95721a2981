import type { PauseReason } from "@/db/queries/channel-pauses";
import type { Allowance, Meter } from "./meter";

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
  /** Further header fields by name. */
  headers: Record<string, string>;
};

/**
 * What goes out in one call. The same key always carries the same messages in the same order. `attempt` counts the
 * calls with it, this one included; `triedAgo`: seconds since the first of them.
 */
export type Batch = { key: string; messages: Envelope[]; attempt: number; triedAgo: number };

/**
 * What became of one call, for the whole batch. `accepted`: taken, one id a message. `refused`: turned
 * down for what it says. `suppressed`: the owner of the address wants nothing from us. `bounced`: there is nobody at the
 * address, or nothing that takes messages, for good. `later`: not taken, this
 * message may be tried again. `unknown`: nobody can tell, so the same call must be repeated, or a person asked.
 * `uncertain`: nobody can tell and no machine may try again. `busy`: an earlier call with this key still runs.
 * `broken`: the key was used for something else, which is a mistake of ours. `paused`: turned away unread, like
 * everything else for a while. `away`: nobody was there, and nothing was handed over for certain. `untried`: as if
 * there had been no call. Both may be repeated after `seconds`. What is `away`, or `unknown` without an answer, counts
 * towards an outage. `allowance`: how many calls the other side allows, where it says so.
 */
export type Outcome = { allowance?: Allowance | null } & (
  | { kind: "accepted"; ids: string[]; state: "sent" | "delivered"; restSeconds: number }
  | { kind: "refused"; error: string }
  | { kind: "suppressed"; error: string }
  | { kind: "bounced"; error: string }
  | { kind: "later"; error: string }
  | { kind: "away"; seconds: number; error: string }
  | { kind: "unknown"; isAnswered?: true; error: string }
  | { kind: "busy"; error: string }
  | { kind: "broken"; error: string }
  | { kind: "paused"; reason: PauseReason; seconds: number; error: string }
  | { kind: "untried"; seconds: number; error: string }
  | { kind: "uncertain"; error: string }
);

/** A way out. `send` never throws for what the other side does. */
export type Channel = {
  name: string;
  handles: ReadonlyArray<"email" | "sms">;
  /** How many messages one call may carry. */
  batchSize: number;
  /**
   * For how long the other side knows a call again by its key. While it does, what is unknown is repeated by
   * machine; afterwards, and at 0 at once, it becomes "uncertain" and waits for a person.
   */
  certainHours: number;
  /** For a provider that may allow so many calls in a window of time. */
  meter?: Meter;
  send: (batch: Batch, signal: AbortSignal) => Promise<Outcome>;
  /**
   * Whether it answers, and knows who asks, found out without a message; null when it does. Whether it would take a
   * message, only a message can tell.
   */
  check?: (signal: AbortSignal) => Promise<Outcome | null>;
  /** Gives back what is held between calls. */
  close?: () => void;
};
