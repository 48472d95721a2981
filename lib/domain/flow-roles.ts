import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { type FlowAction, type FlowRole, selectFlowRoles } from "@/db/queries/flow";
import { actions, roles, workspaceLinks } from "@/db/schema";
import type { WorkspaceContext } from "./context";
import { DomainError, notFound } from "./errors";
import { changeFlow, placeOf } from "./flow";
import { MOST_ROLES, Reorder, roleShape } from "./flow-shape";
import { newId } from "./id";
import { authorize } from "./permissions";
import { reordered } from "./reordered";
import { sortKey } from "./text";

export const AddRole = z.strictObject(roleShape);
export const EditRole = z.strictObject({ role: z.uuid(), ...roleShape });
export const RemoveRole = z.strictObject({
  role: z.uuid(),
  /** Which role takes the actions. */
  to: z.union([z.literal("").transform(() => undefined), z.uuid("Choose a role.")]).optional(),
});
export const ReorderRoles = Reorder;

function assertFreeName(known: FlowRole[], name: string, own?: string): void {
  if (known.some((role) => role.id !== own && sortKey(role.name) === sortKey(name)))
    throw new DomainError("conflict", "Another role has this name. Nothing was changed.", {
      name: "Another role has this name.",
    });
}

/** Adds a role, unassigned, after the others. At most 50, each with a name of its own. */
export async function addRole(
  ctx: WorkspaceContext,
  { name, audience }: z.output<typeof AddRole>,
): Promise<{ id: string }> {
  authorize(ctx, "flow:edit");
  return changeFlow(ctx.db, ctx, async (tx, flow) => {
    const known = await selectFlowRoles(tx, placeOf(ctx));
    if (known.length >= MOST_ROLES)
      throw new DomainError(
        "limited",
        `A workspace has at most ${MOST_ROLES} roles. Nothing was changed; remove one first.`,
      );
    assertFreeName(known, name);
    const { orgId, workspaceId } = placeOf(ctx);
    const id = newId();
    const position = (known.at(-1)?.position ?? -1) + 1;
    await tx.insert(roles).values({ orgId, workspaceId, id, name, audience, position });
    return { flow, happened: [{ kind: "role_added", data: { role: name } }], answer: { id } };
  });
}

const rowOf = (ctx: WorkspaceContext, id: string) =>
  and(eq(roles.orgId, ctx.org.id), eq(roles.workspaceId, ctx.workspace.id), eq(roles.id, id));

/** Changes a role's name and who may fill it; refuses an audience that its holder does not belong to. */
export async function editRole(
  ctx: WorkspaceContext,
  { role, name, audience }: z.output<typeof EditRole>,
): Promise<Record<string, never>> {
  authorize(ctx, "flow:edit");
  return changeFlow(ctx.db, ctx, async (tx, flow) => {
    const known = await selectFlowRoles(tx, placeOf(ctx), true);
    const found = known.find(({ id }) => id === role);
    if (!found) throw notFound();
    assertFreeName(known, name, role);
    if (found.holderKind && audience !== "any" && audience !== found.holderKind) {
      const why =
        audience === "client"
          ? `${found.holder} holds this role and is no client.`
          : `${found.holder} holds this role and is no internal user.`;
      throw new DomainError("conflict", `${why} Nothing was changed; assign somebody else first.`, {
        audience: why,
      });
    }
    await tx.update(roles).set({ name, audience }).where(rowOf(ctx, role));
    return { flow, happened: [{ kind: "role_edited", data: { role: name } }], answer: {} };
  });
}

/**
 * Takes a role away. Its actions go to another role, which must be named if there are any; its holder stays a
 * member; a Workspace Link that gave the role gives none.
 */
export async function removeRole(
  ctx: WorkspaceContext,
  { role, to }: z.output<typeof RemoveRole>,
): Promise<{ name: string }> {
  authorize(ctx, "flow:edit");
  return changeFlow(ctx.db, ctx, async (tx, flow) => {
    const known = await selectFlowRoles(tx, placeOf(ctx));
    const found = known.find(({ id }) => id === role);
    if (!found || (to && (to === role || !known.some(({ id }) => id === to)))) throw notFound();
    const moved = await handOver(tx, ctx, flow, { role: found, to });
    await tx
      .update(workspaceLinks)
      .set({ roleId: null })
      .where(
        and(
          eq(workspaceLinks.orgId, ctx.org.id),
          eq(workspaceLinks.workspaceId, ctx.workspace.id),
          eq(workspaceLinks.roleId, role),
        ),
      );
    await tx.delete(roles).where(rowOf(ctx, role));
    return {
      flow: moved,
      happened: [{ kind: "role_removed", data: { role: found.name } }],
      answer: { name: found.name },
    };
  });
}

async function handOver(
  tx: Database,
  ctx: WorkspaceContext,
  flow: FlowAction[],
  { role, to }: { role: FlowRole; to: string | undefined },
): Promise<FlowAction[]> {
  const count = flow.filter(({ roleId }) => roleId === role.id).length;
  if (count === 0) return flow;
  if (!to) {
    const words =
      count === 1
        ? `${role.name} has 1 action. Choose the role that takes over. Nothing was changed.`
        : `${role.name} has ${count} actions. Choose the role that takes over. Nothing was changed.`;
    throw new DomainError("conflict", words, { to: "Choose the role that takes the actions." });
  }
  await tx
    .update(actions)
    .set({ roleId: to })
    .where(
      and(
        eq(actions.orgId, ctx.org.id),
        eq(actions.workspaceId, ctx.workspace.id),
        eq(actions.roleId, role.id),
      ),
    );
  return flow.map((one) => (one.roleId === role.id ? { ...one, roleId: to } : one));
}

/** The order of ids with one of them a step up or down; at the end nothing moves. */
function swapped(ids: string[], id: string, by: 1 | -1): string[] {
  const from = ids.indexOf(id);
  const other = ids[from + by];
  return other === undefined ? ids : ids.with(from, other).with(from + by, id);
}

/** Puts the roles in another order. Refuses a whole one when they do not stand as the person saw them any more. */
export async function reorderRoles(
  ctx: WorkspaceContext,
  input: z.output<typeof ReorderRoles>,
): Promise<Record<string, never>> {
  authorize(ctx, "flow:edit");
  return changeFlow(ctx.db, ctx, async (tx, flow) => {
    const known = await selectFlowRoles(tx, placeOf(ctx));
    const ids = known.map(({ id }) => id);
    const rows = reordered(known, input, (id, by) => swapped(ids, id, by)).map(({ id }, position) => ({
      id,
      position,
    }));
    const isSame = rows.every(({ id }, i) => id === ids[i]);
    if (!isSame)
      await tx.execute(sql`
        update roles set position = r.position
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, position int)
        where roles.org_id = ${ctx.org.id} and roles.workspace_id = ${ctx.workspace.id} and roles.id = r.id`);
    return { flow, happened: isSame ? [] : [{ kind: "flow_reordered" }], answer: {} };
  });
}
