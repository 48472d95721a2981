import "./timeline-row.css";
import { useTranslations } from "next-intl";
import { Faces } from "@/components/timeline/faces";
import { Badge } from "@/components/ui/badge";
import { type Clock, Moment } from "@/components/ui/moment";
import { Progress } from "@/components/ui/progress";
import type { TimelineItem } from "@/lib/domain/views";
import type { RoomWords } from "@/lib/words/room";

function turnWords({ next, completedAt }: TimelineItem, t: RoomWords<"timeline">): string {
  if (!next) return t(completedAt ? "row.allDone" : "row.noActions");
  if (next.isDeclined) return t("row.declined");
  if (next.isMine) return t("row.yourTurn");
  return next.holder ? t("row.waitingFor", { name: next.holder }) : t("row.unassigned", { role: next.role });
}

/** One workspace of the timeline: the whole row is its link. */
export function TimelineRow({ org, item, clock }: { org: string; item: TimelineItem; clock: Clock }) {
  const t = useTranslations("timeline");
  const counted = t("row.actions", { done: item.done, total: item.total });
  return (
    <li>
      <a
        href={`/${org}/w/${item.id}`}
        data-row
        data-new={item.isNew ? item.name : undefined}
        className="timeline-row"
      >
        <span className="timeline-dot" data-unread={item.isUnread || item.isNew || undefined}>
          {item.isUnread && <span className="sr-only">{t("row.unread")}</span>}
        </span>
        <span className="timeline-name">
          <span className="flex min-w-0 items-center gap-2">
            <bdi className="truncate font-medium">{item.name}</bdi>
            {item.isNew && <Badge tone="accent">{t("row.new")}</Badge>}
          </span>
          <span className="timeline-counts">
            {item.total > 0 && <Progress done={item.done} total={item.total} label={counted} />}
            <span>{counted}</span>
            {item.notJoined > 0 && (
              <Badge tone="warning" hasRing>
                {t("row.notJoined", { count: item.notJoined })}
              </Badge>
            )}
          </span>
        </span>
        <span className="timeline-next">
          <span className="truncate">
            {item.next?.title ?? t(item.completedAt ? "row.completed" : "row.nothingToDo")}
          </span>
          <span
            className={`truncate text-12 ${item.next?.isMine ? "font-medium text-accent-text" : "text-fg-3"}`}
          >
            {turnWords(item, t)}
          </span>
        </span>
        <Faces faces={item.faces} count={item.memberCount} />
        <span className="timeline-time">
          <Moment at={item.activeAt} clock={clock} isUnderDay />
        </span>
      </a>
    </li>
  );
}
