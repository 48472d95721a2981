import { AssignRole } from "@/components/invitations/assign-dialog";
import { ActionForm } from "@/components/ui/action-form";
import { Icon } from "@/components/ui/icon";
import { type Clock, calendarDay, isOverdue, shortDay } from "@/components/ui/moment";
import { Submit } from "@/components/ui/submit";
import { tintClass } from "@/components/ui/tint";
import type { Common } from "@/components/workspace/common";
import { completeActionAction } from "@/lib/actions/actions";
import type { ActionView } from "@/lib/domain/views";

const verbs = { todo: "Complete", approval: "Approve", acknowledgement: "Acknowledge" } as const;
const pastVerbs = { todo: "Completed", approval: "Approved", acknowledgement: "Acknowledged" } as const;
const states = { done: "Done", next: "Next", later: "Later" } as const;

function standing(action: ActionView, before: ActionView | undefined, clock: Clock): string {
  const { state, kind, completedAt, completedBy, holder, role, isMine } = action;
  if (state === "done")
    return [`${pastVerbs[kind]} by ${completedBy ?? "somebody"}`, completedAt && shortDay(completedAt, clock)]
      .filter(Boolean)
      .join(" · ");
  if (!holder) return `Waiting for ${role.name} to be assigned`;
  if (state === "later") return before ? `Starts after ${before.title}` : `Waiting for ${holder}`;
  return isMine ? "Your turn" : `Waiting for ${holder}`;
}

/** One action: what, whose turn, when due; with its button for the person whose turn it is. */
export function ActionRow({
  at,
  view,
  may,
  holdSeconds,
  clock,
  action,
  before,
}: Common & { action: ActionView; before?: ActionView }) {
  const role = view.roles.find(({ id }) => id === action.role.id);
  const isFirstOfRole =
    view.actions.find((other) => other.role.id === action.role.id && other.state !== "done")?.id ===
    action.id;
  const isLate = action.dueOn !== null && action.state !== "done" && isOverdue(action.dueOn, clock);
  return (
    <li
      id={action.state === "next" ? "next" : undefined}
      className="action"
      data-state={action.state}
      data-row
      tabIndex={-1}
    >
      <span className="action-mark" role="img" aria-label={states[action.state]}>
        {action.state === "done" && <Icon name="check" />}
      </span>
      <div className="action-words">
        <h2>
          <bdi>{action.title}</bdi>
        </h2>
        <p className="action-state">
          <span>{standing(action, before, clock)}</span>
          {action.dueOn && action.state !== "done" && (
            <span data-late={isLate || undefined}>
              {" · "}
              {isLate ? "overdue since" : "due"} {calendarDay(action.dueOn, clock)}
            </span>
          )}
        </p>
        {action.instructions && action.state === "next" && (
          <p className="action-instructions">{action.instructions}</p>
        )}
      </div>
      <span className={`chip action-role ${tintClass(action.role.id)}`}>{action.role.name}</span>
      {action.state === "next" && action.isMine && (
        <ActionForm action={completeActionAction.bind(null, at)} className="action-act">
          <input type="hidden" name="action" value={action.id} />
          <Submit variant="primary">{verbs[action.kind]}</Submit>
        </ActionForm>
      )}
      {isFirstOfRole && role && !role.holder && may.assign && (
        <span className="action-act">
          <AssignRole at={at} role={role} isAdmin={may.isAdmin} holdSeconds={holdSeconds} />
        </span>
      )}
    </li>
  );
}
