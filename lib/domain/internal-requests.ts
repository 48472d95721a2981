import { z } from "zod";
import type { Database } from "@/db/client";
import { selectStanding } from "@/db/queries/actor";
import { lockRequest, type RequestRow, selectOwner, selectRequest } from "@/db/queries/internal-requests";
import { type RoleToFill, selectRole } from "@/db/queries/roles";
import { recordActivity } from "./activity";
import { joinAsAdmin } from "./add-self";
import { parseAddress, shownName } from "./address";
import type { Context, WorkspaceContext } from "./context";
import { DomainError, notFound } from "./errors";
import { isId } from "./id";
import { inviteMembers } from "./invite";
import { inOneAct } from "./invite-write";
import { authorize } from "./permissions";
import { settled } from "./roles";

/** What somebody asked the admins for, and what has become of it. */
export type InternalRequest = {
  id: string;
  at: Date;
  workspace: { id: string; name: string };
  requester: string;
  address: string;
  /** What they are to be; `takenBy`: somebody else was given it after it was asked for. */
  role: { id: string; name: string; holder: string; former: string | null; takenBy: string | null } | null;
  /** Whether the one who reads is in the workspace. */
  isMember: boolean;
  answered: { by: string; at: Date } | null;
};

type At = { workspace: string; request: string };

/** A request, for admins to answer, whether they are in the workspace or not. Reading it changes nothing. */
export async function getInternalRequest(ctx: Context, at: At): Promise<InternalRequest> {
  authorize(ctx, "contacts:create-internal");
  if (!isId(at.workspace) || !isId(at.request)) throw notFound();
  const row = await selectRequest(ctx.db, keysOf(ctx, at));
  if (!row) throw notFound();
  const { id, workspaceId, workspaceName, requester, address, isMember, answered } = row;
  return {
    id,
    at: new Date(row.at),
    workspace: { id: workspaceId, name: workspaceName },
    ...{ requester, address, isMember },
    role: await roleOf(ctx.db, ctx, row),
    answered: answered && { by: answered.by, at: new Date(answered.at) },
  };
}

const keysOf = (ctx: Context, { workspace, request }: At) => ({
  orgId: ctx.org.id,
  workspaceId: workspace,
  id: request,
  contactId: ctx.actor.contactId,
});

async function roleOf(db: Database, ctx: Context, row: RequestRow): Promise<InternalRequest["role"]> {
  if (!row.roleId) return null;
  const at = { orgId: ctx.org.id, workspaceId: row.workspaceId, roleId: row.roleId };
  const role = await selectRole(db, at);
  return role && { ...role, ...standingOf(role, row) };
}

/** A role is given as it was asked for: in place of who held it then, not of anybody else. */
function standingOf({ holder }: RoleToFill, { holderId }: RequestRow) {
  const isAsAsked = (holder?.id ?? null) === holderId;
  return {
    holder: holder?.id ?? "",
    former: isAsAsked && holder ? shownName(holder.name) : null,
    takenBy: !isAsAsked && holder ? shownName(holder.name) : null,
  };
}

export const AnswerRequest = z.strictObject({
  command: z.uuid("This form has lost its number. Reload the page."),
  workspace: z.uuid(),
  request: z.uuid(),
  /** The role as the page showed it would be given; empty for none. */
  role: z.union([z.uuid(), z.literal("")]).optional(),
  holder: z.union([z.uuid(), z.literal("")]).optional(),
});

/**
 * Does what was asked for in one act: invites the new internal user, gives them the role, and makes the admin a
 * member first, where they are none; all of it is recorded. Once for everybody: whoever comes second is told who
 * was first. What cannot be done in full is not done at all.
 */
export async function answerInternalRequest(
  ctx: Context,
  input: z.output<typeof AnswerRequest>,
): Promise<{ name: string }> {
  authorize(ctx, "contacts:create-internal");
  return inOneAct(ctx.db, async (tx) => {
    const row = await lockRequest(tx, keysOf(ctx, input));
    if (!row) throw notFound();
    if (row.answered)
      throw new DomainError(
        "conflict",
        `${row.answered.by} has invited ${row.address} already. Nothing was changed.`,
      );
    const address = await internalAddress(tx, ctx, row);
    const inside = await standInside(tx, ctx, row.workspaceId);
    const { command, role, holder } = input;
    const { outcomes } = await inviteMembers(inside, {
      ...{ command, role, holder },
      people: [{ address, kind: "internal" }],
      note: null,
    });
    const { name } = settled(outcomes);
    const data = { request: row.id, address: row.address, requester: row.requester };
    await recordActivity(
      tx,
      { orgId: ctx.org.id, workspaceId: row.workspaceId, actorId: ctx.actor.contactId },
      [{ kind: "internal_request_answered", data }],
    );
    return { name };
  });
}

/** The address in its normal form; refuses one that has become a client's since. */
async function internalAddress(tx: Database, ctx: Context, row: RequestRow): Promise<string> {
  const parsed = parseAddress(row.address, ctx.org.country);
  if (!parsed.ok)
    throw new DomainError("invalid", [`${row.address}: ${parsed.reason}.`, "Nothing was changed."].join(" "));
  const { value } = parsed.address;
  const owner = await selectOwner(tx, ctx.org.id, value);
  if (owner?.kind === "client")
    throw new DomainError(
      "conflict",
      `${row.address} belongs to ${owner.name}, a client. Nothing was changed; invite them from Members.`,
    );
  return value;
}

async function standInside(tx: Database, ctx: Context, workspaceId: string): Promise<WorkspaceContext> {
  await joinAsAdmin(tx, ctx, workspaceId);
  const by = { userId: ctx.actor.userId, slug: ctx.org.slug, workspaceId };
  const standing = await selectStanding(tx, by);
  if (!standing?.workspace) throw notFound();
  return { ...ctx, db: tx, actor: standing.actor, workspace: standing.workspace };
}
