import { ActivitySentence } from "@/components/workspace/activity-sentence";
import type { ActivityItem } from "@/lib/domain/views";

/** Right after merging: what became of the other contact, as the record tells it. */
export function MergedNote({ activity }: { activity: ActivityItem[] }) {
  const merged = activity.find(({ kind }) => kind === "contacts_merged");
  return (
    merged && (
      <p role="status" className="note">
        <ActivitySentence item={merged} />
      </p>
    )
  );
}
