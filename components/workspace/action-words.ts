import { type Clock, shortDay } from "@/components/ui/moment";
import type { ActionView } from "@/lib/domain/views";
import type { RoomWords } from "@/lib/words/room";

/** "Starts after Sign engagement letter and 2 more": what has to be done before an action starts. */
function earlierWords(action: ActionView, flow: ActionView[], t: RoomWords<"workspace">): string | null {
  const stages = flow.flatMap(({ stage }) => (stage < action.stage ? [stage] : []));
  const before = flow.filter(({ stage }) => stage === Math.max(...stages));
  const [first, ...others] = before;
  if (!first) return null;
  return t(others.length > 0 ? "actions.startsAfterMany" : "actions.startsAfter", {
    title: first.title,
    count: others.length,
  });
}

/** What became of an action, or whom or what it waits for. */
export function standing(
  action: ActionView,
  flow: ActionView[],
  clock: Clock,
  t: RoomWords<"workspace">,
): string {
  const { state, kind, completedAt, completedBy, declinedAt, declinedBy, holder, role, isMine } = action;
  const by = (act: typeof kind | "declined", who: string | null, at: Date | null) =>
    [t(`actions.by.${act}`, { who: who ?? t("actions.somebody") }), at && shortDay(at, clock)]
      .filter(Boolean)
      .join(" · ");
  if (state === "done") return by(kind, completedBy, completedAt);
  if (state === "declined") return by("declined", declinedBy, declinedAt);
  if (!holder) return t("actions.waitingForRole", { role: role.name });
  const earlier = state === "later" ? earlierWords(action, flow, t) : null;
  return earlier ?? (isMine ? t("actions.yourTurn") : t("actions.waiting", { who: holder }));
}
