import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { type FlowAction, selectFlowRoles } from "@/db/queries/flow";
import { actions } from "@/db/schema";
import type { WorkspaceContext } from "./context";
import { DomainError, notFound } from "./errors";
import { changeFlow, placeOf } from "./flow";
import { renumber, step, togetherIn } from "./flow-order";
import { actionShape, MOST_ACTIONS, Reorder } from "./flow-shape";
import { newId } from "./id";
import { authorize } from "./permissions";
import { reordered } from "./reordered";
import { isSame, seenAs } from "./seen";

const described = {
  ...actionShape,
  role: z.uuid("Choose a role."),
  start: z.enum(["after", "together"], "Choose when it starts."),
};

export const AddAction = z.strictObject(described);
export const EditAction = z.strictObject({
  action: z.uuid(),
  ...described,
  seen: seenAs(z.strictObject(described)),
});
export const RemoveAction = z.strictObject({ action: z.uuid() });
export const ReorderActions = Reorder;

const rowOf = (ctx: WorkspaceContext, id: string) =>
  and(eq(actions.orgId, ctx.org.id), eq(actions.workspaceId, ctx.workspace.id), eq(actions.id, id));

async function assertRole(tx: Database, ctx: WorkspaceContext, role: string): Promise<void> {
  const known = await selectFlowRoles(tx, placeOf(ctx));
  if (!known.some(({ id }) => id === role)) throw notFound();
}

/** Adds an action at the end of the flow; a completed flow is open again. At most 200; refuses roles of elsewhere. */
export async function addAction(
  ctx: WorkspaceContext,
  { role, start, dueOn, ...said }: z.output<typeof AddAction>,
): Promise<{ id: string }> {
  authorize(ctx, "flow:edit");
  return changeFlow(ctx.db, ctx, async (tx, flow) => {
    await assertRole(tx, ctx, role);
    if (flow.length >= MOST_ACTIONS)
      throw new DomainError(
        "limited",
        `A workspace has at most ${MOST_ACTIONS} actions. Nothing was changed; remove one first.`,
      );
    const { orgId, workspaceId } = placeOf(ctx);
    const last = flow.at(-1);
    const id = newId();
    const place = { position: (last?.position ?? -1) + 1, stage: (last?.stage ?? -1) + 1 };
    await tx
      .insert(actions)
      .values({ orgId, workspaceId, id, roleId: role, ...said, dueOn: dueOn ?? null, ...place });
    const added = { id, ...said, roleId: role, ...place, isDone: false, isDeclined: false };
    const together = [...togetherIn(flow), start === "together"];
    return {
      flow: renumber([...flow, added], together),
      happened: [{ kind: "action_added", data: { title: said.title } }],
      answer: { id },
    };
  });
}

/**
 * Changes what an action says, its kind, role, due day, and whether it starts together with the one before; of these
 * only what differs from what was seen. Of a completed one kind, role and start stay; a declined one stays an approval.
 */
export async function editAction(
  ctx: WorkspaceContext,
  { action, seen, ...typed }: z.output<typeof EditAction>,
): Promise<Record<string, never>> {
  authorize(ctx, "flow:edit");
  const isChanged = (field: keyof typeof typed) => !seen || !isSame(typed[field], seen[field]);
  return changeFlow(ctx.db, ctx, async (tx, flow) => {
    const at = flow.findIndex(({ id }) => id === action);
    const found = flow[at];
    if (!found) throw notFound();
    const title = isChanged("title") ? typed.title : found.title;
    const kind = isChanged("kind") ? typed.kind : found.kind;
    const role = isChanged("role") ? typed.role : found.roleId;
    await assertRole(tx, ctx, role);
    const together = togetherIn(flow);
    const isTogether = isChanged("start") ? at > 0 && typed.start === "together" : Boolean(together[at]);
    assertMayBecome(found, { kind, role, isMoved: isTogether !== Boolean(together[at]) });
    together[at] = isTogether;
    await tx
      .update(actions)
      .set({
        ...{ title, kind, roleId: role },
        ...(isChanged("instructions") && { instructions: typed.instructions }),
        ...(isChanged("dueOn") && { dueOn: typed.dueOn ?? null }),
      })
      .where(rowOf(ctx, action));
    const edited = { ...found, title, kind, roleId: role };
    return {
      flow: renumber(flow.with(at, edited), together),
      happened: [{ kind: "action_edited", data: { title } }],
      answer: {},
    };
  });
}

function assertMayBecome(
  found: FlowAction,
  { kind, role, isMoved }: { kind: string; role: string; isMoved: boolean },
): void {
  if (found.isDone && (kind !== found.kind || role !== found.roleId || isMoved))
    throw new DomainError(
      "conflict",
      `${found.title} is done: its kind, role and start stay. Nothing was changed; change its title or instructions.`,
    );
  if (found.isDeclined && kind !== found.kind)
    throw new DomainError(
      "conflict",
      `${found.title} was declined. Nothing was changed; ask again before you change its kind.`,
    );
}

/** Takes an action out of the flow, done or not. If only completed ones are left, the flow is complete. */
export async function removeAction(
  ctx: WorkspaceContext,
  { action }: z.output<typeof RemoveAction>,
): Promise<{ title: string }> {
  authorize(ctx, "flow:edit");
  return changeFlow(ctx.db, ctx, async (tx, flow) => {
    const found = flow.find(({ id }) => id === action);
    if (!found) throw notFound();
    await tx.delete(actions).where(rowOf(ctx, action));
    return {
      flow: renumber(flow.filter(({ id }) => id !== action)),
      happened: [{ kind: "action_removed", data: { title: found.title } }],
      answer: { title: found.title },
    };
  });
}

/**
 * Puts the actions in another order: a whole one, or one of them a step up or down. Refuses a whole one when the flow is
 * not in the order that the person saw any more, and an open action above a completed one.
 */
export async function reorderActions(
  ctx: WorkspaceContext,
  input: z.output<typeof ReorderActions>,
): Promise<Record<string, never>> {
  authorize(ctx, "flow:edit");
  return changeFlow(ctx.db, ctx, async (_, flow) => {
    const moved = reordered(flow, input, (id, by) => step(flow, id, by));
    const isSame = moved.every(({ id }, i) => id === flow[i]?.id);
    return {
      flow: renumber(moved),
      happened: isSame ? [] : [{ kind: "flow_reordered" }],
      answer: {},
    };
  });
}
