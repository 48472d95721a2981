import { workspaceContextFor } from "@/lib/context";
import { watchWorkspace } from "@/lib/domain/live";
import { liveRoute } from "@/lib/live/stream";

type At = { org: string; workspace: string };

export const GET = liveRoute(async ({ org, workspace }: At) =>
  watchWorkspace(await workspaceContextFor(org, workspace)),
);
