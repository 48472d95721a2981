import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationsScreen } from "@/components/invitation-list/invitations-screen";
import { listPath, seenIn } from "@/components/invitation-list/seen";
import { answering } from "@/components/shell/answering";
import { LiveMark } from "@/components/shell/live-mark";
import type { Query } from "@/components/ui/query";
import { contextFor, onPage } from "@/lib/context";
import { configuredWays } from "@/lib/delivery/channels";
import { listTroubles } from "@/lib/domain/delivery-health";
import { listFilterChoices, listInvitations } from "@/lib/domain/invitation-list";
import { versionOf, watchInvitations } from "@/lib/domain/live";
import { env } from "@/lib/env";
import { clockOf } from "@/lib/words/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("title") };
}

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

export default answering(async function InvitationsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const seen = seenIn(await searchParams);
  const path = listPath(org, seen, { after: seen.after });
  const ctx = await onPage(contextFor(org), path);
  const load = async () => {
    const version = await versionOf(ctx, watchInvitations(ctx));
    return [
      version,
      ...(await Promise.all([
        listInvitations(ctx, seen),
        listFilterChoices(ctx, seen),
        listTroubles(ctx, { ways: configuredWays(env()) }),
      ])),
    ] as const;
  };
  const [version, list, choices, troubles] = await onPage(load(), path);
  return (
    <>
      <LiveMark stream={`/${org}/invitations/live`} version={version} />
      <InvitationsScreen
        org={{ slug: ctx.org.slug, name: ctx.org.name }}
        seen={seen}
        list={list}
        choices={choices}
        troubles={troubles}
        clock={clockOf(ctx)}
      />
    </>
  );
});
