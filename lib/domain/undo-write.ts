import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isOfInvitation } from "@/db/queries/invitation-kinds";
import { isAt } from "@/db/queries/place";
import { recordActivity } from "./activity";
import type { Made } from "./added";
import type { Context, WorkspaceContext } from "./context";
import { listed } from "./invite-write";

export const UndoInvite = z.strictObject({ command: z.uuid() });

/** For how many people an act was taken back, how many of its messages had gone, and what became of the workspace it made. */
export type Undone = { undone: number; gone: number; made?: Made | null };

/** How many messages of one's own act stand, gone or not: about its invitations, or to who was added with an account. */
export async function countStanding(
  tx: Database,
  ctx: Context,
  { command, invitations, members = [] }: { command: string; invitations: string[]; members?: string[] },
): Promise<number> {
  const stands = sql`m.org_id = ${ctx.org.id} and m.number = 1 and m.state <> 'cancelled'`;
  const [row] = await tx.execute<{ count: number }>(sql`
    select (
      (select count(*) from messages m
        where ${stands} and m.subject_id = ${anyOf(invitations)} and ${isOfInvitation(sql`m.kind`)})
      + (select count(*) from messages m join commands k on k.org_id = m.org_id and k.created_at = m.created_at
        where ${stands} and m.contact_id = ${anyOf(members)} and m.kind = 'workspace_added'
          and k.actor_id = ${ctx.actor.contactId} and k.id = ${command}))::int as count`);
  return row?.count ?? 0;
}

/** Marks invitations as never sent, so that inviting again need not wait; answers whose they are. */
export async function forgetFirstSend(
  tx: Database,
  at: { orgId: string; workspaceId: string | null },
  ids: string[],
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    update invitations set sends = 0
    where org_id = ${at.orgId} and ${isAt(sql`workspace_id`, at.workspaceId)} and sends = 1 and id in ${listed(ids)}
    returning contact_id as id`);
  return rows.map(({ id }) => id);
}

/** What the wizard tells of this act no longer counts whom it was taken back for. */
export async function forgetAdded(
  tx: Database,
  ctx: Context,
  { command, undone, gone, made = null }: Undone & { command: string },
): Promise<void> {
  await tx.execute(sql`
    update drafts set data = jsonb_set(data, '{added}', (data -> 'added') || jsonb_build_object(
      'isUndone', true, 'gone', ${gone}::int, 'made', ${made}::text, 'isMember', false,
      'sent', greatest((data -> 'added' ->> 'sent')::int - ${undone}::int, 0)))
    where ${isOf(ctx, command)}`);
}

/** The wizard's draft that this act was the last step of. */
const isOf = ({ org, actor }: Context, command: string) =>
  sql`org_id = ${org.id} and actor_id = ${actor.contactId} and data -> 'added' ->> 'command' = ${command}`;

/**
 * Archives the workspace that this act of the wizard made, if nobody but who acts is in it and nothing is recorded there
 * but by making it and by the transaction that takes the act back: comes after that one's own record, which lets no
 * other in between. What became of the workspace; null where the act made none. None is ever deleted: its record and
 * its invitations stay.
 */
export async function archiveMade(
  tx: Database,
  ctx: WorkspaceContext,
  command: string,
): Promise<Made | null> {
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
  const made = await tx.execute(
    sql`select id from drafts where ${isOf(ctx, command)} and data -> 'choice' ->> 'workspace' = 'new'`,
  );
  if (made.length === 0) return null;
  const archived = await tx.execute(sql`
    update workspaces w set archived_at = now()
    where w.org_id = ${at.orgId} and w.id = ${at.workspaceId} and w.archived_at is null
      and not exists (select from members m where m.org_id = w.org_id and m.workspace_id = w.id
        and m.contact_id <> ${ctx.actor.contactId})
      and not exists (select from workspace_groups g where g.org_id = w.org_id and g.workspace_id = w.id)
      and not exists (select from activity a where a.org_id = w.org_id and a.workspace_id = w.id
        and a.at not in (w.created_at, now()::timestamptz(3)))
    returning w.id`);
  if (archived.length === 0) return "kept";
  await recordActivity(tx, { ...at, actorId: ctx.actor.contactId }, [{ kind: "workspace_archived" }]);
  return "archived";
}

/** Whoever has never been sent an invitation, nor waits for one, counts as added quietly again. */
export async function quietAgain(tx: Database, orgId: string, people: string[]): Promise<void> {
  if (people.length === 0) return;
  await tx.execute(sql`
    update contacts c set invited_at = null
    where c.org_id = ${orgId} and c.joined_at is null and c.id in ${listed(people)}
      and not exists (select from invitations i where i.org_id = c.org_id and i.contact_id = c.id
        and (i.sends > 0 or i.status = 'pending'))`);
}
