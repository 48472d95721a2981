import { sql } from "drizzle-orm";
import { completeAction, declineAction, reopenAction } from "@/lib/domain/actions";
import type { WorkspaceContext } from "@/lib/domain/context";
import { addAction, editAction, removeAction, reorderActions } from "@/lib/domain/flow-actions";
import { addRole, editRole, removeRole, reorderRoles } from "@/lib/domain/flow-roles";
import type { Scene } from "../scene";
import { MEMBERS_ONLY, type Row } from "./row";

const said = { kind: "todo" as const, instructions: null, start: "after" as const };

/** The scope waits for its approval by the client who holds the signatory's role. */
async function awaitApproval({ db, orgId, roles, actions, as }: Scene): Promise<void> {
  await completeAction(await as("cleo"), { action: actions.upload });
  await db.execute(
    sql`update actions set role_id = ${roles.signatory} where org_id = ${orgId} and id = ${actions.approve}`,
  );
}

const declineFirst = async (scene: Scene) => {
  await awaitApproval(scene);
  await declineAction(await scene.as("cleo"), { action: scene.actions.approve, reason: null });
};

/** A change of the flow, for internal members unless said otherwise. */
const flowRow = (
  name: string,
  path: string,
  run: (ctx: WorkspaceContext, scene: Scene) => Promise<unknown>,
  verdicts: Row["verdicts"] = MEMBERS_ONLY,
): Row => ({ name, operation: "flow:edit", paths: [path], run, verdicts });

const order = ({ actions }: Scene) => [actions.upload, actions.approve, actions.read];

export const flowRows: Row[] = [
  {
    name: "declineAction",
    operation: "actions:decline",
    paths: ["declineActionAction"],
    prepare: awaitApproval,
    run: (ctx, scene) => declineAction(ctx, { action: scene.actions.approve, reason: "Too dear." }),
    verdicts: ["conflict", "conflict", "not_found", "ok", "conflict"],
  },
  {
    name: "reopenAction",
    operation: "actions:reopen",
    paths: ["reopenActionAction"],
    prepare: declineFirst,
    run: (ctx, scene) => reopenAction(ctx, { action: scene.actions.approve }),
    verdicts: MEMBERS_ONLY,
  },
  flowRow("addAction", "addActionAction", (ctx, { roles }) =>
    addAction(ctx, { ...said, title: "Countersign", role: roles.lead }),
  ),
  flowRow("editAction", "editActionAction", (ctx, { actions, roles }) =>
    editAction(ctx, { ...said, action: actions.read, title: "Read it", role: roles.lead }),
  ),
  flowRow("removeAction", "removeActionAction", (ctx, { actions }) =>
    removeAction(ctx, { action: actions.read }),
  ),
  flowRow("reorderActions", "reorderActionsAction", (ctx, scene) =>
    reorderActions(ctx, { seen: order(scene), up: scene.actions.read }),
  ),
  flowRow("addRole", "addRoleAction", (ctx) => addRole(ctx, { name: "Notary", audience: "any" }), [
    "ok",
    "ok",
    "not_found",
    "forbidden",
    "ok",
  ]),
  flowRow("editRole", "editRoleAction", (ctx, { roles }) =>
    editRole(ctx, { role: roles.reviewer, name: "Second reader", audience: "any" }),
  ),
  flowRow("removeRole", "removeRoleAction", (ctx, { roles }) =>
    removeRole(ctx, { role: roles.reviewer, to: roles.lead }),
  ),
  flowRow("reorderRoles", "reorderRolesAction", (ctx, { roles }) =>
    reorderRoles(ctx, { seen: [roles.signatory, roles.lead, roles.reviewer], up: roles.reviewer }),
  ),
];
