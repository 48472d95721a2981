import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactsScreen } from "@/components/contacts/contacts-screen";
import { listPath, seenIn } from "@/components/contacts/seen";
import { answering } from "@/components/shell/answering";
import { LiveMark } from "@/components/shell/live-mark";
import { one, type Query } from "@/components/ui/query";
import { contextFor, onPage } from "@/lib/context";
import { configuredWays } from "@/lib/delivery/channels";
import { countTabs, listContacts, listGroupNames, listGroups } from "@/lib/domain/contacts";
import { listTroubles } from "@/lib/domain/delivery-health";
import type { DomainError } from "@/lib/domain/errors";
import { findDeletedGroup } from "@/lib/domain/group-page";
import { listOrganizationRequests } from "@/lib/domain/join-requests";
import { versionOf, watchContacts } from "@/lib/domain/live";
import { can, refusal } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import { clockOf } from "@/lib/words/clock";
import { sayIn } from "@/lib/words/say";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts");
  return { title: t("contacts") };
}

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

export default answering(async function ContactsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const seen = seenIn(query);
  const path = listPath(org, seen, { after: seen.after });
  const ctx = await onPage(contextFor(org), path);
  const isPeople = seen.tab === "clients" || seen.tab === "internal";
  const mayLink = seen.tab === "internal" && can("organization-link:manage", ctx.actor);
  const load = async () => {
    const version = await versionOf(ctx, watchContacts(ctx));
    const reads = await Promise.all([
      countTabs(ctx),
      isPeople
        ? listContacts(ctx, seen).then((page) => ({ of: "people" as const, ...page }))
        : listGroups(ctx, seen).then((page) => ({ of: "groups" as const, ...page })),
      isPeople ? listGroupNames(ctx, seen) : [],
      mayLink ? listOrganizationRequests(ctx) : null,
      one(query, "deleted") ? findDeletedGroup(ctx) : null,
      listTroubles(ctx, { ways: configuredWays(env()) }),
    ]);
    return [version, ...reads] as const;
  };
  const [version, counts, list, groups, requests, deleted, troubles] = await onPage(load(), path);
  const say = sayIn(ctx.language);
  const said = (refused: DomainError | undefined) => (refused ? say(refused.message) : null);
  return (
    <>
      <LiveMark stream={`/${org}/contacts/live`} version={version} />
      <ContactsScreen
        org={org}
        seen={seen}
        counts={counts}
        list={list}
        groups={groups}
        troubles={troubles}
        refusals={{
          internal: said(refusal("contacts:create-internal", ctx.actor)),
          team: said(refusal("groups:create-team", ctx.actor)),
        }}
        isAdmin={ctx.actor.isAdmin}
        deleted={deleted}
        waiting={requests?.total ?? null}
        clock={clockOf(ctx)}
      />
    </>
  );
});
