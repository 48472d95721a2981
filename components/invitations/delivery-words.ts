import { type Clock, shortDay, untilWords } from "@/components/ui/moment";
import type { InvitationSummary } from "@/lib/domain/views";
import { waitWords } from "@/lib/domain/words";

/** What the "Not Joined" popover says and offers about one invitation. */
export type InvitationWords = {
  invitedOn: string;
  invitedBy: string;
  sentTo: string;
  delivery: string;
  expiry: string;
  /** Something to mend: it came back, was blocked, or ran out. */
  isTrouble: boolean;
  /** Why "Resend Invitation" would be refused right now. */
  wait: string | null;
  resendLabel: "Resend Invitation" | "Send Invitation" | null;
  /** Its link works, so that a corrected address is sent to at once. */
  isOpen: boolean;
  mayCopy: boolean;
  mayCancel: boolean;
};

/** An address that cannot be written to has to be changed first. */
const DEAD: InvitationSummary["delivery"][] = ["bounced", "complained", "suppressed"];

const suppressionWords: Record<string, string> = {
  bounced: "Blocked: earlier mail to this address came back",
  complained: "Blocked: the recipient marked earlier mail as spam",
  opted_out: "Blocked: the recipient asked not to be invited again",
};

type Told = Pick<InvitationSummary, "channel" | "delivery" | "deliveryError">;

/**
 * The delivery of an invitation's latest message in plain words. Whether its link was looked at nobody
 * can know, for opening it changes nothing; whether it was used, everybody can.
 */
export const deliveryWords = (invitation: InvitationSummary): string =>
  deliveryText(invitation, /pending|expired/.test(invitation.status) ? "link not used" : undefined);

/** What became of a message in plain words, with what is known of its link. */
export function deliveryText({ channel, delivery, deliveryError }: Told, link?: string): string {
  const also = link ? ` · ${link}` : "";
  const words: Record<InvitationSummary["delivery"], string> = {
    held: "Held: waiting until it can no longer be undone",
    queued: "Queued: waiting to be sent",
    sent: `Sent${also}`,
    delayed: `Delayed: still on its way${also}`,
    delivered: `Delivered${also}`,
    bounced: `Bounced: ${deliveryError ?? "the mailbox does not exist"}`,
    complained: "Marked as spam by the recipient",
    failed: `Failed: ${deliveryError ?? `the ${channel === "sms" ? "text message" : "email"} could not be sent`}`,
    suppressed: suppressionWords[deliveryError ?? ""] ?? "Blocked: this address must not be written to",
    cancelled: "Not sent: it was taken back",
    uncertain: `Probably sent, not confirmed${also}`,
  };
  return words[delivery];
}

function expiryWords({ status, isExpired, expiresAt }: InvitationSummary, clock: Clock): string {
  if (status === "declined") return "Declined. To ask again, use Invite Members.";
  if (status === "revoked") return "Cancelled. To ask again, use Invite Members.";
  return isExpired
    ? `Link expired ${shortDay(expiresAt, clock)}`
    : `Link expires ${untilWords(expiresAt, clock)}`;
}

function timesSent({ channel, address, sendsHere, status }: InvitationSummary): string {
  const medium = channel === "sms" ? "Text message" : "Email";
  const by = /declined|revoked/.test(status) ? `${medium} went` : medium;
  return sendsHere > 1 ? `${by} to ${address} · sent ${sendsHere} times` : `${by} to ${address}`;
}

/** Its latest message went to an address that was corrected since. */
const wentElsewhere = ({ status, sends, sendsHere, delivery }: InvitationSummary) =>
  /pending|expired/.test(status) && sends > 0 && sendsHere === 0 && delivery !== "cancelled";

/** Everything the popover says, in the words of the organization's time zone. */
export function invitationWords(invitation: InvitationSummary, clock: Clock): InvitationWords {
  const { status, delivery, isExpired, resendAt, sends } = invitation;
  const isOpen = status === "pending" || status === "expired";
  const isElsewhere = wentElsewhere(invitation);
  const isDead = !isElsewhere && DEAD.includes(delivery);
  const wait = resendAt ? (resendAt.getTime() - clock.now.getTime()) / 1000 : 0;
  return {
    invitedOn: shortDay(invitation.invitedAt, clock),
    invitedBy: invitation.invitedBy,
    sentTo: timesSent(invitation),
    delivery: isElsewhere ? "Not sent to this address yet" : deliveryWords(invitation),
    expiry: expiryWords(invitation, clock),
    isTrouble: isOpen && (isDead || isExpired || (delivery === "failed" && !isElsewhere)),
    wait: isOpen && !isDead && wait > 0 ? waitWords(wait) : null,
    resendLabel: !isOpen || isDead ? null : sends > 0 ? "Resend Invitation" : "Send Invitation",
    isOpen: status === "pending" && !isExpired,
    mayCopy: status === "pending" && !isExpired,
    mayCancel: invitation.mayCancel && status === "pending",
  };
}
