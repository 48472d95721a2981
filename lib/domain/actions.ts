import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { type FlowAction, selectOwner } from "@/db/queries/flow";
import { channelOf, kindOf } from "./address";
import type { WorkspaceContext } from "./context";
import { enqueueNotices } from "./enqueue-notices";
import { DomainError, notFound } from "./errors";
import { changeFlow, placeOf } from "./flow";
import { newId } from "./id";
import { authorize } from "./permissions";
import { paragraph, titleForMessages } from "./text";

export const OneAction = z.strictObject({ action: z.uuid() });
export const DeclineAction = z.strictObject({ action: z.uuid(), reason: paragraph(500) });

/** Action `a` is this person's to do now: open, not declined, all earlier stages completed, its role theirs. */
const isMineNow = (ctx: WorkspaceContext, action: string) => sql`
  a.org_id = ${ctx.org.id} and a.workspace_id = ${ctx.workspace.id} and a.id = ${action}
  and a.completed_at is null and a.declined_at is null
  and exists (select from roles r where r.org_id = a.org_id and r.id = a.role_id and (
    r.holder_id = ${ctx.actor.contactId} or exists (select from group_members g
      where g.org_id = a.org_id and g.group_id = r.holder_group_id and g.contact_id = ${ctx.actor.contactId})))
  and not exists (select from actions e where e.org_id = a.org_id and e.workspace_id = a.workspace_id
    and e.stage < a.stage and e.completed_at is null)`;

const notYours = () =>
  new DomainError(
    "conflict",
    "This action is not yours to do now: it is done or declined, or an earlier one comes first. Look again.",
  );

const changed = (flow: FlowAction[], id: string, change: Partial<FlowAction>) =>
  flow.map((one) => (one.id === id ? { ...one, ...change } : one));

/**
 * Completes, approves or acknowledges an open action; only who fills its role may, only in order, and
 * once. Tells who is next; completing the last one completes the flow. Answers the action's title.
 */
export async function completeAction(
  ctx: WorkspaceContext,
  { action }: z.output<typeof OneAction>,
): Promise<{ title: string }> {
  authorize(ctx, "actions:complete");
  const isRetold = true;
  return changeFlow(
    ctx.db,
    ctx,
    async (tx, flow) => {
      const [done] = await tx.execute<{ title: string; kind: string }>(sql`
        update actions a set completed_at = now(), completed_by = ${ctx.actor.contactId}
        where ${isMineNow(ctx, action)} returning a.title, a.kind`);
      if (!done) throw notYours();
      return {
        flow: changed(flow, action, { isDone: true }),
        happened: [{ kind: "action_completed", data: { title: done.title, kind: done.kind } }],
        answer: { title: done.title },
      };
    },
    isRetold,
  );
}

/**
 * Declines an open approval; only who could approve it may. The flow stops there until somebody asks
 * again, and the workspace's owner gets a message with the reason.
 */
export async function declineAction(
  ctx: WorkspaceContext,
  { action, reason }: z.output<typeof DeclineAction>,
): Promise<{ title: string }> {
  authorize(ctx, "actions:decline");
  return changeFlow(ctx.db, ctx, async (tx, flow) => {
    const [declined] = await tx.execute<{ title: string }>(sql`
      update actions a set declined_at = now(), declined_by = ${ctx.actor.contactId}, decline_reason = ${reason}
      where ${isMineNow(ctx, action)} and a.kind = 'approval' returning a.title`);
    if (!declined) throw notYours();
    await tellOwner(tx, ctx, { title: declined.title, reason });
    return {
      flow: changed(flow, action, { isDeclined: true }),
      happened: [{ kind: "action_declined", data: { title: declined.title } }],
      answer: declined,
    };
  });
}

async function tellOwner(
  tx: Database,
  ctx: WorkspaceContext,
  { title, reason }: { title: string; reason: string | null },
): Promise<void> {
  const owner = await selectOwner(tx, placeOf(ctx));
  if (!owner) return;
  await enqueueNotices(tx, ctx, ctx.org.id, [
    {
      id: newId(),
      kind: "action_declined",
      channel: channelOf({ kind: kindOf(owner.address) }),
      address: owner.address,
      subjectId: newId(),
      number: 1,
      invitationId: null,
      contactId: owner.contactId,
      language: owner.language ?? ctx.org.language,
      priority: 1,
      holdSeconds: 0,
      values: {
        organizationName: ctx.org.name,
        workspaceName: ctx.workspace.name,
        personName: ctx.actor.name,
        actionTitle: titleForMessages(title),
        reason,
        path: `/${ctx.org.slug}/w/${ctx.workspace.id}`,
      },
    },
  ]);
}

/** "Ask again": opens a declined approval once more and tells its holder. Refuses what is not declined. */
export async function reopenAction(
  ctx: WorkspaceContext,
  { action }: z.output<typeof OneAction>,
): Promise<{ title: string }> {
  authorize(ctx, "actions:reopen");
  const isRetold = true;
  return changeFlow(
    ctx.db,
    ctx,
    async (tx, flow) => {
      const found = flow.find(({ id }) => id === action);
      if (!found) throw notFound();
      if (!found.isDeclined)
        throw new DomainError("conflict", `${found.title} is not declined any more. Look again.`);
      await tx.execute(sql`
        update actions set declined_at = null, declined_by = null, decline_reason = null
        where org_id = ${ctx.org.id} and workspace_id = ${ctx.workspace.id} and id = ${action}`);
      return {
        flow: changed(flow, action, { isDeclined: false }),
        happened: [{ kind: "action_reopened", data: { title: found.title } }],
        answer: { title: found.title },
      };
    },
    isRetold,
  );
}
