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
  /** Its link works, so that a corrected address is sent to at once. */
  isOpen: boolean;
  mayCopy: boolean;
  mayCancel: boolean;
  /** What can be done about its reminders, if anything: stopping those to come, or having them again. */
  reminders: "stop" | "resume" | null;
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

function timesSent({ channel, address, sendsHere, status }: InvitationSummary): string {
  const medium = channel === "sms" ? "Text message" : "Email";
  const by = /declined|revoked/.test(status) ? `${medium} went` : medium;
  return sendsHere > 1 ? `${by} to ${address} · sent ${sendsHere} times` : `${by} to ${address}`;
}

/** Its latest message went to an address that was corrected since. */
const wentElsewhere = ({ status, sends, sendsHere, delivery }: InvitationSummary) =>
  /pending|expired/.test(status) && sends > 0 && sendsHere === 0 && delivery !== "cancelled";

/** Who cannot be reached is not reminded, whoever may have stopped it. */
function remindersOf({ reminders, delivery }: InvitationSummary): InvitationWords["reminders"] {
  if (reminders === "stopped") return "resume";
  return reminders === "coming" && !isDead(delivery) ? "stop" : null;
}

/** Everything the popover says, in the words of the organization's time zone. */
export function invitationWords(invitation: InvitationSummary, clock: Clock): InvitationWords {
  const { status, delivery, isExpired, resendAt, sends } = invitation;
  const isOpen = status === "pending" || status === "expired";
  const isElsewhere = wentElsewhere(invitation);
  const mustChange = !isElsewhere && isDead(delivery);
  const wait = resendAt ? (resendAt.getTime() - clock.now.getTime()) / 1000 : 0;
  return {
    invitedOn: shortDay(invitation.invitedAt, clock),
    invitedBy: invitation.invitedBy,
    sentTo: timesSent(invitation),
    delivery: isElsewhere ? "Not sent to this address yet" : deliveryWords(invitation),
    expiry: expiryWords(invitation, clock),
    isTrouble: isOpen && (mustChange || isExpired || (delivery === "failed" && !isElsewhere)),
    wait: isOpen && !mustChange && wait > 0 ? waitWords(wait) : null,
    resendLabel: !isOpen || mustChange ? null : sends > 0 ? "Resend Invitation" : "Send Invitation",
    isOpen: status === "pending" && !isExpired,
    mayCopy: status === "pending" && !isExpired,
    mayCancel: invitation.mayCancel && status === "pending",
    reminders: remindersOf(invitation),
  };
}
