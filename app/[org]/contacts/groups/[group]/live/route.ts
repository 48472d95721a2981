import { contextFor } from "@/lib/context";
import { watchGroup } from "@/lib/domain/live";
import { liveStream } from "@/lib/live/stream";
import { refused } from "@/lib/refused";

type At = { params: Promise<{ org: string; group: string }> };

export async function GET(request: Request, { params }: At): Promise<Response> {
  try {
    const { org, group } = await params;
    return await liveStream(request, await watchGroup(await contextFor(org), { group }));
  } catch (error) {
    return refused(error);
  }
}
