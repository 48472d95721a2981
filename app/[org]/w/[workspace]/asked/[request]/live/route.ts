import { contextFor } from "@/lib/context";
import { watchInternalRequest } from "@/lib/domain/live";
import { liveRoute } from "@/lib/live/stream";

type At = { org: string; workspace: string; request: string };

export const GET = liveRoute(async ({ org, ...at }: At) => watchInternalRequest(await contextFor(org), at));
