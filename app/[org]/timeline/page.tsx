import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { LiveMark } from "@/components/shell/live-mark";
import { TimelineScreen } from "@/components/timeline/timeline-screen";
import { one, type Query, withQuery } from "@/components/ui/query";
import { contextFor, onPage, userContext } from "@/lib/context";
import { versionOf, watchTimeline } from "@/lib/domain/live";
import { listOwnInvitations } from "@/lib/domain/own";
import { can } from "@/lib/domain/permissions";
import { listTimeline, listTimelineGroups } from "@/lib/domain/timeline";
import { clockOf } from "@/lib/words/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("timeline");
  return { title: t("title") };
}

const filters = ["all", "mine", "waiting", "not-joined", "archived"] as const;

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

export default answering(async function TimelinePage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const filter = filters.find((known) => known === one(query, "filter")) ?? "all";
  const seen = { find: one(query, "find"), filter, group: one(query, "group"), after: one(query, "after") };
  const ctx = await onPage(
    contextFor(org),
    withQuery(`/${org}/timeline`, { ...seen, filter: one(query, "filter") }),
  );
  const version = await versionOf(ctx, watchTimeline(ctx));
  const isStart = !seen.find && !seen.group && !seen.after && seen.filter === "all";
  const [{ items, next }, groups, offers] = await Promise.all([
    listTimeline(ctx, seen),
    listTimelineGroups(ctx),
    isStart ? listOwnInvitations(await userContext()) : [],
  ]);
  return (
    <>
      <LiveMark stream={`/${org}/timeline/live`} version={version} />
      <TimelineScreen
        org={org}
        items={items}
        offers={offers.filter(({ orgId, workspaceName }) => orgId === ctx.org.id && workspaceName !== null)}
        groups={groups}
        next={next}
        seen={seen}
        mayCreate={can("workspace:create", ctx.actor)}
        clock={clockOf(ctx)}
      />
    </>
  );
});
