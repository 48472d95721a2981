import { type Clock, shortDay, untilWords } from "@/components/ui/moment";
import { deliveryText, isDead } from "@/lib/domain/delivery-words";
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
  mayCopy: boolean;
  mayCancel: boolean;
};

/**
 * The delivery of an invitation's latest message in plain words. Whether its link was looked at nobody
 * can know, for opening it changes nothing; whether it was used, everybody can.
 */
const deliveryWords = (invitation: InvitationSummary): string =>
  deliveryText(invitation, /pending|expired/.test(invitation.status) ? "link not used" : undefined);

function expiryWords({ status, isExpired, expiresAt }: InvitationSummary, clock: Clock): string {
  if (status === "declined") return "Declined. To ask again, use Invite Members.";
  if (status === "revoked") return "Cancelled. To ask again, use Invite Members.";
  return isExpired
    ? `Link expired ${shortDay(expiresAt, clock)}`
    : `Link expires ${untilWords(expiresAt, clock)}`;
}

function timesSent({ channel, address, sendsHere }: InvitationSummary): string {
  const by = channel === "sms" ? "Text message" : "Email";
  return sendsHere > 1 ? `${by} to ${address} · sent ${sendsHere} times` : `${by} to ${address}`;
}

/** Everything the popover says, in the words of the organization's time zone. */
export function invitationWords(invitation: InvitationSummary, clock: Clock): InvitationWords {
  const { status, delivery, isExpired, resendAt, sends } = invitation;
  const isOpen = status === "pending" || status === "expired";
  const mustChange = isDead(delivery);
  const wait = resendAt ? (resendAt.getTime() - clock.now.getTime()) / 1000 : 0;
  return {
    invitedOn: shortDay(invitation.invitedAt, clock),
    invitedBy: invitation.invitedBy,
    sentTo: timesSent(invitation),
    delivery: deliveryWords(invitation),
    expiry: expiryWords(invitation, clock),
    isTrouble: isOpen && (mustChange || isExpired || delivery === "failed"),
    wait: isOpen && !mustChange && wait > 0 ? waitWords(wait) : null,
    resendLabel: !isOpen || mustChange ? null : sends > 0 ? "Resend Invitation" : "Send Invitation",
    mayCopy: status === "pending" && !isExpired,
    mayCancel: invitation.mayCancel && status === "pending",
  };
}
