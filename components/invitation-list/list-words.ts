import { type Clock, shortDay, untilWords } from "@/components/ui/moment";
import type { ManyAnswer } from "@/lib/actions/outcomes";
import { isDead, isLost } from "@/lib/domain/delivery-words";
import type { ListedInvitation } from "@/lib/domain/invitation-views";
import type { RoomWords } from "@/lib/words/room";

type Words = RoomWords<"invitations">;

const filters = {
  state: ["pending", "accepted", "declined", "cancelled", "expired"],
  delivery: ["waiting", "sent", "delivered", "problem"],
  age: ["today", "7-days", "30-days", "older"],
} as const;

/** What the list can be narrowed to by state, by delivery and by age. */
export const filterOptions = (t: Words) => ({
  state: filters.state.map((id) => ({ id, name: t(`state.${id}`) })),
  delivery: filters.delivery.map((id) => ({ id, name: t(`delivery.${id}`) })),
  age: filters.age.map((id) => ({ id, name: t(`age.${id}`) })),
});

export type ManyAct = "resend" | "cancel" | "stop" | "resume";

/** "2 sent, 1 skipped." */
export const doneWords = (
  act: ManyAct,
  { done, notDone }: Pick<ManyAnswer, "done" | "notDone">,
  t: Words,
): string => t(`many.done.${act}`, { done, skipped: notDone.count });

const isOpen = ({ state }: ListedInvitation) => state === "pending" || state === "expired";

/** Something that somebody has to mend before the person can join. */
export const isTrouble = (row: ListedInvitation): boolean => isOpen(row) && isLost(row.delivery);

/** Only another address helps, and the viewer may give one. */
export const isChangeOffered = (row: ListedInvitation): boolean =>
  row.mayChange && isOpen(row) && isDead(row.delivery);

/** "sent 3 times · reminders stopped", and nothing for one that is reminded of. */
export function sendsWords({ sends, hasStoppedReminders }: ListedInvitation, t: Words): string | null {
  const many = sends > 1 ? t("row.sentTimes", { count: sends }) : null;
  const count = sends === 0 ? t("row.notSent") : many;
  return [count, hasStoppedReminders && t("row.stopped")].filter(Boolean).join(" · ") || null;
}

/** When the link stops working, for who may still use it; when it did, for who let it run out. */
export function expiryWords({ state, expiresAt }: ListedInvitation, clock: Clock, t: Words): string | null {
  if (state === "pending") return t("row.expires", { when: untilWords(expiresAt, clock) });
  return state === "expired" ? shortDay(expiresAt, clock) : null;
}
