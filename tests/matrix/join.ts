import { type DecideRequests, decideOrganizationRequests, decideRequests } from "@/lib/domain/join-decide";
import { listOrganizationRequests, listRequests } from "@/lib/domain/join-requests";
import { followLink } from "@/lib/domain/join-use";
import { watchOrganizationRequests } from "@/lib/domain/live";
import { addLink, person, requestsOf } from "../joining";
import type { Scene } from "../scene";
import { MEMBERS_ONLY, type Row } from "./row";

/** Lee has asked to join, through a link for what is named. */
const asked = (to: "client" | "internal" | "organization") => async (scene: Scene) => {
  const over = to === "organization" ? { workspaceId: null } : { audience: to };
  const { token } = await addLink(scene, { createdBy: scene.id("ada"), ...over });
  await followLink(await person(scene, "lee@acme.com"), { token });
  return (await requestsOf(scene))[0]?.id ?? "";
};

const about = (request: string, decision: DecideRequests["decision"]) => ({
  decision,
  requests: [request],
  reason: null,
});

export const joinRows: Row[] = [
  {
    name: "listRequests",
    operation: "requests:view",
    paths: ["/[org]/w/[workspace]"],
    run: (ctx) => listRequests(ctx),
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
  {
    name: "decideRequests (approve a client)",
    operation: "requests:decide",
    paths: ["decideRequestsAction"],
    prepare: asked("client"),
    run: (ctx, _, request) => decideRequests(ctx, about(request, "approve")),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "decideRequests (decline)",
    operation: "requests:decide",
    paths: ["decideRequestsAction"],
    prepare: asked("internal"),
    run: (ctx, _, request) => decideRequests(ctx, about(request, "decline")),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "decideRequests (approve a new internal user)",
    operation: "requests:decide-internal",
    paths: ["decideRequestsAction"],
    prepare: asked("internal"),
    run: (ctx, _, request) => decideRequests(ctx, about(request, "approve")),
    verdicts: ["ok", "forbidden", "not_found", "forbidden", "not_found"],
  },
  {
    name: "decideRequests (a client's request, as an internal user)",
    operation: "requests:decide-internal",
    paths: ["decideRequestsAction"],
    prepare: asked("client"),
    run: (ctx, _, request) => decideRequests(ctx, { ...about(request, "approve"), as: "internal" }),
    verdicts: ["ok", "forbidden", "not_found", "forbidden", "not_found"],
  },
  {
    name: "listOrganizationRequests",
    operation: "requests:decide-organization",
    paths: ["/[org]/contacts/requests"],
    run: (ctx) => listOrganizationRequests(ctx),
    verdicts: ["ok", "forbidden", "forbidden", "forbidden", "ok"],
  },
  {
    name: "watchOrganizationRequests",
    operation: "requests:decide-organization",
    paths: ["/[org]/contacts/requests/live"],
    run: async (ctx) => watchOrganizationRequests(ctx),
    verdicts: ["ok", "forbidden", "forbidden", "forbidden", "ok"],
  },
  {
    name: "decideOrganizationRequests",
    operation: "requests:decide-organization",
    paths: ["decideOrganizationRequestsAction"],
    prepare: asked("organization"),
    run: (ctx, _, request) => decideOrganizationRequests(ctx, about(request, "approve")),
    verdicts: ["ok", "forbidden", "forbidden", "forbidden", "not_found"],
  },
];
