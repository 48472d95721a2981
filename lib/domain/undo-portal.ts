import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { recordActivity } from "./activity";
import { recall } from "./commands";
import type { Context } from "./context";
import { DomainError } from "./errors";
import { cancelQueued, revokeInvitations } from "./invitations";
import { inOneAct, listed } from "./invite-write";
import { authorize } from "./permissions";
import type { PortalRecord } from "./portal";
import {
  countStanding,
  forgetAdded,
  forgetFirstSend,
  quietAgain,
  type UndoInvite,
  type Undone,
} from "./undo-write";

/**
 * Takes back one's own portal invitations of one act while their messages are held: nothing is sent, the
 * invitations are closed, with those to workspaces that the same message would have told of, and who was never invited to
 * anything else is quiet again; contacts and groups stay.
 * Answers how many people that were, and how many messages had gone; refuses when every message has gone.
 */
export async function undoPortal(ctx: Context, { command }: z.output<typeof UndoInvite>): Promise<Undone> {
  authorize(ctx, "contacts:invite");
  return inOneAct(ctx.db, async (tx) => {
    const record = await recall<Partial<PortalRecord>>(tx, ctx, command);
    const mine = await portalOnes(tx, ctx, record.invitations ?? []);
    const unsent = await cancelQueued(tx, ctx.org.id, mine);
    if (unsent.length === 0)
      throw new DomainError("gone", "The messages have been sent already. Nothing could be taken back.");
    const people = await forgetFirstSend(tx, { orgId: ctx.org.id, workspaceId: null }, unsent);
    await revokeInvitations(tx, ctx.org.id, unsent);
    await revokeSilent(tx, ctx, unsent);
    await quietAgain(tx, ctx.org.id, people);
    const gone = await countStanding(tx, ctx, { command, invitations: mine });
    await forgetAdded(tx, ctx, { command, undone: unsent.length, gone });
    await recordActivity(tx, { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId }, [
      { kind: "invite_undone", data: { count: unsent.length } },
    ]);
    return { undone: unsent.length, gone };
  });
}

/** Of these invitations those to the portal: those to a workspace are for `undoInvite`. */
async function portalOnes(tx: Database, ctx: Context, ids: string[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from invitations where org_id = ${ctx.org.id} and workspace_id is null and id in ${listed(ids)}`);
  return rows.map(({ id }) => id);
}

/** Closes the invitations to workspaces that were opened in the same act and have had no message of their own since. */
async function revokeSilent(tx: Database, ctx: Context, portal: string[]): Promise<void> {
  await tx.execute(sql`
    update invitations o set status = 'revoked', closed_at = now() from invitations i
    where i.org_id = ${ctx.org.id} and i.id in ${listed(portal)}
      and o.org_id = i.org_id and o.contact_id = i.contact_id and o.created_at = i.created_at
      and o.invited_by = i.invited_by and o.workspace_id is not null and o.status = 'pending' and o.sends = 0`);
}
