import "./timeline-row.css";
import { Faces } from "@/components/timeline/faces";
import { Badge } from "@/components/ui/badge";
import { type Clock, Moment } from "@/components/ui/moment";
import { Progress } from "@/components/ui/progress";
import type { TimelineItem } from "@/lib/domain/views";

function turnWords({ next, completedAt }: TimelineItem): string {
  if (!next) return completedAt ? "All actions are done" : "No actions";
  if (next.isDeclined) return "Declined";
  if (next.isMine) return "Your turn";
  return next.holder ? `Waiting for ${next.holder}` : `Waiting for ${next.role} to be assigned`;
}

/** One workspace of the timeline: the whole row is its link. */
export function TimelineRow({ org, item, clock }: { org: string; item: TimelineItem; clock: Clock }) {
  const counted = `${item.done} of ${item.total} actions`;
  return (
    <li>
      <a
        href={`/${org}/w/${item.id}`}
        data-row
        data-new={item.isNew ? item.name : undefined}
        className="timeline-row"
      >
        <span className="timeline-dot" data-unread={item.isUnread || item.isNew || undefined}>
          {item.isUnread && <span className="sr-only">Unread</span>}
        </span>
        <span className="timeline-name">
          <span className="flex min-w-0 items-center gap-2">
            <bdi className="truncate font-medium">{item.name}</bdi>
            {item.isNew && <Badge tone="accent">New</Badge>}
          </span>
          <span className="timeline-counts">
            {item.total > 0 && <Progress done={item.done} total={item.total} label={counted} />}
            <span>{counted}</span>
            {item.notJoined > 0 && (
              <Badge tone="warning" hasRing>
                {item.notJoined} Not Joined
              </Badge>
            )}
          </span>
        </span>
        <span className="timeline-next">
          <span className="truncate">
            {item.next?.title ?? (item.completedAt ? "Completed" : "Nothing to do yet")}
          </span>
          <span
            className={`truncate text-12 ${item.next?.isMine ? "font-medium text-accent-text" : "text-fg-3"}`}
          >
            {turnWords(item)}
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
