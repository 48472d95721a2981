import { z } from "zod";
import type { Database } from "@/db/client";
import { returnUses } from "@/db/queries/join";
import { lockJoiners } from "@/db/queries/join-people";
import {
  closeNeedless,
  closeRequests,
  type RequestToDecide,
  selectToDecide,
} from "@/db/queries/join-requests";
import { selectRole } from "@/db/queries/roles";
import { namesOf, recordActivity } from "./activity";
import type { Context, WorkspaceContext } from "./context";
import { enqueueNotices } from "./enqueue-notices";
import { DomainError, notFound } from "./errors";
import { idList } from "./id-list";
import { inOneAct } from "./invite-write";
import { approvedMessage, declinedMessage, type Place } from "./join-answers";
import { enterPeople, type Joiner } from "./join-enter";
import { answered, listWords, nameOf, nothingDone, planApprovals, type Refused } from "./join-plan";
import { authorize, can } from "./permissions";
import { rememberAct } from "./remember-act";
import { paragraph } from "./text";

/** As many as one screen of requests shows. */
export const MOST_REQUESTS = 200;

export const DecideRequests = z.strictObject({
  decision: z.enum(["approve", "decline"], "Choose Approve or Decline."),
  requests: idList(MOST_REQUESTS),
  /** What somebody the organization does not know becomes; without it what the link was made for. */
  as: z.enum(["client", "internal"], "Choose Client or Internal user.").optional(),
  /** Without it the link's, where it is free; empty: none. */
  role: z.union([z.uuid(), z.literal("")], "Choose a role of this workspace.").optional(),
  reason: paragraph(500),
});
export type DecideRequests = z.output<typeof DecideRequests>;

/** What became of each, and in words what no notice with "Undo" says already. */
export type Decided = { done: string[]; notDone: { name: string; reason: string }[]; said: string };

/**
 * Approves or declines requests to join this workspace. Who is approved is a joined member at once, as a client or an
 * internal user; whom the organization knows keeps their kind. Both are told. One transaction, a fixed number of
 * statements; of deciding and withdrawing at once one happens. Refuses requests of other places, and when nothing
 * at all could be done says why; new internal users are for admins to let in.
 */
export async function decideRequests(ctx: WorkspaceContext, input: DecideRequests): Promise<Decided> {
  authorize(ctx, "requests:decide");
  return inOneAct(ctx.db, (tx) => decide(tx, ctx, ctx.workspace, input));
}

/** The same for requests to become an internal user of the organization, by its own link. */
export async function decideOrganizationRequests(ctx: Context, input: DecideRequests): Promise<Decided> {
  authorize(ctx, "requests:decide-organization");
  return inOneAct(ctx.db, (tx) => decide(tx, ctx, null, input));
}

async function decide(tx: Database, ctx: Context, place: Place, input: DecideRequests): Promise<Decided> {
  const ids = [...new Set(input.requests)];
  if (ids.length === 0) throw new DomainError("invalid", "Choose at least one request. Nothing was changed.");
  const at = { orgId: ctx.org.id, workspaceId: place?.id ?? null };
  const rows = await selectToDecide(tx, at, ids);
  if (rows.length < ids.length) throw notFound();
  const refused = await (input.decision === "approve" ? approve : decline)(tx, ctx, place, rows, input);
  if (refused.length === rows.length) throw nothingDone(refused);
  const left = new Set(refused.map(({ request }) => request));
  return answerOf(
    rows.filter(({ request }) => !left.has(request)),
    refused,
    { decision: input.decision, isUndoable: place !== null && ctx.org.holdSeconds > 0 },
  );
}

type Decide = (
  tx: Database,
  ctx: Context,
  place: Place,
  rows: RequestToDecide[],
  input: DecideRequests,
) => Promise<Refused[]>;

