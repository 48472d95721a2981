import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { attendedByDays } from "@/db/queries/attention";
import { workspaces } from "@/db/schema";
import { recordActivity } from "./activity";
import type { WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { authorize, mayManage } from "./permissions";
import { ReminderDays } from "./reminder-days";

export const SetReminders = z.strictObject({
  use: z.enum(["organization", "own", "none"], "Choose one of the three."),
  days: ReminderDays.optional().transform((days) => days ?? []),
});

/** On which days people who were invited here are reminded; `own` is null where the organization's days hold. */
export type RemindersView = { own: number[] | null; organization: number[]; mayChange: boolean };

const here = (ctx: WorkspaceContext) =>
  and(eq(workspaces.orgId, ctx.org.id), eq(workspaces.id, ctx.workspace.id));

export async function getReminders(ctx: WorkspaceContext): Promise<RemindersView> {
  authorize(ctx, "reminders:view");
  const [row] = await ctx.db.select({ own: workspaces.reminderDays }).from(workspaces).where(here(ctx));
  return {
    own: row?.own ?? null,
    organization: ctx.org.reminderDays,
    mayChange: mayManage(ctx) && !ctx.workspace.isArchived,
  };
}

/**
 * Changes on which days people who have not joined this workspace are reminded, or that they are not; reminders still
 * to come follow. The workspace's owner and admins only.
 */
export async function setReminders(
  ctx: WorkspaceContext,
  { use, days }: z.output<typeof SetReminders>,
): Promise<{ own: number[] | null }> {
  authorize(ctx, "reminders:set");
  if (!mayManage(ctx))
    throw new DomainError(
      "forbidden",
      "Only the owner of the workspace or an admin can change its reminders. Ask one of them.",
    );
  if (use === "own" && days.length === 0)
    throw new DomainError("invalid", "Please check the marked field. Nothing was changed.", {
      days: "Enter the days, such as 2, 5, 9, or choose no reminders.",
    });
  const own = { organization: null, own: days, none: [] }[use];
  await ctx.db.transaction(async (tx) => {
    await tx.update(workspaces).set({ reminderDays: own }).where(here(ctx));
    await tx.execute(sql`
      update invitations i set ${attendedByDays}
      where i.org_id = ${ctx.org.id} and i.workspace_id = ${ctx.workspace.id} and i.status = 'pending'`);
    await recordActivity(
      tx,
      { orgId: ctx.org.id, workspaceId: ctx.workspace.id, actorId: ctx.actor.contactId },
      [{ kind: "reminders_changed", data: { days: own } }],
    );
  });
  return { own };
}
