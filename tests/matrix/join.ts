import { sql } from "drizzle-orm";
import { decideOrganizationRequests, decideRequests } from "@/lib/domain/join-decide";
import { listOrganizationRequests, listRequests } from "@/lib/domain/join-requests";
import { followLink } from "@/lib/domain/join-use";
import { addLink, person, requestsOf } from "../joining";
import type { Scene } from "../scene";
import { MEMBERS_ONLY, type Row } from "./row";

/** Lee has asked to join, through a link for what is named. */
async function asked(scene: Scene, to: "client" | "internal" | "organization"): Promise<string> {
  const over = to === "organization" ? { workspaceId: null } : { audience: to };
  const { token } = await addLink(scene, { createdBy: scene.id("ada"), ...over });
  await followLink(await person(scene, "lee@acme.com"), { token });
  const [request] = await requestsOf(scene);
  await scene.db.execute(sql`select 1`);
  return request?.id ?? "";
}

const deciding = (requests: string[], decision: "approve" | "decline") => ({ decision, requests, reason: null });

export const joinRows: Row[] = [
  {
    name: "listRequests",
    operation: "requests:view",
    paths: ["/[org]/w/[workspace]"],
    run: (ctx) => listRequests(ctx),
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
  {
    name: "decideRequests (approve)",
    operation: "requests:decide",
    paths: ["decideRequestsAction"],
    prepare: (scene) => asked(scene, "client"),
    run: (ctx, _, request) => decideRequests(ctx, deciding([request], "approve")),
    verdicts: MEMBERS_ONLY,
  },
];
