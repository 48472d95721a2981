import { contextFor } from "@/lib/context";
import { watchContacts } from "@/lib/domain/live";
import { liveRoute } from "@/lib/live/stream";

type At = { org: string };

export const GET = liveRoute(async ({ org }: At) => watchContacts(await contextFor(org)));
