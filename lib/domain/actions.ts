import { sql } from "drizzle-orm";
import { z } from "zod";
import { type NewActivity, recordActivity } from "./activity";
import type { WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { authorize } from "./permissions";

export const CompleteAction = z.strictObject({ action: z.uuid() });

/**
 * Completes, approves or acknowledges the flow's next action; only who fills its role may, only in
 * order, and once. Completing the last one completes the flow. Answers the action's title.
 */
export async function completeAction(
  ctx: WorkspaceContext,
  { action }: z.output<typeof CompleteAction>,
): Promise<{ title: string }> {
  authorize(ctx, "actions:complete");
  return ctx.db.transaction(async (tx) => {
    const [done] = await tx.execute<{ title: string; kind: string }>(sql`
      update actions a set completed_at = now(), completed_by = ${ctx.actor.contactId}
      where a.org_id = ${ctx.org.id} and a.workspace_id = ${ctx.workspace.id} and a.id = ${action}
        and a.completed_at is null
        and exists (select from roles r where r.org_id = a.org_id and r.id = a.role_id and (
          r.holder_id = ${ctx.actor.contactId} or exists (select from group_members g
            where g.org_id = a.org_id and g.group_id = r.holder_group_id and g.contact_id = ${ctx.actor.contactId})))
        and not exists (select from actions e where e.org_id = a.org_id and e.workspace_id = a.workspace_id
          and e.stage < a.stage and e.completed_at is null)
      returning a.title, a.kind`);
    if (!done)
      throw new DomainError(
        "conflict",
        "This action is not yours to do now: it is done, or an earlier one comes first. Look again.",
      );
    const [flow] = await tx.execute(sql`
      update workspaces w set completed_at = now()
      where w.org_id = ${ctx.org.id} and w.id = ${ctx.workspace.id} and w.completed_at is null
        and not exists (select from actions e where e.org_id = w.org_id and e.workspace_id = w.id
          and e.completed_at is null)
      returning w.id`);
    const happened: NewActivity[] = [
      { kind: "action_completed", data: { title: done.title, kind: done.kind } },
    ];
    if (flow) happened.push({ kind: "flow_completed" });
    await recordActivity(
      tx,
      { orgId: ctx.org.id, workspaceId: ctx.workspace.id, actorId: ctx.actor.contactId },
      happened,
    );
    return { title: done.title };
  });
}
