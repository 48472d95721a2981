import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { closeNeedless } from "@/db/queries/join-requests";
import { recordAtPlaces } from "./activity";
import type { Context } from "./context";

/** Who may be missing: anybody in one workspace, or some contacts wherever their groups are. */
type Missing = { workspace: string } | { contacts: string[] };

type Returned = { workspaceId: string; contactId: string; name: string; isJoined: boolean };

/**
 * Lets in who belongs to a workspace through a group and could not come with it: they were deactivated, or the
 * workspace was archived. That is recorded; nothing is sent. Call it with their groups locked.
 */
export async function letIn(tx: Database, ctx: Context, missing: Missing): Promise<void> {
  const isWanted =
    "workspace" in missing
      ? sql`g.workspace_id = ${missing.workspace}`
      : sql`p.contact_id = ${anyOf(missing.contacts)}`;
  const returned = await tx.execute<Returned>(sql`
    with came as (
      insert into members (org_id, workspace_id, contact_id, is_direct, added_by, joined_at)
      select distinct g.org_id, g.workspace_id, c.id, false, ${ctx.actor.contactId}::uuid,
        case when c.user_id is not null and not exists (select from user_addresses u
          where u.user_id = c.user_id and u.verified_at is null) then now() end
      from workspace_groups g
        join workspaces w on w.org_id = g.org_id and w.id = g.workspace_id and w.archived_at is null
        join group_members p on p.org_id = g.org_id and p.group_id = g.group_id
        join contacts c on c.org_id = p.org_id and c.id = p.contact_id and c.deactivated_at is null
      where g.org_id = ${ctx.org.id} and ${isWanted}
      on conflict do nothing
      returning org_id, workspace_id, contact_id, joined_at
    )
    select m.workspace_id as "workspaceId", m.contact_id as "contactId", m.joined_at is not null as "isJoined",
      coalesce(c.name, c.email, c.phone) as name
    from came m join contacts c on c.org_id = m.org_id and c.id = m.contact_id order by c.sort_key, c.id`);
  await recordAtPlaces(tx, ctx, "members_added", [...returned]);
  const joined = returned.filter(({ isJoined }) => isJoined);
  for (const workspaceId of new Set(joined.map((one) => one.workspaceId))) {
    const here = joined.filter((one) => one.workspaceId === workspaceId);
    await closeNeedless(
      tx,
      { orgId: ctx.org.id, workspaceId },
      here.map(({ contactId }) => contactId),
    );
  }
}
