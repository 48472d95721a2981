/**
 * What became of a message, as people are told. `none`: there is none, another one tells of it. `elsewhere`: it went to
 * an address that was corrected since. `held`: it can still be undone. `paused` and `waiting`: it is due, but sending was paused, or the service that would take it does not.
 * `suppressed`: its address must not be written to.
 */
export type Delivery =
  | "none"
  | "elsewhere"
  | "held"
  | "queued"
  | "paused"
  | "waiting"
  | "sending"
  | "sent"
  | "delayed"
  | "delivered"
  | "bounced"
  | "complained"
  | "failed"
  | "suppressed"
  | "cancelled"
  | "uncertain";

/** Why a number is not written to whose owner said so to the text message service. */
export const STOP_ANSWERED = "The owner of this number answered STOP.";

export type Told = {
  channel: "email" | "sms";
  delivery: Delivery;
  /** Why, in plain words; of what is suppressed or cancelled, its reason. */
  deliveryError: string | null;
};

/** Nothing may be sent there again: the address has to be changed first. */
export const isDead = (delivery: Delivery): boolean =>
  delivery === "bounced" || delivery === "complained" || delivery === "suppressed";

/** What reached nobody and somebody has to mend. */
export const LOST: readonly Delivery[] = ["bounced", "complained", "failed", "suppressed"];

export const isLost = (delivery: Delivery): boolean => LOST.includes(delivery);

/** Nobody can tell yet whether it arrives, and that has lasted for longer than sending takes. */
export const isUnsettled = (delivery: Delivery): boolean =>
  delivery === "delayed" || delivery === "waiting" || delivery === "paused" || delivery === "uncertain";

const blocked: Record<string, string> = {
  bounced: "Blocked: earlier messages to this address came back",
  complained: "Blocked by the recipient: marked as spam",
  opted_out: "Blocked by the recipient: asked not to be invited again",
};

/** Why nothing may be written to an address. */
export const blockedWords = (reason: string | null): string =>
  blocked[reason ?? ""] ?? "Blocked: this address must not be written to";

/** Why no machine sends a message again, where the provider said nothing. */
export const UNKNOWN = "Nobody can tell whether this was sent.";

/** Why a test of one channel has ended. */
export const TEST_UNTAKEN = "the channel did not take it within an hour";

/** Why a message waits that its mail server takes later only, as it says of strangers and of full mailboxes. */
export const askedToWait = (reason: string): string => `the recipient's mail server asks to wait (${reason})`;

const ASKED_TO_WAIT = askedToWait("").slice(0, -1);

/** How the reason ends of what was withdrawn after a try of which nobody can tell what became. */
export const TRIED = "tried";

/** How the reason begins of what was withdrawn because a later message about the same invitation goes instead. */
export const OVERTAKEN = "overtaken";

const AFTER_TRY = new RegExp(` ?${TRIED}$`);

const withTry = (words: string, reason: string | null): string =>
  AFTER_TRY.test(reason ?? "") ? `${words}; an earlier try may have arrived` : words;

/** What became of a message that was withdrawn, after a try or before any. */
function withdrawnWords(reason: string): string {
  const isOvertaken = reason.startsWith(OVERTAKEN);
  if (AFTER_TRY.test(reason))
    return withTry(isOvertaken ? "Replaced by a later message" : "Taken back", reason);
  return isOvertaken ? "Not sent: a later message took its place" : "Not sent: it was taken back";
}

/** Why a message was delayed or did not arrive, and how often that was so at its address. */
export const repeatedWords = (reason: string, times: number): string =>
  times > 1 ? `${reason}; ${times} times so far` : reason;

/** The one word of a state, as the outbox lists it. */
export const stateWords: Record<Delivery, string> = {
  none: "No message",
  elsewhere: "Not sent",
  held: "Held",
  queued: "Waiting",
  paused: "Waiting",
  waiting: "Waiting",
  sending: "Sending",
  sent: "Sent",
  delayed: "Delayed",
  delivered: "Delivered",
  bounced: "Bounced",
  complained: "Complained",
  failed: "Failed",
  suppressed: "Blocked",
  cancelled: "Cancelled",
  uncertain: "Not confirmed",
};

const WAITING: Record<Told["channel"], string> = {
  email: "Waiting for the mail service",
  sms: "Waiting for the text message service",
};
const SENT: Record<Told["channel"], string> = { email: "Email sent", sms: "Text message sent" };
const DELIVERED: Record<Told["channel"], string> = {
  email: "Email delivered",
  sms: "Text message delivered",
};
const NOT_TAKEN: Record<Told["channel"], string> = {
  email: "the mail service did not take it",
  sms: "the text message service did not take it",
};

/** What a message waits for: the recipient's mail server, or the service that would take it. */
function waitingWords({ channel, deliveryError: reason }: Told): string {
  return reason?.startsWith(ASKED_TO_WAIT)
    ? `Waiting: ${reason}; it is tried again by itself`
    : WAITING[channel];
}

/** What became of a message in plain words, with what is known of its link. */
export function deliveryText(told: Told, link?: string): string {
  const { channel, delivery, deliveryError } = told;
  const withLink = (words: string) => (link ? `${words} · ${link}` : words);
  switch (delivery) {
    case "none":
      return "No message of its own";
    case "elsewhere":
      return "Not sent to this address yet";
    case "held":
      return "Held: it can still be undone";
    case "queued":
      return "Waiting to be sent";
    case "paused":
      return "Waiting: sending is paused";
    case "waiting":
      return waitingWords(told);
    case "sending":
      return "Being sent";
    case "sent":
      return withLink(SENT[channel]);
    case "delayed":
      return `Delayed: ${deliveryError ?? "the other side asks to try again later"}`;
    case "delivered":
      return withLink(DELIVERED[channel]);
    case "bounced":
      return `Bounced: ${deliveryError ?? "earlier mail to this address came back"}`;
    case "complained":
      return "Blocked by the recipient: marked as spam";
    case "failed":
      return `Failed: ${deliveryError ?? NOT_TAKEN[channel]}`;
    case "suppressed":
      return withTry(blockedWords(deliveryError?.replace(AFTER_TRY, "") ?? null), deliveryError);
    case "cancelled":
      return withdrawnWords(deliveryError ?? "");
    case "uncertain":
      return withLink("Not confirmed: nobody can tell whether it was sent");
  }
}

const kinds: Record<string, string> = {
  invitation: "Invitation",
  invitation_reminder: "Reminder of an invitation",
  invitations_expiring: "Invitations expire soon",
  person_joined: "Somebody joined",
  people_joined: "People joined",
  address_code: "Code to add an address",
  workspace_added: "Added to a workspace",
  link_requested: "A new link was asked for",
  invitation_declined: "An invitation was declined",
  other_account_asked: "Another account was asked for",
  internal_requested: "An internal user was asked for",
  request_received: "Somebody asked to join",
  request_approved: "A request to join was approved",
  request_declined: "A request to join was declined",
  action_ready: "Their turn in a workspace",
  action_declined: "An approval was declined",
  test_message: "Test message",
};

/** What a message is about. */
export const messageName = (kind: string): string => kinds[kind] ?? "Message";
