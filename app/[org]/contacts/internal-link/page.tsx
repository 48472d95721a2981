import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
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

export const metadata: Metadata = { title: "Invite link" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

const ABOUT =
  "Colleagues who have the link prove their email address and ask to join as internal users. An admin answers each request, or you name the domains whose people join at once.";

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
  const back = { path: `/${at.org}/contacts?tab=internal`, name: "Internal users" };
  return (
    <LinkScreen
      page={{ path, back, title: "Invite link", roles: null, isAdmin: true, acts }}
      links={await shownLinks(link ? [link] : [], seen, () => listOrganizationLinkUses(ctx, seen.after))}
      about={ABOUT}
      requests={`/${at.org}/contacts/requests`}
      isOne
      command={randomUUID()}
      clock={clockOf(ctx)}
    />
  );
});
