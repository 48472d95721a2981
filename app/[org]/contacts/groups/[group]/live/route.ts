import { contextFor } from "@/lib/context";
import { watchGroup } from "@/lib/domain/live";
import { liveRoute } from "@/lib/live/stream";

type At = { org: string; group: string };

export const GET = liveRoute(async ({ org, group }: At) => watchGroup(await contextFor(org), { group }));
