import { contextFor } from "@/lib/context";
import { watchInternalRequest } from "@/lib/domain/live";
import { liveStream } from "@/lib/live/stream";
import { refused } from "@/lib/refused";

type At = { params: Promise<{ org: string; workspace: string; request: string }> };

export async function GET(request: Request, { params }: At): Promise<Response> {
  try {
    const { org, ...at } = await params;
    return await liveStream(request, await watchInternalRequest(await contextFor(org), at));
  } catch (error) {
    return refused(error);
  }
}
