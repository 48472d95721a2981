import { contextFor } from "@/lib/context";
import { watchPerson } from "@/lib/domain/live";
import { liveStream } from "@/lib/live/stream";
import { refused } from "@/lib/refused";

type At = { params: Promise<{ org: string; contact: string }> };

export async function GET(request: Request, { params }: At): Promise<Response> {
  try {
    const { org, contact } = await params;
    return await liveStream(request, await watchPerson(await contextFor(org), { contact }));
  } catch (error) {
    return refused(error);
  }
}
