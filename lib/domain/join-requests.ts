import { z } from "zod";
import { returnUses } from "@/db/queries/join";
import {
  type OwnRequest,
  selectOwnRequests,
  selectWaiting,
  type WaitingRequest,
  withdrawOwn,
} from "@/db/queries/join-requests";
import { recordActivity } from "./activity";
import { displayAddress } from "./address";
import type { Context, UserContext, WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { inOneAct } from "./invite-write";
import { MOST_REQUESTS } from "./join-decide";
import type { RequestsView } from "./join-views";
import { authorize, can } from "./permissions";

/** Who waits for an answer at this workspace, oldest first. */
export async function listRequests(ctx: WorkspaceContext): Promise<RequestsView> {
  authorize(ctx, "requests:view");
  const may = {
    decide: can("requests:decide", ctx.actor, ctx.workspace),
    internal: can("requests:decide-internal", ctx.actor, ctx.workspace),
  };
  return viewOf(await selectWaiting(ctx.db, { ...placeOf(ctx), limit: MOST_REQUESTS }), may);
}

/** Who waits to become an internal user of the organization by its own link. */
export async function listOrganizationRequests(ctx: Context): Promise<RequestsView> {
  authorize(ctx, "requests:decide-organization");
  const at = { orgId: ctx.org.id, workspaceId: null, limit: MOST_REQUESTS };
  return viewOf(await selectWaiting(ctx.db, at), { decide: true, internal: true });
}

const placeOf = (ctx: WorkspaceContext) => ({ orgId: ctx.org.id, workspaceId: ctx.workspace.id });

const viewOf = (
  { rows, total }: { rows: WaitingRequest[]; total: number },
  may: { decide: boolean; internal: boolean },
): RequestsView => ({
  total,
  mayDecide: may.decide,
  requests: rows.map(({ address, name, isNewInternal, asked, ...row }) => ({
    ...row,
    name: name ?? displayAddress(address),
    address: displayAddress(address),
    askedAt: new Date(asked),
    mayApprove: may.decide && (!isNewInternal || may.internal),
  })),
});

/** The signed-in person's requests that wait for an answer, in all organizations; nobody has none. */
export async function listOwnRequests(ctx: UserContext): Promise<OwnRequest[]> {
  return ctx.userId ? selectOwnRequests(ctx.db, ctx.userId) : [];
}

export const WithdrawRequest = z.strictObject({ organization: z.uuid(), request: z.uuid() });

/** Takes back one's own request, while it waits; its link has the use again. Refuses an answered one, and anybody else's. */
export async function withdrawRequest(
  ctx: UserContext,
  { organization, request }: z.output<typeof WithdrawRequest>,
): Promise<void> {
  const { userId } = ctx;
  if (!userId) throw new DomainError("signed_out", "Sign in to withdraw your request.");
  await inOneAct(ctx.db, async (tx) => {
    const withdrawn = await withdrawOwn(tx, { orgId: organization, request, userId });
    if (!withdrawn) throw new DomainError("gone", "This request was answered or withdrawn already.");
    const { linkId, workspaceId, name } = withdrawn;
    await returnUses(tx, organization, [linkId]);
    await recordActivity(tx, { orgId: organization, workspaceId, actorId: null }, [
      { kind: "request_withdrawn", data: { name: displayAddress(name) } },
    ]);
  });
}
