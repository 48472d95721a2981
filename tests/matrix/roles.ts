import { sql } from "drizzle-orm";
import { addSelf } from "@/lib/domain/add-self";
import type { Context } from "@/lib/domain/context";
import { newId } from "@/lib/domain/id";
import { answerInternalRequest, getInternalRequest } from "@/lib/domain/internal-requests";
import { watchInternalRequest } from "@/lib/domain/live";
import { requestInternal } from "@/lib/domain/request-internal";
import { assignByAddress, assignRole, unassignRole } from "@/lib/domain/roles";
import type { Scene } from "../scene";
import { MEMBERS_ONLY, type Row } from "./row";

const ADMINS: Row["verdicts"] = ["ok", "forbidden", "forbidden", "forbidden", "not_found"];

/** What Ines has asked for, where the one who acts may answer it; otherwise nothing, so that nothing is written. */
async function asked(ctx: Context, scene: Scene): Promise<{ workspace: string; request: string }> {
  const at = { workspace: scene.workspaceId, request: newId() };
  if (!ctx.actor.isAdmin || ctx.org.id !== scene.orgId) return at;
  await requestInternal(await scene.as("ines"), { address: "lee@new.example" });
  const [row] = await scene.db.execute<{ id: string }>(sql`select id from activity
    where org_id = ${scene.orgId} and kind = 'internal_requested'`);
  return { ...at, request: row?.id ?? "" };
}

/** Who holds a role, and what is asked of admins for one. */
export const roleRows: Row[] = [
  {
    name: "assignRole (handing over)",
    operation: "roles:assign",
    paths: ["assignRoleAction"],
    run: (ctx, scene) =>
      assignRole(ctx, {
        command: newId(),
        role: scene.roles.signatory,
        holder: scene.id("cleo"),
        people: [{ contact: scene.kim }],
      }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "assignByAddress",
    operation: "roles:assign",
    paths: ["assignByAddressAction"],
    run: (ctx, { roles }) =>
      assignByAddress(ctx, {
        command: newId(),
        role: roles.reviewer,
        address: "lee@acme.com",
        kind: "client",
      }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "unassignRole",
    operation: "roles:assign",
    paths: ["unassignRoleAction"],
    run: (ctx, scene) => unassignRole(ctx, { role: scene.roles.signatory, holder: scene.id("cleo") }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "requestInternal (for a role)",
    operation: "members:request-internal",
    paths: ["requestInternalAction"],
    run: (ctx, { roles }) => requestInternal(ctx, { address: "lee@new.example", role: roles.lead }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "getInternalRequest",
    operation: "contacts:create-internal",
    paths: ["/[org]/w/[workspace]/asked/[request]"],
    run: async (ctx, scene) => getInternalRequest(ctx, await asked(ctx, scene)),
    verdicts: ADMINS,
  },
  {
    name: "watchInternalRequest",
    operation: "contacts:create-internal",
    paths: ["/[org]/w/[workspace]/asked/[request]/live"],
    run: async (ctx, scene) => watchInternalRequest(ctx, await asked(ctx, scene)),
    verdicts: ADMINS,
  },
  {
    name: "answerInternalRequest",
    operation: "contacts:create-internal",
    paths: ["answerRequestAction"],
    run: async (ctx, scene) => answerInternalRequest(ctx, { ...(await asked(ctx, scene)), command: newId() }),
    verdicts: ADMINS,
  },
  {
    name: "addSelf",
    operation: "members:add-self",
    paths: ["addSelfAction", "/[org]/contacts/[contact]"],
    run: (ctx, scene) => addSelf(ctx, { workspace: scene.workspaceId }),
    verdicts: ADMINS,
  },
];
