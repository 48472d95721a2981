import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type FlowAction, selectFlow, selectReadyPeople, writePlaces } from "@/db/queries/flow";
import { type NewActivity, recordActivity } from "./activity";
import { channelOf, kindOf } from "./address";
import type { WorkspaceContext } from "./context";
import { enqueueNotices } from "./enqueue-notices";
import { DomainError } from "./errors";
import { isInOrder, openIn } from "./flow-order";
import { newId } from "./id";
import type { NewMessage } from "./messages";
import { titleForMessages } from "./text";

/** Where in the database a flow stands, and who acts on it. */
export const placeOf = (ctx: WorkspaceContext) => ({
  orgId: ctx.org.id,
  workspaceId: ctx.workspace.id,
  contactId: ctx.actor.contactId,
});

/** What became of a flow: its actions in their new order, and what to tell. */
type Change<T> = { flow: FlowAction[]; happened: NewActivity[]; answer: T };

/**
 * The one way to change a flow, in one transaction: changes of one flow happen one after the other. Refuses
 * an order in which something done waits for something open. Writes the places, tells whoever's turn it
 * became, completes the flow with its last action or opens it again, and records what happened.
 * `isRetold`: also tells people who were told of the same action before.
 */
export async function changeFlow<T>(
  db: Database,
  ctx: WorkspaceContext,
  change: (tx: Database, flow: FlowAction[]) => Promise<Change<T>>,
  isRetold = false,
): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${ctx.workspace.id}, 0))`);
    const before = await selectFlow(tx, placeOf(ctx));
    const { flow, happened, answer } = await change(tx, before);
    if (!isInOrder(flow))
      throw new DomainError("conflict", "Completed actions stay above open ones. Nothing was changed.");
    await writePlaces(tx, placeOf(ctx), flow);
    await tellReady(tx, ctx, opened(before, flow), { isRetold });
    const { orgId, workspaceId, contactId: actorId } = placeOf(ctx);
    await recordActivity(tx, { orgId, workspaceId, actorId }, [...happened, ...(await settle(tx, ctx))]);
    return answer;
  });
}

/** The actions that can be done now and could not before, or not by the same role. */
function opened(before: FlowAction[], after: FlowAction[]): string[] {
  const known = new Map(openIn(before).map(({ id, roleId }) => [id, roleId]));
  return openIn(after)
    .filter(({ id, roleId }) => known.get(id) !== roleId)
    .map(({ id }) => id);
}

/**
 * Tells whoever holds a role now, and is in the workspace, that it is their turn, if it is and they have not been told.
 * Who is written to anyway, in `except`, is not told twice.
 */
export async function tellHolders(
  tx: Database,
  ctx: WorkspaceContext,
  roleId: string,
  except: string[],
): Promise<void> {
  const flow = await selectFlow(tx, placeOf(ctx));
  const theirs = openIn(flow).filter((action) => action.roleId === roleId);
  await tellReady(
    tx,
    ctx,
    theirs.map(({ id }) => id),
    { except },
  );
}

/** One message for everybody whose turn it became, however many of the actions are theirs. */
async function tellReady(
  tx: Database,
  ctx: WorkspaceContext,
  actions: string[],
  { isRetold = false, except = [] }: { isRetold?: boolean; except?: string[] },
) {
  if (actions.length === 0) return;
  const found = await selectReadyPeople(tx, placeOf(ctx), actions);
  const people = found.filter(
    ({ told, contactId }) => (isRetold || told === 0) && !except.includes(contactId),
  );
  const list = people.map(
    (person): NewMessage => ({
      id: newId(),
      kind: "action_ready",
      channel: channelOf({ kind: kindOf(person.address) }),
      address: person.address,
      subjectId: person.action,
      number: person.told + 1,
      invitationId: null,
      contactId: person.contactId,
      language: person.language ?? ctx.org.language,
      priority: people.length > 1 ? 2 : 1,
      holdSeconds: 0,
      values: {
        organizationName: ctx.org.name,
        workspaceName: ctx.workspace.name,
        roleName: person.roleName,
        actionTitle: titleForMessages(person.title),
        more: person.actions - 1,
        path: `/${ctx.org.slug}/w/${ctx.workspace.id}#next`,
      },
    }),
  );
  await enqueueNotices(tx, ctx, ctx.org.id, list);
}

/** Completes the flow when nothing is left to do, opens it again when something is; says so when it changed. */
async function settle(tx: Database, ctx: WorkspaceContext): Promise<NewActivity[]> {
  const [changed] = await tx.execute<{ isComplete: boolean }>(sql`
    update workspaces w set completed_at = case when f.open = 0 then now() end
    from (select count(*) as total, count(*) filter (where a.completed_at is null) as open from actions a
      where a.org_id = ${ctx.org.id} and a.workspace_id = ${ctx.workspace.id}) f
    where w.org_id = ${ctx.org.id} and w.id = ${ctx.workspace.id} and f.total > 0
      and (w.completed_at is null) = (f.open = 0)
    returning w.completed_at is not null as "isComplete"`);
  return changed ? [{ kind: changed.isComplete ? "flow_completed" : "flow_reopened" }] : [];
}
