import { answerJson } from "@/lib/actions/answer";
import { contextFor } from "@/lib/context";
import { listTimeline } from "@/lib/domain/timeline";

type At = { params: Promise<{ org: string }> };

/** As many as one looks through. */
const MOST = 8;

/** `?find=`: one's own workspaces by name, those with the latest activity first. */
export function GET(request: Request, { params }: At): Promise<Response> {
  const context = async () => contextFor((await params).org);
  return answerJson(context, async (ctx) => {
    const find = new URL(request.url).searchParams.get("find") ?? "";
    const { items } = await listTimeline(ctx, { find });
    return { workspaces: items.slice(0, MOST).map(({ id, name }) => ({ id, name })) };
  });
}
