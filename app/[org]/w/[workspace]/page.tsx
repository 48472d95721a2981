import type { Metadata } from "next";
import { after } from "next/server";
import { MembersPanel } from "@/components/members/members-panel";
import { answering } from "@/components/shell/answering";
import { LiveMark } from "@/components/shell/live-mark";
import { LateWords } from "@/components/ui/late-words";
import { one, type Query, withQuery } from "@/components/ui/query";
import { WorkspaceScreen } from "@/components/workspace/workspace-screen";
import { onPage, userContext, workspaceContextFor } from "@/lib/context";
import { configuredWays } from "@/lib/delivery/channels";
import { listTroubles } from "@/lib/domain/delivery-health";
import { listGroupChoices } from "@/lib/domain/group-suggestions";
import { listRequests } from "@/lib/domain/join-requests";
import { versionOf, watchWorkspace } from "@/lib/domain/live";
import { listMembers } from "@/lib/domain/members";
import { listOwnInvitations } from "@/lib/domain/own";
import { can, mayManage } from "@/lib/domain/permissions";
import { lastUndoable } from "@/lib/domain/undoable";
import { getWorkspace, markSeen } from "@/lib/domain/workspaces";
import { env } from "@/lib/env";
import { titleOf } from "@/lib/titles";
import { clockOf } from "@/lib/words/clock";

type Props = { params: Promise<{ org: string; workspace: string }>; searchParams: Promise<Query> };

const panelOf = (query: Query) => ({
  panel: one(query, "panel") === "members" ? "members" : undefined,
  find: one(query, "find"),
  show: (["not-joined", "not-delivered"] as const).find((show) => show === one(query, "show")),
  after: one(query, "after"),
  role: one(query, "role"),
  held: one(query, "held"),
  person: one(query, "person"),
  group: one(query, "group"),
  inside: one(query, "inside"),
  invite: one(query, "invite"),
  request: one(query, "request"),
});

const editingOf = (query: Query) =>
  one(query, "edit") === "flow" ? { row: one(query, "row"), was: one(query, "was") } : undefined;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, workspace } = await params;
  return titleOf(workspaceContextFor(org, workspace), (ctx) => ctx.workspace.name);
}

export default answering(async function WorkspacePage({ params, searchParams }: Props) {
  const at = await params;
  const query = await searchParams;
  const seen = panelOf(query);
  const path = `/${at.org}/w/${at.workspace}`;
  const ctx = await onPage(workspaceContextFor(at.org, at.workspace), withQuery(path, seen));
  const version = await versionOf(ctx, watchWorkspace(ctx));
  const isInviting = seen.panel && seen.invite && can("members:invite", ctx.actor, ctx.workspace);
  const ways = configuredWays(env());
  const [view, members, requests, undoable, offers, groups, troubles] = await Promise.all([
    getWorkspace(ctx),
    seen.panel ? listMembers(ctx, seen) : null,
    seen.panel && can("requests:view", ctx.actor, ctx.workspace) ? listRequests(ctx) : null,
    seen.panel && can("acts:undo", ctx.actor, ctx.workspace) ? lastUndoable(ctx) : null,
    one(query, "joined") ? listOwnInvitations(await userContext()) : [],
    isInviting ? listGroupChoices(ctx) : [],
    seen.panel && can("delivery:view", ctx.actor) ? listTroubles(ctx, { ways }) : [],
  ]);
  after(() => markSeen(ctx));
  const { actor, workspace, org } = ctx;
  const may = {
    invite: can("members:invite", actor, workspace),
    link: can("links:view", actor, workspace),
    remind: can("reminders:view", actor, workspace),
    manage: can("workspace:settings", actor, workspace) && mayManage(ctx),
    assign: can("roles:assign", actor, workspace),
    edit: can("flow:edit", actor, workspace),
    reopen: can("actions:reopen", actor, workspace),
    resend: can("invitations:resend", actor, workspace),
    removeAnyone: can("members:remove", actor, workspace) && (actor.isAdmin || workspace.isOwner),
    isAdmin: actor.isAdmin,
  };
  const moreOffers = offers.filter(({ orgId }) => orgId === org.id).length;
  const common = {
    at,
    view,
    may,
    holdSeconds: org.holdSeconds,
    clock: clockOf(ctx),
  };
  return (
    <LateWords of={["invite"]}>
      <LiveMark stream={`${path}/live`} version={version} />
      <WorkspaceScreen
        {...common}
        editing={may.edit ? editingOf(query) : undefined}
        isPanelOpen={members !== null}
        moreOffers={moreOffers}
      />
      {members && (
        <MembersPanel
          {...common}
          page={members}
          requests={requests}
          undoable={undoable}
          seen={seen}
          groups={groups}
          troubles={troubles}
        />
      )}
    </LateWords>
  );
});
