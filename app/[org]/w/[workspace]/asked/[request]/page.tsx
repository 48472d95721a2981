import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskedScreen } from "@/components/members/asked-screen";
import { answering } from "@/components/shell/answering";
import { LiveMark } from "@/components/shell/live-mark";
import { contextFor, onPage } from "@/lib/context";
import { getInternalRequest } from "@/lib/domain/internal-requests";
import { versionOf, watchInternalRequest } from "@/lib/domain/live";
import { clockOf } from "@/lib/words/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("asked.title") };
}

type Props = { params: Promise<{ org: string; workspace: string; request: string }> };

export default answering(async function AskedPage({ params }: Props) {
  const { org, ...at } = await params;
  const path = `/${org}/w/${at.workspace}/asked/${at.request}`;
  const ctx = await onPage(contextFor(org), path);
  const version = await versionOf(ctx, await onPage(watchInternalRequest(ctx, at), path));
  const asked = await onPage(getInternalRequest(ctx, at), path);
  const clock = clockOf(ctx);
  return (
    <>
      <LiveMark stream={`${path}/live`} version={version} />
      <AskedScreen org={org} asked={asked} command={randomUUID()} clock={clock} />
    </>
  );
});
