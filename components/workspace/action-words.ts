import { type Clock, shortDay } from "@/components/ui/moment";
import type { ActionView } from "@/lib/domain/views";

export const kindWords = { todo: "To-do", approval: "Approval", acknowledgement: "Acknowledgement" } as const;

const pastVerbs = { todo: "Completed", approval: "Approved", acknowledgement: "Acknowledged" } as const;

/** "Sign engagement letter and 2 more": what has to be done before an action starts. */
function earlierWords(action: ActionView, flow: ActionView[]): string | null {
  const stages = flow.flatMap(({ stage }) => (stage < action.stage ? [stage] : []));
  const before = flow.filter(({ stage }) => stage === Math.max(...stages));
  const [first, ...others] = before;
  return first
    ? [first.title, others.length > 0 && `${others.length} more`].filter(Boolean).join(" and ")
    : null;
}

/** What became of an action, or whom or what it waits for. */
export function standing(action: ActionView, flow: ActionView[], clock: Clock): string {
  const { state, kind, completedAt, completedBy, declinedAt, declinedBy, holder, role, isMine } = action;
  const by = (verb: string, who: string | null, at: Date | null) =>
    [`${verb} by ${who ?? "somebody"}`, at && shortDay(at, clock)].filter(Boolean).join(" · ");
  if (state === "done") return by(pastVerbs[kind], completedBy, completedAt);
  if (state === "declined") return by("Declined", declinedBy, declinedAt);
  if (!holder) return `Waiting for ${role.name} to be assigned`;
  const earlier = state === "later" ? earlierWords(action, flow) : null;
  if (earlier) return `Starts after ${earlier}`;
  return isMine ? "Your turn" : `Waiting for ${holder}`;
}
