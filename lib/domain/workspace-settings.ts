import { sql } from "drizzle-orm";
import { z } from "zod";
import { selectWorkspaceSettings } from "@/db/queries/workspace-settings";
import { recordActivity } from "./activity";
import type { WorkspaceContext } from "./context";
import { DomainError, notFound } from "./errors";
import { placeOf } from "./flow";
import { day } from "./flow-shape";
import { authorize, mayManage } from "./permissions";
import { isSame, seenAs } from "./seen";
import { name, sortKey } from "./text";
import type { Archived } from "./views";

const described = { name: name("Give the workspace a name."), dueOn: day.optional() };

export const SaveWorkspace = z.strictObject({
  ...described,
  seen: seenAs(z.strictObject({ name: z.string(), dueOn: z.string() })),
});

/** `successors`: who the workspace can be handed over to. */
export type WorkspaceSettings = {
  name: string;
  dueOn: string | null;
  owner: { id: string; name: string };
  successors: { id: string; name: string }[];
  archived: Archived | null;
};

const refusals = {
  settings: "Only the owner of the workspace or an admin can change its settings. Ask one of them.",
  archive: "Only the owner of the workspace or an admin can archive it. Ask one of them.",
  restore: "Only the owner of the workspace or an admin can restore it. Ask one of them.",
  handOver: "Only the owner of the workspace or an admin can hand it over. Ask one of them.",
};

/** Refuses who is neither the workspace's owner nor an admin. */
export function assertManages(ctx: WorkspaceContext, act: keyof typeof refusals): void {
  if (!mayManage(ctx)) throw new DomainError("forbidden", refusals[act]);
}

/** What the workspace's settings are now. Its owner and admins only. */
export async function getWorkspaceSettings(ctx: WorkspaceContext): Promise<WorkspaceSettings> {
  authorize(ctx, "workspace:settings");
  assertManages(ctx, "settings");
  const settings = await selectWorkspaceSettings(ctx.db, placeOf(ctx));
  if (!settings) throw notFound();
  return settings;
}

/**
 * Changes the workspace's name and due day, of these only what differs from what was seen. Records what was changed,
 * nothing when nothing was. Its owner and admins only; refuses an archived one.
 */
export async function saveWorkspace(
  ctx: WorkspaceContext,
  { seen, ...typed }: z.output<typeof SaveWorkspace>,
): Promise<{ changed: number }> {
  authorize(ctx, "workspace:edit");
  assertManages(ctx, "settings");
  const { orgId, workspaceId } = placeOf(ctx);
  return ctx.db.transaction(async (tx) => {
    const [before] = await tx.execute<{ name: string; dueOn: string | null }>(sql`
      select name, due_on::text as "dueOn" from workspaces
      where org_id = ${orgId} and id = ${workspaceId} for no key update`);
    if (!before) throw notFound();
    const pick = <F extends "name" | "dueOn">(field: F) =>
      !seen || !isSame(typed[field], seen[field]) ? typed[field] : before[field];
    const after = { name: pick("name") ?? before.name, dueOn: pick("dueOn") ?? null };
    const fields = [
      ...(after.name === before.name ? [] : ["name"]),
      ...(after.dueOn === before.dueOn ? [] : ["due date"]),
    ];
    if (fields.length === 0) return { changed: 0 };
    await tx.execute(sql`
      update workspaces set name = ${after.name}, sort_key = ${sortKey(after.name)}, due_on = ${after.dueOn}
      where org_id = ${orgId} and id = ${workspaceId}`);
    await recordActivity(tx, { orgId, workspaceId, actorId: ctx.actor.contactId }, [
      { kind: "workspace_edited", data: { fields } },
    ]);
    return { changed: fields.length };
  });
}
