import type { RoleOutcome, Started } from "@/lib/domain/template-views";
import type { RoomWords } from "@/lib/words/room";

type Words = RoomWords<"templates">;
type Group = NonNullable<RoleOutcome["people"]>;

/** What became of one role: "Kim Lee, invited.", or why it is unassigned. */
export function roleWords(role: RoleOutcome, t: Words): string {
  const { asked, holder, status, reason, people: group, askFor, request } = role;
  if (!holder) {
    if (request?.answeredBy)
      return t("started.answered", { by: request.answeredBy, address: askFor ?? asked });
    if (request) return t("started.requested", { address: askFor ?? asked });
    if (!asked) return t("started.nobody");
    const why = reason ?? t("started.couldNot");
    return t("started.why", { asked, why: /[.!]$/.test(why) ? why : `${why}.` });
  }
  if (group)
    return [
      t("started.group", { holder, count: group.count, sent: group.sent }),
      ...unsentWords(group, t),
    ].join(" ");
  return status === "invited" ? t("started.invited", { holder }) : t("started.added", { holder });
}

/** "1 could not be sent to: …": of a group, and why. */
function unsentWords({ unsent }: Group, t: Words): string[] {
  if (!unsent?.count) return [];
  const reasons = unsent.reasons.join("; ").replace(/\.$/, "");
  return [t("started.unsent", { count: unsent.count, reasons })];
}

/** What became of the whole act. */
export function startedWords({ workspace, roles, sent }: Started, t: Words): string {
  const open = roles.filter(({ holder }) => !holder).length;
  const told = sent > 0 ? t("started.told", { count: sent }) : t("started.noneTold");
  const said = [t("started.made", { name: workspace.name }), told];
  return (open === 0 ? said : [...said, t("started.left", { count: open })]).join(" ");
}
