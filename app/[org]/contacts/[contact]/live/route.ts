import { contextFor } from "@/lib/context";
import { watchPerson } from "@/lib/domain/live";
import { liveRoute } from "@/lib/live/stream";

type At = { org: string; contact: string };

export const GET = liveRoute(async ({ org, contact }: At) => watchPerson(await contextFor(org), { contact }));
