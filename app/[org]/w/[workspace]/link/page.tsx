import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
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

export const metadata: Metadata = { title: "Workspace Link" };

type Props = { params: Promise<{ org: string; workspace: string }>; searchParams: Promise<Query> };

const ABOUT =
  "People who have the link prove an email address or phone number and ask to join this workspace. A member answers each request.";

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
  const back = { path: workspace, name: ctx.workspace.name };
  return (
    <>
      <LiveMark stream={`${workspace}/live`} version={version} />
      <LinkScreen
        page={{ path, back, title: "Workspace Link", roles, isAdmin: ctx.actor.isAdmin, acts }}
        links={await shownLinks(links, seen, uses)}
        about={ABOUT}
        requests={`${workspace}?panel=members`}
        command={randomUUID()}
        clock={clockOf(ctx)}
      />
    </>
  );
});
