import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { type Clock, calendarDay, isOverdue, shortDay } from "@/components/ui/moment";
import { Progress } from "@/components/ui/progress";
import type { WorkspaceView } from "@/lib/domain/views";

/** Name, progress and due date; once the last action is done, that it is completed and when. */
export function WorkspaceTitle({ view, clock }: { view: WorkspaceView; clock: Clock }) {
  const { done, dueOn, completedAt } = view;
  const total = view.actions.length;
  const t = useTranslations("workspace");
  const counted = t("counted", { done, total });
  return (
    <header className="flow-title">
      <h1>
        <bdi>{view.name}</bdi>
      </h1>
      {total > 0 && <Progress done={done} total={total} label={counted} />}
      <p className="flow-facts">
        {completedAt ? (
          <span className="flow-completed">
            <Icon name="circle-check" />
            {t("completed", { day: shortDay(completedAt, clock) })}
          </span>
        ) : (
          total > 0 && <span>{counted}</span>
        )}
        {dueOn && !completedAt && (
          <span data-late={isOverdue(dueOn, clock) || undefined}>
            {t(isOverdue(dueOn, clock) ? "overdue" : "due", { day: calendarDay(dueOn, clock) })}
          </span>
        )}
      </p>
    </header>
  );
}
