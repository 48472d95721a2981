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

export type ManyAct = "resend" | "cancel" | "stop" | "resume";

export const actWords: Record<ManyAct, string> = {
  resend: "Resend Invitation",
  cancel: "Cancel Invitation",
  stop: "Stop reminders",
  resume: "Resume reminders",
};

export const manyInvitations = (count: number): string =>
  count === 1 ? "1 invitation" : `${count.toLocaleString("en")} invitations`;

/** The button that does it: the verb and the number. */
export const buttonWords = (act: ManyAct, count: number): string => `${verbs[act]} ${manyInvitations(count)}`;

const verbs: Record<ManyAct, string> = {
  resend: "Resend",
  cancel: "Cancel",
  stop: "Stop reminders of",
  resume: "Resume reminders of",
};

const participles: Record<ManyAct, string> = {
  resend: "sent",
  cancel: "cancelled",
  stop: "without reminders",
  resume: "with reminders again",
};

/** "2 sent, 1 skipped." */
export function doneWords(act: ManyAct, { done, notDone }: InvitationAnswer): string {
  const skipped = notDone.length > 0 ? `, ${notDone.length.toLocaleString("en")} skipped` : "";
  return `${done.toLocaleString("en")} ${participles[act]}${skipped}.`;
}

/** The delivery of the latest message in plain words. */
export function deliveryOf({ channel, delivery, deliveryError }: ListedInvitation): string {
  return delivery ? deliveryText({ channel, delivery, deliveryError }) : "No message of its own";
}

const TROUBLE: ListedInvitation["delivery"][] = ["bounced", "complained", "failed", "suppressed"];

/** Something that somebody has to mend before the person can join. */
export const isTrouble = ({ state, delivery }: ListedInvitation): boolean =>
  (state === "pending" || state === "expired") && TROUBLE.includes(delivery);

/** "sent 3 times · reminders stopped", and nothing for one that is reminded of. */
export function sendsWords({ sends, hasStoppedReminders }: ListedInvitation): string | null {
  const count = sends > 1 ? `sent ${sends} times` : sends === 0 ? "not sent" : null;
  return [count, hasStoppedReminders && "reminders stopped"].filter(Boolean).join(" · ") || null;
}

/** When the link stops working, for who may still use it; when it did, for who let it run out. */
export function expiryWords({ state, expiresAt }: ListedInvitation, clock: Clock): string | null {
  if (state === "pending") return `expires ${untilWords(expiresAt, clock)}`;
  return state === "expired" ? shortDay(expiresAt, clock) : null;
}
