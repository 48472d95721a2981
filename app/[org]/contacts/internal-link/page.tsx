import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import type { Query } from "@/components/ui/query";
import { linkSeen, seenPath } from "@/components/workspace-link/link-page";
import { LinkScreen } from "@/components/workspace-link/link-screen";
import {
  changeOrganizationLinkAction,
  createOrganizationLinkAction,
  refreshOrganizationLinkAction,
  turnOnOrganizationLinkAction,
} from "@/lib/actions/organization-link";
import { contextFor, onPage } from "@/lib/context";
import { getOrganizationLink, listOrganizationLinkUses } from "@/lib/domain/organization-link";
import { shownLinks } from "@/lib/shown-links";
import { clockOf } from "@/lib/words/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links"))("organizationTitle") };
}

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

export default answering(async function InternalLinkPage({ params, searchParams }: Props) {
  const at = await params;
  const seen = linkSeen(await searchParams);
  const path = `/${at.org}/contacts/internal-link`;
  const ctx = await onPage(contextFor(at.org), seenPath(path, seen));
  const link = await onPage(getOrganizationLink(ctx), path);
  const acts = {
    create: createOrganizationLinkAction.bind(null, at),
    change: changeOrganizationLinkAction.bind(null, at),
    turnOn: turnOnOrganizationLinkAction.bind(null, at),
    refresh: refreshOrganizationLinkAction.bind(null, at),
  };
  const t = await getTranslations("links");
  const back = { path: `/${at.org}/contacts?tab=internal`, name: t("internalUsers") };
  return (
    <LinkScreen
      page={{ path, back, title: t("organizationTitle"), roles: null, isAdmin: true, acts }}
      links={await shownLinks(link ? [link] : [], seen, () => listOrganizationLinkUses(ctx, seen.after))}
      about={t("organizationAbout")}
      requests={`/${at.org}/contacts/requests`}
      isOne
      command={randomUUID()}
      clock={clockOf(ctx)}
    />
  );
});
