import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { LiveMark } from "@/components/shell/live-mark";
import type { Query } from "@/components/ui/query";
import { linkSeen, seenPath } from "@/components/workspace-link/link-page";
import { LinkScreen } from "@/components/workspace-link/link-screen";
import {
  changeLinkAction,
  createLinkAction,
  refreshLinkAction,
  turnOnLinkAction,
} from "@/lib/actions/workspace-links";
import { onPage, workspaceContextFor } from "@/lib/context";
import { versionOf, watchWorkspace } from "@/lib/domain/live";
import { listLinks, listLinkUses, listRolesToFill } from "@/lib/domain/workspace-links";
import { shownLinks } from "@/lib/shown-links";
import { clockOf } from "@/lib/words/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links"))("title") };
}

type Props = { params: Promise<{ org: string; workspace: string }>; searchParams: Promise<Query> };

export default answering(async function WorkspaceLinkPage({ params, searchParams }: Props) {
  const at = await params;
  const seen = linkSeen(await searchParams);
  const workspace = `/${at.org}/w/${at.workspace}`;
  const path = `${workspace}/link`;
  const ctx = await onPage(workspaceContextFor(at.org, at.workspace), seenPath(path, seen));
  const version = await versionOf(ctx, watchWorkspace(ctx));
  const [links, roles] = await onPage(Promise.all([listLinks(ctx), listRolesToFill(ctx)]), path);
  const uses = (link: string) => onPage(listLinkUses(ctx, { link, after: seen.after }), path);
  const acts = {
    create: createLinkAction.bind(null, at),
    change: changeLinkAction.bind(null, at),
    turnOn: turnOnLinkAction.bind(null, at),
    refresh: refreshLinkAction.bind(null, at),
  };
  const t = await getTranslations("links");
  const back = { path: workspace, name: ctx.workspace.name };
  return (
    <>
      <LiveMark stream={`${workspace}/live`} version={version} />
      <LinkScreen
        page={{ path, back, title: t("title"), roles, isAdmin: ctx.actor.isAdmin, acts }}
        links={await shownLinks(links, seen, uses)}
        about={t("about")}
        requests={`${workspace}?panel=members`}
        command={randomUUID()}
        clock={clockOf(ctx)}
      />
    </>
  );
});
