import { and, eq, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { selectWorkspaceView } from "@/db/queries/workspace-view";
import { actions, members, roles, workspaces } from "@/db/schema";
import { recordActivity, unseenBy } from "./activity";
import { shownName } from "./address";
import { once } from "./commands";
import type { Context, WorkspaceContext } from "./context";
import { stagesOf } from "./flow-order";
import { actionShape, day, MOST_ACTIONS, MOST_ROLES, roleShape } from "./flow-shape";
import { newId } from "./id";
import { maskOthers } from "./masking";
import { authorize, can } from "./permissions";
import { name, sortKey } from "./text";
import type { WorkspaceView } from "./views";

const Flow = z
  .strictObject({
    roles: z.array(z.strictObject(roleShape)).max(MOST_ROLES, `Use at most ${MOST_ROLES} roles.`),
    actions: z
      .array(
        z.strictObject({
          ...actionShape,
          role: z.number("Choose a role for each action.").int().min(0),
          /** Whether it starts together with the one before it. */
          isParallel: z.boolean().default(false),
        }),
      )
      .max(MOST_ACTIONS, `Use at most ${MOST_ACTIONS} actions.`),
  })
  .superRefine(refineFlow);

type Parts = { roles: { name: string }[]; actions: { role: number }[] };

/** What holds between the parts of a flow: every action has one of its roles, and no two roles one name. */
export function refineFlow(flow: Parts, ctx: { addIssue: (message: string) => void }): void {
  if (flow.actions.some(({ role }) => role >= flow.roles.length))
    ctx.addIssue("Choose a role for each action.");
  if (new Set(flow.roles.map((role) => sortKey(role.name))).size < flow.roles.length)
    ctx.addIssue("Two roles have the same name.");
}

/** A flow as its form field carries it. */
export const json = z
  .string("Describe the flow.")
  .max(500_000)
  .transform((text, ctx) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      ctx.addIssue("The flow could not be read.");
      return z.NEVER;
    }
  });

export const CreateWorkspace = z.strictObject({
  command: z.uuid("This form has lost its number. Reload the page."),
  name: name("Give the workspace a name."),
  dueOn: day.optional(),
  flow: json.pipe(Flow),
});

/** Starts an instant flow: workspace, roles and actions at once, with the maker as owner and only member. */
export async function createWorkspace(
  ctx: Context,
  input: z.output<typeof CreateWorkspace>,
): Promise<{ id: string }> {
  authorize(ctx, "workspace:create");
  const at = { orgId: ctx.org.id };
  const me = ctx.actor.contactId;
  return ctx.db.transaction((tx) =>
    once(tx, ctx, input.command, async () => {
      const id = newId();
      const now = sql`now()`;
      await tx.insert(workspaces).values({
        ...at,
        id,
        name: input.name,
        sortKey: sortKey(input.name),
        ownerId: me,
        dueOn: input.dueOn ?? null,
      });
      await tx
        .insert(members)
        .values({ ...at, workspaceId: id, contactId: me, addedBy: me, joinedAt: now, seenAt: now });
      const made = input.flow.roles.map((role, position) => ({
        ...at,
        id: newId(),
        workspaceId: id,
        ...role,
        position,
      }));
      if (made.length > 0) await tx.insert(roles).values(made);
      const stages = stagesOf(input.flow.actions.map(({ isParallel }) => isParallel));
      const steps = input.flow.actions.flatMap(({ role, isParallel: _, ...action }, position) => {
        const roleId = made[role]?.id;
        const stage = stages[position] ?? position;
        return roleId ? [{ ...at, id: newId(), workspaceId: id, roleId, position, stage, ...action }] : [];
      });
      if (steps.length > 0) await tx.insert(actions).values(steps);
      await recordActivity(tx, { ...at, workspaceId: id, actorId: me }, [
        { kind: "workspace_created", data: { name: input.name } },
      ]);
      return { id };
    }),
  );
}

/**
 * The workspace as its page shows it: roles, actions in order with those lit that can be done now, latest activity.
 * Clients see nobody else's address, and nothing of who may become an internal user.
 */
export async function getWorkspace(ctx: WorkspaceContext): Promise<WorkspaceView> {
  authorize(ctx, "workspace:view");
  const view = await selectWorkspaceView(ctx.db, {
    orgId: ctx.org.id,
    workspaceId: ctx.workspace.id,
    contactId: ctx.actor.contactId,
    unseen: unseenBy(ctx),
  });
  return maskOthers(ctx, {
    ...view,
    asking: can("requests:decide", ctx.actor, ctx.workspace) ? view.asking : 0,
    roles: view.roles.map((role) => ({
      ...role,
      holder: role.holder && { ...role.holder, name: shownName(role.holder.name) },
    })),
    actions: view.actions.map((action) => ({ ...action, holder: action.holder && shownName(action.holder) })),
  });
}

/** Notes that the person has looked: it is no longer "New", and read up to now. */
export async function markSeen(ctx: WorkspaceContext): Promise<void> {
  authorize(ctx, "workspace:view");
  await ctx.db
    .update(members)
    .set({ seenAt: sql`now()` })
    .where(
      and(
        eq(members.orgId, ctx.org.id),
        eq(members.workspaceId, ctx.workspace.id),
        eq(members.contactId, ctx.actor.contactId),
        isNotNull(members.joinedAt),
      ),
    );
}
