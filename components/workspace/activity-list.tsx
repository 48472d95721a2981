import { useTranslations } from "next-intl";
import { type Clock, Moment } from "@/components/ui/moment";
import { ActivitySentence } from "@/components/workspace/activity-sentence";
import type { ActivityItem } from "@/lib/domain/views";

/** What happened in the workspace, newest first. */
export function ActivityList({ items, clock }: { items: ActivityItem[]; clock: Clock }) {
  const t = useTranslations("workspace.activity");
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="activity" className="activity">
      <h2 id="activity" className="group-heading">
        {t("title")}
      </h2>
      <ol>
        {items.map((item) => (
          <li key={item.id}>
            <ActivitySentence item={item} />
            <span className="activity-time">
              <Moment at={item.at} clock={clock} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
