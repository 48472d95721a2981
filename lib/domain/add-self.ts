import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { recordActivity } from "./activity";
import type { Context } from "./context";
import { notFound } from "./errors";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";

export const AddSelf = z.strictObject({ workspace: z.uuid() });

/** Makes an admin a member of a workspace of the organization; that is recorded for all its members to see. */
export async function addSelf(
  ctx: Context,
  { workspace }: z.output<typeof AddSelf>,
): Promise<{ workspace: string }> {
  authorize(ctx, "members:add-self");
  return inOneAct(ctx.db, async (tx) => {
    await joinAsAdmin(tx, ctx, workspace);
    return { workspace };
  });
}

/** As part of another act of an admin. Who is a member already is left as they are, and nothing is recorded. */
export async function joinAsAdmin(tx: Database, ctx: Context, workspaceId: string): Promise<void> {
  const at = { orgId: ctx.org.id, workspaceId };
  const me = ctx.actor.contactId;
  const [workspace] = await tx.execute(sql`select id from workspaces
    where org_id = ${at.orgId} and id = ${workspaceId} for key share`);
  if (!workspace) throw notFound();
  const joined = await tx.execute(sql`
    insert into members (org_id, workspace_id, contact_id, added_by, joined_at, seen_at)
    values (${at.orgId}, ${workspaceId}, ${me}, ${me}, now(), now())
    on conflict (org_id, workspace_id, contact_id) do update set joined_at = now(), is_direct = true
      where members.joined_at is null
    returning contact_id`);
  if (joined.length === 0) return;
  await tx.execute(sql`update invitations set status = 'accepted', closed_at = now()
    where org_id = ${at.orgId} and workspace_id = ${workspaceId} and contact_id = ${me} and status = 'pending'`);
  await recordActivity(tx, { ...at, actorId: me }, [{ kind: "member_added_self" }]);
}
