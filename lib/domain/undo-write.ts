import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { isAt } from "@/db/queries/place";
import type { Context } from "./context";
import { listed } from "./invite-write";

export const UndoInvite = z.strictObject({ command: z.uuid() });

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
  { command, undone }: { command: string; undone: number },
): Promise<void> {
  await tx.execute(sql`
    update drafts set data = jsonb_set(data, '{added}', (data -> 'added') || jsonb_build_object(
      'isUndone', true, 'isMember', false, 'sent', greatest((data -> 'added' ->> 'sent')::int - ${undone}::int, 0)))
    where org_id = ${ctx.org.id} and actor_id = ${ctx.actor.contactId} and data -> 'added' ->> 'command' = ${command}`);
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
