import { contextFor } from "@/lib/context";
import { watchOrganizationRequests } from "@/lib/domain/live";
import { liveStream } from "@/lib/live/stream";
import { refused } from "@/lib/refused";

type At = { params: Promise<{ org: string }> };

export async function GET(request: Request, { params }: At): Promise<Response> {
  try {
    const { org } = await params;
    return await liveStream(request, watchOrganizationRequests(await contextFor(org)));
  } catch (error) {
    return refused(error);
  }
}
