import type { Added } from "@/lib/domain/added";
import type { RoomWords } from "@/lib/words/room";
import type { Say } from "@/lib/words/say";

type Words = RoomWords<"wizard">;

const place = ({ workspace }: Added, organization: string) => workspace?.name ?? organization;

/** What was added, its reasons said to the reader. */
export const addedIn = (added: Added, say: Say): Added => ({
  ...added,
  open: added.open.map((one) => ({ ...one, reason: one.reason && say(one.reason) })),
  unsent: added.unsent.map((one) => ({ ...one, reason: one.reason && say(one.reason) })),
});

/** "Kim Lee added and invited to Acme onboarding.": what became of one person. */
export function personWords(added: Added, organization: string, t: Words): string {
  const { name, how, isKnown, isMember, sent, unsent } = added;
  const where = { name, place: place(added, organization) };
  if (how === "quiet") return isKnown ? t("person.quietKnown", { name }) : t("person.quiet", { name });
  if (isMember) return t("person.member", where);
  if (sent > 0) return isKnown ? t("person.invitedKnown", where) : t("person.invited", where);
  const reason = unsent[0]?.reason;
  if (!reason) return isKnown ? t("person.unsentKnown", { name }) : t("person.unsent", { name });
  const why = { name, reason: reason.replace(/\.$/, "") };
  return isKnown ? t("person.unsentKnownWhy", why) : t("person.unsentWhy", why);
}

/** "12 added · 2 need fixing": what became of the people of a group. */
export function groupWords(added: Added, organization: string, t: Words): string {
  const { how, sent, open } = added;
  const parts = [
    t("group.added", { count: added.added }),
    how === "quiet"
      ? t("group.quiet")
      : t("group.invited", { count: sent, place: place(added, organization) }),
    open.length > 0 && t("group.open", { count: open.length }),
  ];
  return parts.filter(Boolean).join(" · ");
}
