import { contextFor } from "@/lib/context";
import { watchContacts } from "@/lib/domain/live";
import { liveStream } from "@/lib/live/stream";
import { refused } from "@/lib/refused";

type At = { params: Promise<{ org: string }> };

export async function GET(request: Request, { params }: At): Promise<Response> {
  try {
    const { org } = await params;
    return await liveStream(request, watchContacts(await contextFor(org)));
  } catch (error) {
    return refused(error);
  }
}
