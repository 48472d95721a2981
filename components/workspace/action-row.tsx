import { useTranslations } from "next-intl";
import { AssignButton } from "@/components/invitations/assign-button";
import { Icon } from "@/components/ui/icon";
import { type Clock, calendarDay, isOverdue } from "@/components/ui/moment";
import { tintClass } from "@/components/ui/tint";
import { AskAgain, TurnActs } from "@/components/workspace/action-acts";
import { standing } from "@/components/workspace/action-words";
import type { Common } from "@/components/workspace/common";
import type { ActionView } from "@/lib/domain/views";

function Due({ dueOn, clock }: { dueOn: string; clock: Clock }) {
  const t = useTranslations("workspace.actions");
  const isLate = isOverdue(dueOn, clock);
  return (
    <span data-late={isLate || undefined}>
      {" · "}
      {t(isLate ? "overdue" : "due", { day: calendarDay(dueOn, clock) })}
    </span>
  );
}

/** One action: what, whose turn, when due; with its button for the person whose turn it is. `anchor` marks where one lands. */
export function ActionRow({
  at,
  view,
  may,
  holdSeconds,
  clock,
  action,
  anchor,
}: Common & { action: ActionView; anchor?: string }) {
  const t = useTranslations("workspace");
  const { state, dueOn, instructions, declineReason } = action;
  const role = view.roles.find(({ id }) => id === action.role.id);
  const isFirstOfRole =
    view.actions.find((other) => other.role.id === action.role.id && other.state !== "done")?.id ===
    action.id;
  return (
    <li id={anchor} className="action" data-state={state} data-row tabIndex={-1}>
      <span className="action-mark" role="img" aria-label={t(`actions.states.${state}`)}>
        {state === "done" && <Icon name="check" />}
        {state === "declined" && <Icon name="close" />}
      </span>
      <div className="action-words">
        <h2>
          <bdi>{action.title}</bdi>
        </h2>
        <p className="action-state">
          <span>{standing(action, view.actions, clock, t)}</span>
          {dueOn && state !== "done" && <Due dueOn={dueOn} clock={clock} />}
        </p>
        {instructions && state === "next" && <p className="action-instructions">{instructions}</p>}
        {declineReason && <p className="action-instructions">“{declineReason}”</p>}
      </div>
      <span className={`chip action-role ${tintClass(action.role.id)}`}>{action.role.name}</span>
      {state === "next" && action.isMine && !view.archived && <TurnActs at={at} action={action} />}
      {state === "declined" && may.reopen && <AskAgain at={at} action={action} />}
      {isFirstOfRole && role && !role.holder && may.assign && (
        <span className="action-act">
          <AssignButton
            at={at}
            role={role}
            isAdmin={may.isAdmin}
            holdSeconds={holdSeconds}
            label={t("assign")}
          />
        </span>
      )}
    </li>
  );
}
