import { type Clock, shortDay, untilWords } from "@/components/ui/moment";
import { deliveryText, isDead, isLost, isUnsettled } from "@/lib/domain/delivery-words";
import type { InvitationSummary } from "@/lib/domain/views";
import { waitWords } from "@/lib/domain/words";
import type { RoomWords } from "@/lib/words/room";
import { type Say, sayIn } from "@/lib/words/say";

type T = RoomWords<"invite">;

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
  resendLabel: string | null;
  /** Its link works: it can be copied and replaced, and a corrected address is sent to at once. */
  isOpen: boolean;
  /** Names its link while that works. */
  linkKey: string | null;
  mayCancel: boolean;
  /** What can be done about its reminders, if anything: stopping those to come, or having them again. */
  reminders: "stop" | "resume" | null;
};

/**
 * The delivery of an invitation's latest message in plain words. Whether its link was looked at nobody
 * can know, for opening it changes nothing; whether it was used, everybody can.
 */
const deliveryWords = (invitation: InvitationSummary, say: Say): string =>
  say(deliveryText(invitation, /pending|expired/.test(invitation.status) ? "link not used" : undefined));

function expiryWords({ status, isExpired, expiresAt }: InvitationSummary, clock: Clock, t: T): string {
  if (status === "declined" || status === "revoked") return t(`facts.${status}`);
  return isExpired
    ? t("facts.expired", { day: shortDay(expiresAt, clock) })
    : t("facts.expires", { when: untilWords(expiresAt, clock) });
}

function timesSent({ channel, address, sendsHere, status }: InvitationSummary, t: T): string {
  const sent = t(/declined|revoked/.test(status) ? `facts.${channel}Went` : `facts.${channel}`, { address });
  return sendsHere > 1 ? t("facts.times", { sent, count: sendsHere }) : sent;
}

const isAnswerable = ({ status }: InvitationSummary) => status === "pending" || status === "expired";

/** What is said of an invitation in its row. */
export type RowWords = {
  words: string;
  isLost: boolean;
  /** Only another address helps. */
  mustChange: boolean;
};

/** What its row says of an invitation whose message did not simply leave and arrive; null of every other. */
export function rowWords(invitation: InvitationSummary, say: Say): RowWords | null {
  const { delivery } = invitation;
  const isSaid = isLost(delivery) || isUnsettled(delivery);
  if (!isSaid || !isAnswerable(invitation)) return null;
  return { words: say(deliveryText(invitation)), isLost: isLost(delivery), mustChange: isDead(delivery) };
}

/** Who cannot be reached is not reminded, whoever may have stopped it. */
function remindersOf({ reminders, delivery }: InvitationSummary): InvitationWords["reminders"] {
  if (reminders === "stopped") return "resume";
  return reminders === "coming" && !isDead(delivery) ? "stop" : null;
}

/** Everything the popover says, by the organization's clock. For the server alone, which knows how the domain's sentences are said. */
export function invitationWords(invitation: InvitationSummary, clock: Clock, t: T): InvitationWords {
  const say = sayIn(clock.language);
  const { status, delivery, isExpired, resendAt, sends } = invitation;
  const isOpen = isAnswerable(invitation);
  const isUsable = status === "pending" && !isExpired;
  const mustChange = invitation.isBlocked;
  const wait = resendAt ? (resendAt.getTime() - clock.now.getTime()) / 1000 : 0;
  return {
    invitedOn: shortDay(invitation.invitedAt, clock),
    invitedBy: invitation.invitedBy,
    sentTo: timesSent(invitation, t),
    delivery: deliveryWords(invitation, say),
    expiry: expiryWords(invitation, clock, t),
    isTrouble: isOpen && (isExpired || isLost(delivery)),
    wait: isOpen && !mustChange && wait > 0 ? say(waitWords(wait)) : null,
    resendLabel: !isOpen || mustChange ? null : t(sends > 0 ? "box.resend" : "box.send"),
    isOpen: isUsable,
    linkKey: isUsable ? invitation.linkKey : null,
    mayCancel: invitation.mayCancel && status === "pending",
    reminders: remindersOf(invitation),
  };
}
