import { workspaceContextFor } from "@/lib/context";
import { watchWorkspace } from "@/lib/domain/live";
import { liveStream } from "@/lib/live/stream";
import { refused } from "@/lib/refused";

type At = { params: Promise<{ org: string; workspace: string }> };

export async function GET(request: Request, { params }: At): Promise<Response> {
  try {
    const { org, workspace } = await params;
    return await liveStream(request, watchWorkspace(await workspaceContextFor(org, workspace)));
  } catch (error) {
    return refused(error);
  }
}