const approve: Decide = async (tx, ctx, place, rows, input) => {
  const at = { orgId: ctx.org.id, workspaceId: place?.id ?? null };
  const proven = rows.flatMap(({ userId, address }) => (userId ? [{ userId, address }] : []));
  const known = await lockJoiners(tx, at, proven);
  const { joiners, refused } = planApprovals(rows, known, {
    as: input.as,
    domains: ctx.org,
    mayInternal: place === null || can("requests:decide-internal", ctx.actor, place),
  });
  const role = input.role ? await wantedRole(tx, at, input.role, joiners) : null;
  if (input.role !== undefined) for (const joiner of joiners.values()) joiner.role = role?.id ?? null;
  const came = await enterPeople(tx, { ...at, addedBy: ctx.actor.contactId }, [...joiners.values()]);
  if (role && ![...came.values()].some(({ roleName }) => roleName))
    throw new DomainError(
      "conflict",
      `${role.name} is already assigned. Nothing was changed; choose another role.`,
    );
  const list = rows.flatMap((row) => {
    const one = came.get(row.address);
    return one ? [{ row, came: one }] : [];
  });
  await closeRequests(
    tx,
    at.orgId,
    list.map(({ row, came: one }) => ({ request: row.request, contact: one.contactId })),
    { status: "approved", decidedBy: ctx.actor.contactId, reason: null },
  );
  await closeNeedless(
    tx,
    at,
    list.map(({ came: one }) => one.contactId),
  );
  await enqueueNotices(
    tx,
    ctx,
    at.orgId,
    list.map(({ row, came: one }) => approvedMessage(ctx, place, row, one)),
  );
  await record(
    tx,
    ctx,
    place,
    "requests_approved",
    list.map(({ came: one }) => one.name),
  );
  return refused;
};

const decline: Decide = async (tx, ctx, place, rows, { reason }) => {
  const open = rows.filter(({ isWaiting }) => isWaiting);
  const closed = await closeRequests(
    tx,
    ctx.org.id,
    open.map(({ request }) => ({ request, contact: null })),
    { status: "declined", decidedBy: ctx.actor.contactId, reason },
  );
  await returnUses(
    tx,
    ctx.org.id,
    closed.map(({ linkId }) => linkId),
  );
  await enqueueNotices(
    tx,
    ctx,
    ctx.org.id,
    open.map((row) => declinedMessage(ctx, place, row, reason)),
  );
  await record(tx, ctx, place, "requests_declined", open.map(nameOf));
  if (place && open.length > 0)
    await rememberAct(
      tx,
      { ...ctx, workspace: place },
      {
        kind: "requests_declined",
        name: open.length === 1 ? open.map(nameOf).join() : `${open.length} people`,
        data: { requests: open.map(({ request }) => request) },
      },
    );
  return rows.filter(({ isWaiting }) => !isWaiting).map(answered);
};

async function wantedRole(
  tx: Database,
  { orgId, workspaceId }: { orgId: string; workspaceId: string | null },
  roleId: string,
  joiners: Map<string, Joiner>,
) {
  const role = workspaceId && (await selectRole(tx, { orgId, workspaceId, roleId }));
  if (!role) throw notFound();
  const [only, ...more] = joiners.values();
  if (more.length > 0)
    throw new DomainError(
      "invalid",
      "A role is held by one person. Approve them one by one. Nothing was changed.",
    );
  const kind = only?.known?.kind ?? only?.as;
  if (only && role.audience !== "any" && role.audience !== kind)
    throw new DomainError(
      "invalid",
      role.audience === "client"
        ? `${role.name} is for clients. Nothing was changed.`
        : `${role.name} is for internal users. Nothing was changed.`,
    );
  return role;
}

async function record(
  tx: Database,
  ctx: Context,
  place: Place,
  kind: "requests_approved" | "requests_declined",
  names: string[],
): Promise<void> {
  if (names.length === 0) return;
  const where = { orgId: ctx.org.id, workspaceId: place?.id ?? null, actorId: ctx.actor.contactId };
  await recordActivity(tx, where, [{ kind, data: namesOf(names) }]);
}

/** Declining that can be undone is not said here: it would stay after "Undo". */
function answerOf(
  done: RequestToDecide[],
  refused: Refused[],
  { decision, isUndoable }: { decision: DecideRequests["decision"]; isUndoable: boolean },
): Decided {
  const names = done.map(nameOf);
  const notDone = refused.map(({ name, reason }) => ({ name, reason }));
  const left = listWords(notDone);
  if (decision === "decline" && isUndoable)
    return { done: names, notDone, said: left && `Not done: ${left}.` };
  const [first = ""] = names;
  const who = names.length === 1 ? first : `${names.length} people`;
  const what = decision === "approve" ? `${who} joined.` : `${who} declined.`;
  return { done: names, notDone, said: left ? `${what} Not done: ${left}.` : what };
}
