import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupScreen } from "@/components/groups/group-screen";
import { answering } from "@/components/shell/answering";
import { LiveMark } from "@/components/shell/live-mark";
import { one, type Query, withQuery } from "@/components/ui/query";
import { Words } from "@/components/ui/words";
import { contextFor, onPage } from "@/lib/context";
import { getGroup } from "@/lib/domain/group-page";
import { versionOf, watchGroup } from "@/lib/domain/live";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("groups");
  return { title: t("group") };
}

type Props = { params: Promise<{ org: string; group: string }>; searchParams: Promise<Query> };

export default answering(async function GroupPage({ params, searchParams }: Props) {
  const { org, group } = await params;
  const query = await searchParams;
  const seen = { find: one(query, "find"), after: one(query, "after"), do: one(query, "do") };
  const place = `/${org}/contacts/groups/${group}`;
  const path = withQuery(place, seen);
  const ctx = await onPage(contextFor(org), path);
  const version = await versionOf(ctx, await onPage(watchGroup(ctx, { group }), path));
  const view = await onPage(getGroup(ctx, { group, ...seen }), path);
  const commands = Array.from({ length: view.found.length + 1 }, () => randomUUID());
  return (
    <Words of={["groups", "invite"]}>
      <LiveMark stream={`${place}/live`} version={version} />
      <GroupScreen org={org} group={view} seen={seen} commands={commands} />
    </Words>
  );
});
