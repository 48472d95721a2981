import { archiveWorkspace, restoreWorkspace } from "@/lib/domain/archive";
import { handOver } from "@/lib/domain/hand-over";
import { listTimelineGroups } from "@/lib/domain/timeline";
import { getWorkspaceSettings, saveWorkspace } from "@/lib/domain/workspace-settings";
import type { Row } from "./row";

/** The owner and admins, who are members; another organization's admin has a workspace of their own. */
const MANAGERS: Row["verdicts"] = ["ok", "forbidden", "not_found", "forbidden", "ok"];

export const workspaceSettingsRows: Row[] = [
  {
    name: "listTimelineGroups",
    operation: "timeline:view",
    paths: ["/[org]/timeline"],
    run: (ctx) => listTimelineGroups(ctx),
    verdicts: ["ok", "ok", "ok", "ok", "ok"],
  },
  {
    name: "getWorkspaceSettings",
    operation: "workspace:settings",
    paths: ["/[org]/w/[workspace]/settings"],
    run: (ctx) => getWorkspaceSettings(ctx),
    verdicts: MANAGERS,
  },
  {
    name: "saveWorkspace",
    operation: "workspace:edit",
    paths: ["saveWorkspaceAction"],
    run: (ctx) => saveWorkspace(ctx, { name: "Another name", dueOn: null }),
    verdicts: MANAGERS,
  },
  {
    name: "handOver",
    operation: "workspace:hand-over",
    paths: ["handOverAction"],
    run: async (ctx, scene) =>
      handOver(ctx, {
        from: ctx.org.id === scene.orgId ? scene.id("omar") : ctx.actor.contactId,
        to: ctx.org.id === scene.orgId ? scene.id("ines") : ctx.actor.contactId,
      }),
    verdicts: MANAGERS,
  },
  {
    name: "archiveWorkspace",
    operation: "workspace:archive",
    paths: ["archiveWorkspaceAction"],
    run: (ctx) => archiveWorkspace(ctx),
    verdicts: MANAGERS,
  },
  {
    name: "restoreWorkspace",
    operation: "workspace:archive",
    paths: ["restoreWorkspaceAction"],
    run: (ctx) => restoreWorkspace(ctx),
    verdicts: MANAGERS,
  },
];
