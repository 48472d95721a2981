import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestsScreen } from "@/components/members/requests-screen";
import { answering } from "@/components/shell/answering";
import { LiveMark } from "@/components/shell/live-mark";
import { one, type Query } from "@/components/ui/query";
import { decideOrganizationRequestsAction } from "@/lib/actions/join-requests";
import { noPage } from "@/lib/after-form";
import { contextFor, onPage } from "@/lib/context";
import { listOrganizationRequests } from "@/lib/domain/join-requests";
import { versionOf, watchOrganizationRequests } from "@/lib/domain/live";
import { can } from "@/lib/domain/permissions";
import { clockOf } from "@/lib/words/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links"))("requests") };
}

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

export default answering(async function RequestsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const ctx = await onPage(contextFor(org), `/${org}/contacts/requests`);
  if (!can("requests:decide-organization", ctx.actor)) return noPage();
  const version = await versionOf(ctx, watchOrganizationRequests(ctx));
  return (
    <>
      <LiveMark stream={`/${org}/contacts/requests/live`} version={version} />
      <RequestsScreen
        org={org}
        view={await listOrganizationRequests(ctx)}
        open={one(await searchParams, "request")}
        clock={clockOf(ctx)}
        action={decideOrganizationRequestsAction.bind(null, { org })}
      />
    </>
  );
});
