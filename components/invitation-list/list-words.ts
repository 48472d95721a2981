import { type Clock, shortDay, untilWords } from "@/components/ui/moment";
import { deliveryText } from "@/lib/domain/delivery-words";
import type { InvitationAnswer } from "@/lib/domain/invitation-acts";
import type { DeliveryGroup, InvitationState, ListedInvitation } from "@/lib/domain/invitation-views";

export const stateWords: Record<InvitationState, string> = {
  pending: "Pending",
  accepted: "Accepted",
  declined: "Declined",
  cancelled: "Cancelled",
  expired: "Expired",
};

export const deliveryWords: Record<DeliveryGroup, string> = {
  waiting: "Waiting",
  sent: "Sent",
  delivered: "Delivered",
  problem: "Problem",
};

export const ageWords = {
  today: "Today",
  "7-days": "Last 7 days",
  "30-days": "Last 30 days",
  older: "Older than 30 days",
};

export type ManyAct = "resend" | "cancel";

export const actWords: Record<ManyAct, string> = {
  resend: "Resend Invitation",
  cancel: "Cancel Invitation",
};

export const manyInvitations = (count: number): string =>
  count === 1 ? "1 invitation" : `${count.toLocaleString("en")} invitations`;

/** The button that does it: the verb and the number. */
export const buttonWords = (act: ManyAct, count: number): string =>
  `${act === "resend" ? "Resend" : "Cancel"} ${manyInvitations(count)}`;

/** "2 sent, 1 skipped." */
export function doneWords(act: ManyAct, { done, notDone }: InvitationAnswer): string {
  const verb = act === "resend" ? "sent" : "cancelled";
  const skipped = notDone.length > 0 ? `, ${notDone.length.toLocaleString("en")} skipped` : "";
  return `${done.toLocaleString("en")} ${verb}${skipped}.`;
}

/** The delivery of the latest message in plain words. */
export function deliveryOf({ channel, delivery, deliveryError }: ListedInvitation): string {
  return delivery ? deliveryText({ channel, delivery, deliveryError }) : "No message of its own";
}

const TROUBLE: ListedInvitation["delivery"][] = ["bounced", "complained", "failed", "suppressed"];

/** Something that somebody has to mend before the person can join. */
export const isTrouble = ({ state, delivery }: ListedInvitation): boolean =>
  (state === "pending" || state === "expired") && TROUBLE.includes(delivery);

/** "sent 3 times", and nothing for one. */
export const sendsWords = ({ sends }: ListedInvitation): string | null =>
  sends > 1 ? `sent ${sends} times` : sends === 0 ? "not sent" : null;

/** When the link stops working, for who may still use it; when it did, for who let it run out. */
export function expiryWords({ state, expiresAt }: ListedInvitation, clock: Clock): string | null {
  if (state === "pending") return `expires ${untilWords(expiresAt, clock)}`;
  return state === "expired" ? shortDay(expiresAt, clock) : null;
}
